import { now } from '#app/platform/clock.ts'
import { canonicalJson } from '../credential/canonical-json.ts'
import { differencesBetween, factsOf, numberOf } from '../credential/credential-facts.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { checksOfRecord, failed, notPossible, passed } from './checks.ts'
import { checksOfProofs } from './checks-of-proofs.server.ts'
import { findByNumber } from './find-issued.server.ts'
import { judgeAltered } from './judge-altered.ts'
import { judgeRecord } from './judge-record.ts'
import { readJson } from './read-json.ts'
import type { Check, FileVerdict, UncheckedReason } from './verdict.ts'

/** What is true of a credential, given as the bytes of its JSON. */
export async function verifyCredential(bytes: Uint8Array): Promise<FileVerdict> {
  const stated = parse(bytes)
  const issuer = issuerOf(stated)
  const id = numberOf(stated)
  if (stated === null || (issuer === null && id === null)) return unchecked('not-a-certificate', [])
  const ours = issuer === hubKeys().trust.did
  const issued = id === null ? null : await findByNumber(id)
  const proofs = await checksOfProofs(stated)
  if (issued === 'unavailable') return unchecked('register-unavailable', proofs)
  if (issued === null || issued.credential === null) {
    if (!ours || id === null) return notOurs(issuer, proofs)
    // Signed by this hub, and not in its register: for the hub to find out.
    if (proofs.length > 0 && proofs.every(({ outcome }) => outcome === 'passed'))
      return unchecked('not-in-register', [...proofs, notPossible('register')])
    return { state: 'unknown', id, kind: 'credential', checks: proofs, checkedAt: now().toISOString() }
  }
  const official: unknown = JSON.parse(issued.credential)
  const at = now()
  if (sameJson(official, stated)) {
    const record = judgeRecord(issued, at)
    const checks = [passed('credential'), ...proofs, ...checksOfRecord(record)]
    return { state: 'genuine', kind: 'credential', record, checks, checkedAt: record.checkedAt }
  }
  return judgeAltered({
    kind: 'credential',
    issued,
    statedName: factsOf(stated).name ?? null,
    differences: differencesBetween(official, stated),
    checks: [failed('credential'), ...proofs],
    at,
  })
}

/** Whether two documents say the same, whatever the order of their keys and the white space between them. */
function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

function parse(bytes: Uint8Array): object | null {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** The issuer that a credential names, in either of the forms that the data model allows. */
function issuerOf(credential: object | null): string | null {
  if (credential === null || !('issuer' in credential)) return null
  const { issuer } = credential
  if (typeof issuer === 'string') return issuer.slice(0, 200)
  if (typeof issuer !== 'object' || issuer === null || !('id' in issuer)) return null
  return typeof issuer.id === 'string' ? issuer.id.slice(0, 200) : null
}

function notOurs(claims: string | null, checks: Check[]): FileVerdict {
  return { state: 'not-ours', claims, kind: 'credential', checks, checkedAt: now().toISOString() }
}

function unchecked(why: UncheckedReason, checks: Check[]): FileVerdict {
  return { state: 'unchecked', why, kind: 'credential', checks, checkedAt: now().toISOString() }
}
