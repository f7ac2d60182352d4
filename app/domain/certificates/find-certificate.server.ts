import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { type IdentifierReading, readIdentifier } from './identifier.ts'
import { isRevocationReason, type RevocationReason } from './revocation-reason.ts'
import type { CertificateSnapshot } from './snapshot.ts'

export type Verdict =
  | { state: 'valid' | 'expired'; snapshot: CertificateSnapshot; checkedAt: string }
  | {
      state: 'revoked'
      snapshot: CertificateSnapshot
      revokedAt: string
      reason: RevocationReason
      checkedAt: string
    }
  | { state: 'unknown'; id: string; checkedAt: string }
  | { state: 'mistyped'; fault: Extract<IdentifierReading, { ok: false }> }

/** Everything of a stored certificate but its bytes, which a verdict does not need. */
const withoutBytes = {
  id: true,
  snapshot: true,
  validUntil: true,
  revokedAt: true,
  revocationReason: true,
} as const

/** What is true of a certificate's number at this moment. A wrong check symbol is answered without a look-up. */
export async function verifyIdentifier(input: string): Promise<Verdict> {
  const read = readIdentifier(input)
  if (!read.ok) return { state: 'mistyped', fault: read }
  const checkedAt = now().toISOString()
  const row = await database().prisma.certificate.findUnique({ where: { id: read.id }, select: withoutBytes })
  if (row === null) return { state: 'unknown', id: read.id, checkedAt }
  // Written by buildSnapshot and never changed since.
  const snapshot = JSON.parse(row.snapshot) as CertificateSnapshot
  if (row.revokedAt !== null) {
    const reason = isRevocationReason(row.revocationReason) ? row.revocationReason : 'other'
    return { state: 'revoked', snapshot, revokedAt: row.revokedAt.toISOString(), reason, checkedAt }
  }
  const expired = row.validUntil !== null && row.validUntil <= now()
  return { state: expired ? 'expired' : 'valid', snapshot, checkedAt }
}

export type OwnCertificate = {
  id: string
  courseId: string
  issuedAt: string
  revoked: boolean
  title: CertificateSnapshot['course']['title']
}

/** A learner's certificates, the newest first. */
export async function listCertificates(userId: string): Promise<OwnCertificate[]> {
  const rows = await database().prisma.certificate.findMany({
    where: { userId },
    select: { ...withoutBytes, courseId: true, issuedAt: true },
    orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(row => ({
    id: row.id,
    courseId: row.courseId,
    issuedAt: row.issuedAt.toISOString(),
    revoked: row.revokedAt !== null,
    title: (JSON.parse(row.snapshot) as CertificateSnapshot).course.title,
  }))
}

/** The stored bytes of a learner's own certificate; null for anybody else's. */
export async function readCertificatePdf(userId: string, id: string): Promise<Uint8Array | null> {
  const row = await database().prisma.certificate.findFirst({ where: { id, userId }, select: { pdf: true } })
  return row?.pdf ?? null
}
