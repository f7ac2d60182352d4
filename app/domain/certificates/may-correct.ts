/** How often the name may be corrected on the certificates of one course and edition; after that, the hub is asked. */
export const MOST_CORRECTIONS = 3

/** One of the certificates that a learner has of one edition. */
type Row = {
  id: string
  sequence: number
  validUntil: Date | null
  revokedAt: Date | null
  supersededAt: Date | null
  withdrawnAt: Date | null
}

export type CorrectionRefusal =
  | 'withdrawn'
  | 'revoked'
  /** Corrected before. */
  | 'superseded'
  /** A renewal came after it: that one carries the name from now on. */
  | 'renewed'
  | 'expired'
  | 'used-up'

/** Why a certificate cannot be replaced by one with a corrected name; null when it can be. */
export function refuseCorrection(
  certificate: Row,
  siblings: readonly Row[],
  at: Date,
): CorrectionRefusal | null {
  if (certificate.withdrawnAt !== null) return 'withdrawn'
  if (certificate.revokedAt !== null) return 'revoked'
  if (certificate.supersededAt !== null) return 'superseded'
  if (siblings.some(({ sequence }) => sequence > certificate.sequence)) return 'renewed'
  // A certificate that is issued after its own end would be worth nothing.
  if (certificate.validUntil !== null && certificate.validUntil <= at) return 'expired'
  const corrected = siblings.filter(({ supersededAt }) => supersededAt !== null).length
  return corrected >= MOST_CORRECTIONS ? 'used-up' : null
}
