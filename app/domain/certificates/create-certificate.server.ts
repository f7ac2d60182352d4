import { createHash, randomBytes } from 'node:crypto'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database, type SafePrismaClient } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { drawForSeal } from './certificate-pdf.server.ts'
import { issueCredential } from './credential/issue-credential.server.ts'
import { generateIdentifier } from './identifier.ts'
import { hubKeys } from './keys/hub-keys.server.ts'
import { sealPdf } from './seal/seal-pdf.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'
import { freeStatusEntry } from './status/status-list.server.ts'

/** One place that a certificate can take: there is never more than one in it. */
type Place = { userId: string; courseId: string; edition: number; sequence: number }

/** What a snapshot takes from the certificate's making. */
export type Making = { id: string; issuedAt: Date; verifyUrl: string }

type Operation = Parameters<SafePrismaClient['$transaction']>[0][number]

/** Two certificates that drew the same bit of a status list: the one that comes second draws again, this often. */
const MOST_DRAWS = 5

/**
 * Makes a certificate and stores all of it at once: snapshot, credential, sealed bytes, digest and its bit of a status
 * list. Its place decides a race: whoever comes second gets the number of the one that is there, and `created: false`.
 * `also` is done in the same transaction.
 */
export function createCertificate(
  place: Place,
  publicUrl: string,
  describe: (making: Making) => CertificateSnapshot,
  also: (id: string) => Operation[] = () => [],
): Promise<Created> {
  return inTurn(JSON.stringify(place), () => createNow(place, publicUrl, describe, also))
}

type Created = { id: string; created: boolean }

const turns = new Map<string, Promise<unknown>>()

/**
 * Within this process one after the other for the same place: somebody who presses a button fifty times would keep
 * it busy for seconds with certificates of which one counts. Between processes the unique key decides.
 */
async function inTurn(place: string, work: () => Promise<Created>): Promise<Created> {
  const before = turns.get(place) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(place, mine)
  try {
    return await mine
  } finally {
    if (turns.get(place) === mine) turns.delete(place)
  }
}

async function createNow(
  place: Place,
  publicUrl: string,
  describe: (making: Making) => CertificateSnapshot,
  also: (id: string) => Operation[],
): Promise<Created> {
  const { prisma } = database()
  for (let draws = 1; ; draws++) {
    const taken = await findInPlace(place)
    if (taken !== null) return { id: taken, created: false }
    const made = await makeCertificate(publicUrl, describe)
    const create = prisma.certificate.create({ data: { ...place, ...made } })
    try {
      await prisma.$transaction([create, ...also(made.id)])
      return { id: made.id, created: true }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const there = await findInPlace(place)
      if (there !== null) return { id: there, created: false }
      if (draws === MOST_DRAWS) throw error
    }
  }
}

/** Everything of a certificate but its place. */
async function makeCertificate(publicUrl: string, describe: (making: Making) => CertificateSnapshot) {
  const { seal, credentialKey, trust } = hubKeys()
  const id = generateIdentifier(count => randomBytes(count))
  const issuedAt = now()
  const snapshot = describe({ id, issuedAt, verifyUrl: verifyUrlOf(publicUrl, id) })
  const status = await freeStatusEntry()
  const credential = await issueCredential(snapshot, { credentialKey, did: trust.did, publicUrl, status })
  const drawn = await drawForSeal(snapshot, credential)
  const { pdf, level } = await sealPdf(drawn, seal, { tsaUrl: env().tsaUrl })
  return {
    id,
    snapshot: JSON.stringify(snapshot),
    credential,
    pdf: new Uint8Array(pdf),
    pdfSha256: createHash('sha256').update(pdf).digest('hex'),
    sealLevel: level,
    statusList: status.list,
    statusIndex: status.index,
    issuedAt,
    validUntil: snapshot.validUntil === null ? null : new Date(snapshot.validUntil),
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
