import { database } from '#app/platform/db.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'

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
    select: { id: true, courseId: true, issuedAt: true, revokedAt: true, snapshot: true },
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
