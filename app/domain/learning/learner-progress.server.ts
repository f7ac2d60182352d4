import type { Course } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { readEditionBlocks } from './edition-blocks.server.ts'
import { readExamResults } from './exam-results.server.ts'
import { type BlockState, type CourseProgress, type LearnerState, measureProgress } from './progress.ts'

/** One learner's whole standing in one course, as stored. */
export type Standing = {
  enrolment: {
    edition: number
    completedAt: Date | null
    lastLessonId: string | null
    lastViewedAt: Date | null
  } | null
  blocks: StoredBlock[]
  editionBlocks: LearnerState['editionBlocks']
  exam: LearnerState['exam']
}

export type StoredBlock = BlockState & {
  lastAnswer: string
  hintsTaken: number
  passedAt: Date | null
  updatedAt: Date
}

export const noStanding: Standing = { enrolment: null, blocks: [], editionBlocks: null, exam: null }

/**
 * Reads a learner's standing in one course: one read, whatever the length of the course, and one more each for a
 * course with an exam and for a learner whose edition is not the present one.
 */
export async function readStanding(userId: string, course: Course): Promise<Standing> {
  const row = await database().prisma.enrolment.findUnique({
    where: { userId_courseId: { userId, courseId: course.id } },
    include: { blocks: { orderBy: [{ lessonId: 'asc' }, { blockId: 'asc' }] } },
  })
  if (row === null) return noStanding
  const { blocks, ...enrolment } = row
  const earlier = enrolment.edition === course.edition ? [] : [enrolment]
  const [editions, exams] = await Promise.all([
    readEditionBlocks(earlier),
    course.exam === null ? new Map() : readExamResults(userId, [course.id]),
  ])
  return {
    enrolment,
    blocks: blocks.map(block => ({ ...block, passed: block.passedAt !== null })),
    editionBlocks: editions.get(course.id) ?? null,
    exam: exams.get(course.id) ?? null,
  }
}

export function progressOf(course: Course, standing: Standing): CourseProgress {
  const { blocks, editionBlocks, exam } = standing
  const completed = standing.enrolment?.completedAt != null
  return measureProgress(course, { blocks, completed, editionBlocks, exam })
}

/**
 * Measures progress after a change, and marks the course completed the first time that it is.
 * The mark is set once and never moved, so a crash before it heals at the next call.
 */
export async function settleProgress(userId: string, course: Course): Promise<CourseProgress> {
  const standing = await readStanding(userId, course)
  const progress = progressOf(course, standing)
  if (progress.complete && standing.enrolment?.completedAt === null) {
    await database().prisma.enrolment.updateMany({
      where: { userId, courseId: course.id, completedAt: null },
      data: { completedAt: now() },
    })
  }
  return progress
}
