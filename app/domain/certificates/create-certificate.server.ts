import { createHash, randomBytes } from 'node:crypto'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database, type SafePrismaClient } from '#app/platform/db.server.ts'
import { drawCertificate } from './certificate-pdf.server.ts'
import { generateIdentifier } from './identifier.ts'
import type { CertificateSnapshot } from './snapshot.ts'

/** One place that a certificate can take: there is never more than one in it. */
type Place = { userId: string; courseId: string; edition: number; sequence: number }

/** What a snapshot takes from the certificate's making. */
export type Making = { id: string; issuedAt: Date; verifyUrl: string }

type Operation = Parameters<SafePrismaClient['$transaction']>[0][number]

/**
 * Makes a certificate and stores all of it at once: snapshot, bytes and digest. Its place decides a race: whoever
 * comes second gets the number of the one that is there, and `created: false`. `also` is done in the same
 * transaction.
 */
export async function createCertificate(
  place: Place,
  publicUrl: string,
  describe: (making: Making) => CertificateSnapshot,
  also: (id: string) => Operation[] = () => [],
): Promise<{ id: string; created: boolean }> {
  const id = generateIdentifier(count => randomBytes(count))
  const issuedAt = now()
  const snapshot = describe({ id, issuedAt, verifyUrl: verifyUrlOf(publicUrl, id) })
  const pdf = await drawCertificate(snapshot)
  const { prisma } = database()
  const create = prisma.certificate.create({
    data: {
      ...place,
      id,
      snapshot: JSON.stringify(snapshot),
      pdf: new Uint8Array(pdf),
      pdfSha256: createHash('sha256').update(pdf).digest('hex'),
      issuedAt,
      validUntil: snapshot.validUntil === null ? null : new Date(snapshot.validUntil),
    },
  })
  try {
    await prisma.$transaction([create, ...also(id)])
    return { id, created: true }
  } catch (error) {
    const there = isUniqueViolation(error) ? await findInPlace(place) : null
    if (there === null) throw error
    return { id: there, created: false }
  }
}

/** Upper case keeps the QR code in its alphanumeric mode, and with it small. */
function verifyUrlOf(publicUrl: string, id: string): string {
  return `${publicUrl}${paths.shortVerify(id)}`.toUpperCase()
}

async function findInPlace(place: Place): Promise<string | null> {
  const row = await database().prisma.certificate.findUnique({
    where: { userId_courseId_edition_sequence: place },
    select: { id: true },
  })
  return row?.id ?? null
}
