/** Why a certificate was revoked, as a category that may be shown to anyone. */
export const revocationReasons = [
  'issued-in-error',
  'identity',
  'misconduct',
  'holder-request',
  'other',
] as const

export type RevocationReason = (typeof revocationReasons)[number]

export function isRevocationReason(value: unknown): value is RevocationReason {
  return revocationReasons.some(reason => reason === value)
}
