import type { Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { enrolment } from './enrol.server.ts'

type HintRequest = {
  userId: string
  course: Course
  lesson: Lesson
  question: Question
  /** Which hint is asked for, from 1. A request that is repeated asks for the same one. */
  number: number
}

/** Opens one more hint of a question. Hints come one after another, and there is no more than the author wrote. */
export async function takeHint({ userId, course, lesson, question, number }: HintRequest): Promise<void> {
  if (number < 1 || number > question.hints) return
  const place = { userId, courseId: course.id, lessonId: lesson.id, blockId: question.id }
  const at = now()
  const empty = { attempts: 0, firstScore: 0, bestScore: 0, lastAnswer: '', passedAt: null, updatedAt: at }
  const { prisma } = database()
  await prisma.$transaction([
    prisma.enrolment.upsert(enrolment(userId, course)),
    prisma.blockProgress.upsert({
      where: { userId_courseId_lessonId_blockId: place },
      create: { ...place, ...empty },
      update: { courseId: course.id },
    }),
    // Only the next one. The time of the last attempt stays: a resting question counts from it.
    prisma.blockProgress.updateMany({
      where: { ...place, hintsTaken: number - 1 },
      data: { hintsTaken: number },
    }),
  ])
}
