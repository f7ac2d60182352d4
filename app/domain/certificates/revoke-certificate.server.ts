import { now } from '#app/platform/clock.ts'
import { isMissingRow } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { readIdentifier } from './identifier.ts'
import type { RevocationReason } from './revocation-reason.ts'
import { tellVerifiers } from './tell-verifiers.server.ts'

export type RevokeResult =
  | { ok: true; id: string; already: boolean }
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
    select: { revokedAt: true, statusList: true },
  })
  if (row === null) return { ok: false, reason: 'unknown' }
  if (row.revokedAt !== null) return { ok: true, id, already: true }
  try {
    await prisma.$transaction([
      prisma.certificate.update({
        where: { id, revokedAt: null },
        data: { revokedAt: now(), revocationReason: reason },
        select: { id: true },
      }),
      ...tellVerifiers(row.statusList, {
        actorId,
        action: 'certificate.revoke',
        subject: id,
        details: { reason },
      }),
    ])
    return { ok: true, id, already: false }
  } catch (error) {
    if (!isMissingRow(error)) throw error
    return { ok: true, id, already: true }
  }
}
