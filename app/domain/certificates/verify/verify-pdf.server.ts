import { createHash } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { differencesBetween, factsOf, numberOf } from '../credential/credential-facts.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { readSeal, type SealReading } from '../seal/read-seal.ts'
import { checksOfRecord, failed, notPossible, passed } from './checks.ts'
import { checksOfProofs } from './checks-of-proofs.server.ts'
import { findByDigest, findByNumber, type IssuedFile } from './find-issued.server.ts'
import { judgeAltered } from './judge-altered.ts'
import { judgeRecord } from './judge-record.ts'
import { readAttachment } from './read-attachment.ts'
import { readJson } from './read-json.ts'
import { isEncrypted, isTruncated, numberIn } from './sniff-file.ts'
import type { Check, FileVerdict, UncheckedReason } from './verdict.ts'

/** What is true of a PDF. See `verifyFile` for the order of the steps. */
export async function verifyPdf(bytes: Uint8Array): Promise<FileVerdict> {
  const issued = await findByDigest(createHash('sha256').update(bytes).digest('hex'))
  const seal = await readSeal(bytes, hubKeys().trust)
  if (issued === 'unavailable') return unchecked('register-unavailable', checksOfSeal(seal))
  if (issued !== null) return verifyIssued(bytes, issued, seal)
  if (seal.state === 'intact') return verifySealed(bytes, seal)
  return verifyUnproven(bytes, seal)
}

/** To the byte the file that was issued: the register vouches for it, and its own marks are checked beside. */
async function verifyIssued(bytes: Uint8Array, issued: IssuedFile, seal: SealReading): Promise<FileVerdict> {
  const record = judgeRecord(issued, now())
  const checks: Check[] = [passed('digest')]
  // Whoever has it from before there were seals has a genuine file without one.
  if (issued.sealLevel !== null) checks.push(...checksOfSeal(seal))
  if (issued.credential !== null) {
    const attached = await readAttachment(bytes)
    checks.push(attached === issued.credential ? passed('attachment') : failed('attachment'))
    if (attached !== null) checks.push(...(await checksOfProofs(readJson(attached))))
  }
  checks.push(...checksOfRecord(record))
  return { state: 'genuine', kind: 'pdf', record, checks, checkedAt: record.checkedAt }
}

/**
 * Sealed with a key of this hub, and yet not a file that its register knows, as after a back-up that is older than
 * the file. That is for the hub to find out, and neither a yes nor a no.
 */
async function verifySealed(bytes: Uint8Array, seal: SealReading): Promise<FileVerdict> {
  const attached = await readAttachment(bytes)
  const proofs = attached === null ? [] : await checksOfProofs(readJson(attached))
  const checks = [notPossible('digest'), ...checksOfSeal(seal), ...proofs, notPossible('register')]
  return unchecked('not-in-register', checks)
}

/** Not a file of ours as it is. If it names a certificate of ours, the official record can stand beside it. */
async function verifyUnproven(bytes: Uint8Array, seal: SealReading): Promise<FileVerdict> {
  const stated = seal.state === 'unsealed' && isEncrypted(bytes) ? null : await statedCredential(bytes)
  const id = numberOf(stated) ?? numberIn(bytes)
  const checks = [failed('digest'), ...checksOfSeal(seal)]
  if (id === null) {
    if (isEncrypted(bytes)) return unchecked('encrypted', [])
    if (isTruncated(bytes)) return unchecked('truncated', [])
    const claims = seal.state === 'foreign' ? seal.signer : null
    return { state: 'not-ours', claims, kind: 'pdf', checks, checkedAt: now().toISOString() }
  }
  const record = await findByNumber(id)
  if (record === 'unavailable') return unchecked('register-unavailable', checks)
  if (record === null) {
    const claims = seal.state === 'foreign' ? seal.signer : null
    if (claims !== null)
      return { state: 'not-ours', claims, kind: 'pdf', checks, checkedAt: now().toISOString() }
    return { state: 'unknown', id, kind: 'pdf', checks, checkedAt: now().toISOString() }
  }
  const differences = stated === null ? [] : differencesBetween(readJson(record.credential ?? 'null'), stated)
  const proofs = stated === null ? [] : await checksOfProofs(stated)
  return judgeAltered({
    kind: 'pdf',
    issued: record,
    statedName: factsOf(stated).name ?? null,
    differences,
    checks: [...checks, ...proofs],
    at: now(),
  })
}

/** The credential that an unproven file carries: read to be shown as its claim, never to be believed. */
async function statedCredential(bytes: Uint8Array): Promise<unknown> {
  const attached = await readAttachment(bytes)
  return attached === null ? null : readJson(attached)
}

function checksOfSeal(seal: SealReading): Check[] {
  if (seal.state === 'unsealed') return [failed('seal', 'missing')]
  if (seal.state === 'foreign') return [failed('seal', 'foreign')]
  if (seal.state === 'changed') return [failed('seal', seal.why)]
  return seal.timestamp === null ? [passed('seal')] : [passed('seal'), passed('timestamp', seal.timestamp.at)]
}

function unchecked(why: UncheckedReason, checks: Check[]): FileVerdict {
  return { state: 'unchecked', why, kind: 'pdf', checks, checkedAt: now().toISOString() }
}
