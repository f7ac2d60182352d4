import type { Course } from '#app/domain/courses/course.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { progressOf, readStanding } from '#app/domain/learning/learner-progress.server.ts'
import { database } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { createCertificate } from './create-certificate.server.ts'
import { type NameFault, readName } from './read-name.server.ts'

export type IssueResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'not-earned' }
  | { ok: false; reason: 'demonstration' }
  | ({ ok: false; field: 'name' | 'nameLatin' } & NameFault)

type Issuing = { userId: string; course: Course; name: string; nameLatin: string; publicUrl: string }

/** A corrected certificate and a renewal take the next. */
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

  const { id } = await createCertificate(
    { userId, courseId: course.id, edition, sequence: FIRST },
    publicUrl,
    making =>
      buildSnapshot({
        ...making,
        demo: env().mode === 'demo',
        learner: { name: readFull.name, nameLatin: readLatin.name },
        course,
        edition,
        resultPercent: progress.resultPercent,
        firstAttemptPercent: progress.firstAttemptPercent,
        issuer: { ...hub(), domain: new URL(publicUrl).host },
      }),
  )
  return { ok: true, id }
}

/** The certificate of this edition that was issued last: the first one, a corrected one or a renewal. */
async function findIssued(userId: string, courseId: string, edition: number): Promise<string | null> {
  const row = await database().prisma.certificate.findFirst({
    where: { userId, courseId, edition },
    orderBy: { sequence: 'desc' },
    select: { id: true },
  })
  return row?.id ?? null
}
