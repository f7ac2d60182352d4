import type { Course } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { renewalOpensAt } from './renewal-window.ts'

/** The columns of a RenewableRow. */
export const renewableFields = {
  sequence: true,
  issuedAt: true,
  validUntil: true,
  revokedAt: true,
  withdrawnAt: true,
} as const

/**
 * Since when a learner's certificate of a course can be renewed; null while it cannot. Costs nothing for a course
 * whose certificates have no end.
 */
export async function readRenewalStart(
  userId: string,
  course: Pick<Course, 'id' | 'certificate'>,
): Promise<Date | null> {
  if (course.certificate.validMonths === null) return null
  const rows = await database().prisma.certificate.findMany({
    where: { userId, courseId: course.id },
    select: { ...renewableFields, edition: true },
    orderBy: [{ edition: 'desc' }, { sequence: 'desc' }],
  })
  const opensAt = renewalOpensAt(rows.filter(({ edition }) => edition === rows[0]?.edition))
  return opensAt !== null && now() >= opensAt ? opensAt : null
}
