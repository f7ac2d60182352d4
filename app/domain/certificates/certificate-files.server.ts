import { database } from '#app/platform/db.server.ts'

/** The stored bytes of a learner's own certificate; null for anybody else's. */
export async function readCertificatePdf(userId: string, id: string): Promise<Uint8Array | null> {
  const row = await database().prisma.certificate.findFirst({ where: { id, userId }, select: { pdf: true } })
  return row?.pdf ?? null
}

/** The stored text of its credential; null for anybody else's, and for one that was issued before there were any. */
export async function readCredential(userId: string, id: string): Promise<string | null> {
  const row = await database().prisma.certificate.findFirst({
    where: { id, userId },
    select: { credential: true },
  })
  return row?.credential ?? null
}
