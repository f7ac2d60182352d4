import type { Course } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'

/** Enrols a learner in the present edition of a course; nothing changes for one who is enrolled. */
export async function enrol(userId: string, course: Course): Promise<void> {
  await database().prisma.enrolment.upsert(enrolment(userId, course))
}

export function enrolment(userId: string, course: Course) {
  const courseId = course.id
  return {
    where: { userId_courseId: { userId, courseId } },
    create: { userId, courseId, edition: course.edition, enrolledAt: now() },
    // Writes what stands there already: an empty update would make Prisma look first and insert afterwards,
    // and on PostgreSQL two requests at once would both insert. With it this is one ON CONFLICT statement.
    update: { courseId },
  }
}
