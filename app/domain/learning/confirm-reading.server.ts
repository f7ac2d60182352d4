import type { Course, Lesson } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { enrolment } from './enrol.server.ts'
import { settleProgress } from './learner-progress.server.ts'
import { FULL_SCORE, READING } from './progress.ts'

/** Keeps the learner's word that the lesson was read, once. */
export async function confirmReading(userId: string, course: Course, lesson: Lesson): Promise<void> {
  const place = { userId, courseId: course.id, lessonId: lesson.id, blockId: READING }
  const at = now()
  const reached = {
    attempts: 1,
    firstScore: FULL_SCORE,
    bestScore: FULL_SCORE,
    lastAnswer: '{}',
    passedAt: at,
    updatedAt: at,
  }
  const { prisma } = database()
  await prisma.$transaction([
    prisma.enrolment.upsert(enrolment(userId, course)),
    prisma.blockProgress.upsert({
      where: { userId_courseId_lessonId_blockId: place },
      create: { ...place, ...reached },
      update: {},
    }),
  ])
  await settleProgress(userId, course)
}
