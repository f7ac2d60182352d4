import { createHash, randomBytes } from 'node:crypto'
import type { Course } from '#app/domain/courses/course.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { progressOf, readStanding } from '#app/domain/learning/learner-progress.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { drawCertificate } from './certificate-pdf.server.ts'
import { generateIdentifier } from './identifier.ts'
import { type NameFault, readName } from './read-name.server.ts'

export type IssueResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'not-earned' }
  | { ok: false; reason: 'demonstration' }
  | ({ ok: false; field: 'name' | 'nameLatin' } & NameFault)

type Issuing = { userId: string; course: Course; name: string; nameLatin: string; publicUrl: string }

/** First certificate for a course; a renewal takes the next. */
const FIRST = 1

/**
 * Issues the certificate of a course that the learner has completed. One insert writes all of it; the unique key
 * (learner, course, edition, sequence) decides a race, and whoever loses it gets the winner's certificate.
 */
export async function issueCertificate({
  userId,
  course,
  name,
  nameLatin,
  publicUrl,
}: Issuing): Promise<IssueResult> {
  if (!countsAsOffer(course)) return { ok: false, reason: 'demonstration' }
  const readFull = readName(name)
  if (!readFull.ok) return { ...readFull, field: 'name' }
  const readLatin = readName(nameLatin)
  if (!readLatin.ok) return { ...readLatin, field: 'nameLatin' }

  const standing = await readStanding(userId, course)
  const progress = progressOf(course, standing)
  if (standing.enrolment === null || !progress.complete) return { ok: false, reason: 'not-earned' }
  const { edition } = standing.enrolment
  const before = await findIssued(userId, course.id, edition)
  if (before !== null) return { ok: true, id: before }

  const id = generateIdentifier(count => randomBytes(count))
  const issuedAt = now()
  const snapshot = buildSnapshot({
    id,
    demo: env().mode === 'demo',
    learner: { name: readFull.name, nameLatin: readLatin.name },
    course,
    edition,
    resultPercent: progress.resultPercent,
    firstAttemptPercent: progress.firstAttemptPercent,
    issuer: { ...hub(), domain: new URL(publicUrl).host },
    issuedAt,
    // Upper case keeps the QR code in its alphanumeric mode, and with it small.
    verifyUrl: `${publicUrl}${paths.shortVerify(id)}`.toUpperCase(),
  })
  const pdf = await drawCertificate(snapshot)
  try {
    await database().prisma.certificate.create({
      data: {
        id,
        userId,
        courseId: course.id,
        edition,
        sequence: FIRST,
        snapshot: JSON.stringify(snapshot),
        pdf: new Uint8Array(pdf),
        pdfSha256: createHash('sha256').update(pdf).digest('hex'),
        issuedAt,
        validUntil: snapshot.validUntil === null ? null : new Date(snapshot.validUntil),
      },
    })
    return { ok: true, id }
  } catch (error) {
    const winner = isUniqueViolation(error) ? await findIssued(userId, course.id, edition) : null
    if (winner === null) throw error
    return { ok: true, id: winner }
  }
}

async function findIssued(userId: string, courseId: string, edition: number): Promise<string | null> {
  const row = await database().prisma.certificate.findUnique({
    where: { userId_courseId_edition_sequence: { userId, courseId, edition, sequence: FIRST } },
    select: { id: true },
  })
  return row?.id ?? null
}
