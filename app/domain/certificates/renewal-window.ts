/** Days before its end from which a certificate can be renewed. After its end it can be as well. */
export const RENEWAL_DAYS = 90

const DAY = 86_400_000

/** What decides about renewing, of the certificates that one learner has of one edition. */
export type RenewableRow = {
  sequence: number
  issuedAt: Date
  validUntil: Date | null
  revokedAt: Date | null
  withdrawnAt: Date | null
}

/**
 * From when the last certificate can be renewed: what is answered after this instant counts for it. null: never,
 * because it has no end, or because it was revoked or withdrawn. A corrected one has the end of the one before it,
 * so that a correction loses nothing that was answered.
 */
export function renewalOpensAt(rows: readonly RenewableRow[]): Date | null {
  const last = lastOf(rows)
  if (last === null || last.validUntil === null) return null
  if (last.revokedAt !== null || last.withdrawnAt !== null) return null
  const end = last.validUntil.getTime()
  const issued = rows.filter(row => row.validUntil?.getTime() === end).map(row => row.issuedAt.getTime())
  // One that is valid for a month was never outside of its last 90 days: what earned it does not renew it.
  return new Date(Math.max(end - RENEWAL_DAYS * DAY, Math.min(...issued)))
}

export function lastOf<Row extends { sequence: number }>(rows: readonly Row[]): Row | null {
  return rows.reduce<Row | null>(
    (last, row) => (last === null || row.sequence > last.sequence ? row : last),
    null,
  )
}

/** Whether a certificate that is valid ends so soon that its holder should be told. */
export function endsSoon(validUntil: Date | null, at: Date): boolean {
  return validUntil !== null && validUntil.getTime() - at.getTime() <= RENEWAL_DAYS * DAY
}
