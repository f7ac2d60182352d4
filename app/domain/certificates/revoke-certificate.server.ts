import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { readIdentifier } from './identifier.ts'
import type { RevocationReason } from './revocation-reason.ts'

export type RevokeResult =
  | { ok: true; id: string; already: boolean }
  | { ok: false; reason: 'mistyped' | 'unknown' }

/** Revokes a certificate for good. Revoking it again changes neither its date nor its reason. */
export async function revokeCertificate(input: string, reason: RevocationReason): Promise<RevokeResult> {
  const read = readIdentifier(input)
  if (!read.ok) return { ok: false, reason: 'mistyped' }
  const { prisma } = database()
  const { count } = await prisma.certificate.updateMany({
    where: { id: read.id, revokedAt: null },
    data: { revokedAt: now(), revocationReason: reason },
  })
  if (count === 1) return { ok: true, id: read.id, already: false }
  const known = await prisma.certificate.findUnique({ where: { id: read.id }, select: { id: true } })
  return known === null ? { ok: false, reason: 'unknown' } : { ok: true, id: read.id, already: true }
}
