import type { Course } from '#app/domain/courses/course.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { progressOf, readStanding } from '#app/domain/learning/learner-progress.server.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import type { Localized } from '#app/platform/language.ts'
import { validUntil } from './build-snapshot.ts'

export type CertificateOffer =
  /** What the certificate would say beside the name, if it were issued now. */
  | {
      ok: true
      title: Localized
      edition: number
      editionName: Localized | null
      type: Course['assessment']['type']
      resultPercent: number
      firstAttemptPercent: number
      passPercent: number
      /** ISO 8601; null: without an end. */
      validUntil: string | null
    }
  /** `id` is the last one. */
  | { ok: false; reason: 'issued'; id: string }
  | { ok: false; reason: 'not-earned' | 'demonstration' }

/** Whether a learner may have the certificate of a course issued now. */
export async function offerCertificate(userId: string, course: Course): Promise<CertificateOffer> {
  const issued = await database().prisma.certificate.findFirst({
    where: { userId, courseId: course.id },
    orderBy: [{ edition: 'desc' }, { sequence: 'desc' }],
    select: { id: true },
  })
  if (issued !== null) return { ok: false, reason: 'issued', id: issued.id }
  if (!countsAsOffer(course)) return { ok: false, reason: 'demonstration' }
  const standing = await readStanding(userId, course)
  const progress = progressOf(course, standing)
  if (standing.enrolment === null || !progress.complete) return { ok: false, reason: 'not-earned' }
  const { edition } = standing.enrolment
  return {
    ok: true,
    title: course.title,
    edition,
    editionName: edition === course.edition ? course.editionName : null,
    type: course.assessment.type,
    resultPercent: progress.resultPercent,
    firstAttemptPercent: progress.firstAttemptPercent,
    passPercent: course.assessment.passPercent,
    validUntil: validUntil(now(), course.certificate.validMonths)?.toISOString() ?? null,
  }
}
