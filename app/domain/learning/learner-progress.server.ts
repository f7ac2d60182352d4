import type { Course } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { type BlockState, type CourseProgress, measureProgress } from './progress.ts'

/** One learner's whole standing in one course, as stored. */
export type Standing = {
  enrolment: {
    edition: number
    completedAt: Date | null
    lastLessonId: string | null
    lastViewedAt: Date | null
  } | null
  blocks: StoredBlock[]
}

export type StoredBlock = BlockState & { lastAnswer: string }

/** Reads a learner's standing in one course: one read, whatever the length of the course. */
export async function readStanding(userId: string, courseId: string): Promise<Standing> {
  const row = await database().prisma.enrolment.findUnique({
    where: { userId_courseId: { userId, courseId } },
    include: { blocks: { orderBy: [{ lessonId: 'asc' }, { blockId: 'asc' }] } },
  })
  if (row === null) return { enrolment: null, blocks: [] }
  const { blocks, ...enrolment } = row
  return { enrolment, blocks: blocks.map(block => ({ ...block, passed: block.passedAt !== null })) }
}

export function progressOf(course: Course, standing: Standing): CourseProgress {
  return measureProgress(course, standing.blocks, standing.enrolment?.completedAt != null)
}

/**
 * Measures progress after a change, and marks the course completed the first time that it is.
 * The mark is set once and never moved, so a crash before it heals at the next call.
 */
export async function settleProgress(userId: string, course: Course): Promise<CourseProgress> {
  const standing = await readStanding(userId, course.id)
  const progress = progressOf(course, standing)
  if (progress.complete && standing.enrolment?.completedAt === null) {
    await database().prisma.enrolment.updateMany({
      where: { userId, courseId: course.id, completedAt: null },
      data: { completedAt: now() },
    })
  }
  return progress
}
