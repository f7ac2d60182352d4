import { isRevocationReason } from '../revocation-reason.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import type { RecordVerdict } from './verdict.ts'

/** What the register keeps of a certificate, as far as its state goes. */
export type RegisterEntry = {
  id: string
  /** JSON of CertificateSnapshot. */
  snapshot: string
  validUntil: Date | null
  revokedAt: Date | null
  revocationReason: string | null
  supersededAt: Date | null
  withdrawnAt: Date | null
}

/** The columns of a RegisterEntry, for a query that leaves the bytes where they are. */
export const registerEntryFields = {
  id: true,
  snapshot: true,
  validUntil: true,
  revokedAt: true,
  revocationReason: true,
  supersededAt: true,
  withdrawnAt: true,
} as const

/**
 * The state of a certificate at a moment. Several may hold at once; what its holder asked for comes first, then what
 * the hub decided, then what time did.
 */
export function judgeRecord(entry: RegisterEntry, at: Date): RecordVerdict {
  const checkedAt = at.toISOString()
  const { withdrawnAt, revokedAt, supersededAt } = entry
  if (withdrawnAt !== null)
    return { state: 'withdrawn', id: entry.id, withdrawnAt: withdrawnAt.toISOString(), checkedAt }
  // Written by buildSnapshot and never changed since.
  const snapshot = JSON.parse(entry.snapshot) as CertificateSnapshot
  if (revokedAt !== null) {
    const reason = isRevocationReason(entry.revocationReason) ? entry.revocationReason : 'other'
    return { state: 'revoked', snapshot, revokedAt: revokedAt.toISOString(), reason, checkedAt }
  }
  if (supersededAt !== null)
    return { state: 'superseded', snapshot, supersededAt: supersededAt.toISOString(), checkedAt }
  const expired = entry.validUntil !== null && entry.validUntil <= at
  return { state: expired ? 'expired' : 'valid', snapshot, checkedAt }
}
