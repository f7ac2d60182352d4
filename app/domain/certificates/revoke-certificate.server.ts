import { now } from '#app/platform/clock.ts'
import { isMissingRow } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { readIdentifier } from './identifier.ts'
import type { RevocationReason } from './revocation-reason.ts'
import { tellVerifiers } from './tell-verifiers.server.ts'

export type RevokeResult =
  /** `successor`: the corrected certificate that took its place, which is not revoked with it. */
  | { ok: true; id: string; already: boolean; successor: string | null }
  | { ok: false; reason: 'mistyped' | 'unknown' }

/**
 * Revokes a certificate for good. Revoking it again changes neither its date nor its reason.
 * @param actorId who does it; null: somebody at the command line
 */
export async function revokeCertificate(
  input: string,
  reason: RevocationReason,
  actorId: string | null = null,
): Promise<RevokeResult> {
  const read = readIdentifier(input)
  if (!read.ok) return { ok: false, reason: 'mistyped' }
  const { id } = read
  const { prisma } = database()
  const row = await prisma.certificate.findUnique({
    where: { id },
    select: { revokedAt: true, statusList: true, supersededById: true },
  })
  if (row === null) return { ok: false, reason: 'unknown' }
  if (row.revokedAt !== null) return { ok: true, id, already: true, successor: row.supersededById }
  try {
    const [revoked] = await prisma.$transaction([
      prisma.certificate.update({
        where: { id, revokedAt: null },
        data: { revokedAt: now(), revocationReason: reason },
        // Read again, since it may have been corrected just before.
        select: { supersededById: true },
      }),
      ...tellVerifiers(row.statusList, {
        actorId,
        action: 'certificate.revoke',
        subject: id,
        details: { reason },
      }),
    ])
    return { ok: true, id, already: false, successor: revoked.supersededById }
  } catch (error) {
    if (!isMissingRow(error)) throw error
    return { ok: true, id, already: true, successor: row.supersededById }
  }
}
