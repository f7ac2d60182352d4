import { factsOf } from '../credential/credential-facts.ts'
import { verifyJcs } from '../credential/verify-jcs.ts'
import type { Trust } from '../keys/trust.ts'
import { readSeal } from '../seal/read-seal.ts'
import { readAttachment } from '../verify/read-attachment.ts'
import { readJson } from '../verify/read-json.ts'
import { isEncrypted, isTruncated, kindOf, MOST_FILE_BYTES } from '../verify/sniff-file.ts'
import type { Check, FactName, UncheckedReason } from '../verify/verdict.ts'
import { member, statusBit } from './status-bit.ts'

/** What a verifier without a line was given, and when. */
export type Knowledge = {
  trust: Trust
  /** Signed Bitstring Status List credentials, as they were at `trust.asOf`. */
  statusLists: unknown[]
}

/** What can be known of a file from the hub's public keys alone. */
export type OfflineVerdict = { kind: 'pdf' | 'credential' | null; checks: Check[] } & (
  | {
      state: 'genuine'
      /** As of the day of the knowledge; `unknown` when it does not hold the certificate's status list. */
      standing: 'valid' | 'expired' | 'revoked' | 'unknown'
      facts: Partial<Record<FactName, string>>
    }
  | { state: 'altered' }
  | { state: 'not-ours'; claims: string | null }
  | { state: 'unchecked'; why: UncheckedReason }
)

/**
 * Verifies a PDF or a credential with the hub's keys and nothing else: no register, no line. Pure, so that it is the
 * same in a browser, on the command line and in tests.
 */
export async function verifyOffline(
  bytes: Uint8Array,
  knowledge: Knowledge,
  at: Date,
): Promise<OfflineVerdict> {
  const kind = kindOf(bytes)
  if (bytes.length === 0) return { state: 'unchecked', why: 'empty', kind, checks: [] }
  if (bytes.length > MOST_FILE_BYTES) return { state: 'unchecked', why: 'too-large', kind, checks: [] }
  if (kind === null) return { state: 'unchecked', why: 'not-a-certificate', kind, checks: [] }
  if (kind === 'credential') return verifyCredential(new TextDecoder().decode(bytes), kind, knowledge, at, [])

  const seal = await readSeal(bytes, knowledge.trust)
  if (seal.state === 'unsealed') {
    if (isEncrypted(bytes)) return { state: 'unchecked', why: 'encrypted', kind, checks: [] }
    if (isTruncated(bytes)) return { state: 'unchecked', why: 'truncated', kind, checks: [] }
    return { state: 'not-ours', claims: null, kind, checks: [failed('seal', 'missing')] }
  }
  if (seal.state === 'foreign')
    return { state: 'not-ours', claims: seal.signer, kind, checks: [failed('seal', 'foreign')] }
  if (seal.state === 'changed') return { state: 'altered', kind, checks: [failed('seal', seal.why)] }
  const checks: Check[] = [passed('seal')]
  if (seal.timestamp !== null) checks.push(passed('timestamp'))
  const attached = await readAttachment(bytes)
  if (attached === null) {
    // The seal alone proves that the hub made this file; what it attests is to be read on it.
    return {
      state: 'genuine',
      standing: 'unknown',
      facts: {},
      kind,
      checks: [...checks, { check: 'attachment', outcome: 'unknown', detail: null }],
    }
  }
  return verifyCredential(attached, kind, knowledge, at, [...checks, passed('attachment')])
}

async function verifyCredential(
  text: string,
  kind: 'pdf' | 'credential',
  { trust, statusLists }: Knowledge,
  at: Date,
  before: Check[],
): Promise<OfflineVerdict> {
  const credential = readJson(text)
  if (credential === null) return { state: 'unchecked', why: 'not-a-certificate', kind, checks: before }
  const issuer = member(member(credential, 'issuer'), 'id') ?? member(credential, 'issuer')
  const proof = await verifyJcs(credential, trust)
  if (proof === 'unknown-key' || (proof !== 'valid' && issuer !== trust.did)) {
    const claims = typeof issuer === 'string' ? issuer.slice(0, 200) : null
    return { state: 'not-ours', claims, kind, checks: [...before, failed('proof-jcs', 'unknown-key')] }
  }
  if (proof !== 'valid') return { state: 'altered', kind, checks: [...before, failed('proof-jcs', proof)] }

  const checks = [...before, passed('proof-jcs')]
  const revoked = await isRevoked(credential, { trust, statusLists })
  checks.push(revoked === null ? unknown('status') : revoked ? failed('status', 'revoked') : passed('status'))
  const until = member(credential, 'validUntil')
  const expired = typeof until === 'string' && new Date(until) <= at
  checks.push(expired ? failed('validity', 'expired') : passed('validity'))
  const standing = revoked ? 'revoked' : expired ? 'expired' : revoked === null ? 'unknown' : 'valid'
  return { state: 'genuine', standing, facts: factsOf(credential), kind, checks }
}

async function isRevoked(credential: unknown, { trust, statusLists }: Knowledge): Promise<boolean | null> {
  for (const list of statusLists) {
    const bit = await statusBit(credential, list)
    if (bit !== null) return (await verifyJcs(list, trust)) === 'valid' ? bit : null
  }
  return null
}

function passed(check: Check['check']): Check {
  return { check, outcome: 'passed', detail: null }
}

function failed(check: Check['check'], detail: string): Check {
  return { check, outcome: 'failed', detail }
}

function unknown(check: Check['check']): Check {
  return { check, outcome: 'unknown', detail: null }
}
