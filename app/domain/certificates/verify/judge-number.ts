import type { CertificateSnapshot } from '../snapshot.ts'
import { judgeRecord, type RegisterEntry } from './judge-record.ts'
import { isNameOf } from './same-name.ts'
import type { Verdict } from './verdict.ts'

/** What the register holds of a certificate, with what may open a guarded one. */
export type RegisteredCertificate = RegisterEntry & { sharing: string; pdfSha256: string }

/** What somebody has beside the number; null: not given. */
export type Evidence = { name: string | null; sha256: string | null }

/**
 * What is told of a number. Its holder may ask that the register opens only to the name beside the number, or to the
 * digest of the very file; that it was withdrawn is told to everybody, since it is all that is left to tell.
 */
export function judgeNumber(
  id: string,
  row: RegisteredCertificate | undefined,
  evidence: Evidence,
  at: Date,
): Verdict {
  if (row === undefined) return { state: 'unknown', id, checkedAt: at.toISOString() }
  const verdict = judgeRecord(row, at)
  if (row.sharing !== 'name' || verdict.state === 'withdrawn') return verdict
  if (isOpenedBy(evidence, verdict.snapshot, row)) return verdict
  return { state: 'guarded', id, tried: evidence.name !== null, checkedAt: at.toISOString() }
}

function isOpenedBy(
  { name, sha256 }: Evidence,
  snapshot: CertificateSnapshot,
  { pdfSha256 }: RegisteredCertificate,
): boolean {
  if (name !== null && isNameOf(name, snapshot.learner)) return true
  return sha256 !== null && sha256.toLowerCase() === pdfSha256
}
