import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import type { Course, Exam } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { closeAttempt } from './close-exam.server.ts'
import { examClock } from './exam-clock.ts'

/** A course that has an exam which can be served. */
export type CourseWithExam = Course & { exam: Exam }

export function hasExam(course: Course): course is CourseWithExam {
  return course.exam !== null
}

/** Whose exam it is, and with what it is read and graded. */
export type ExamPlace = {
  catalogue: Catalogue
  course: CourseWithExam
  userId: string
  /** From when this learner's certificate can be renewed; null, or not given, while it cannot. */
  refreshSince?: Date | null
}

export type StoredAttempt = {
  id: string
  userId: string
  courseId: string
  number: number
  draw: string
  startedAt: Date
  deadlineAt: Date
  handedInAt: Date | null
  handedInBy: string | null
  score: number | null
  passed: boolean | null
}

export type StoredAnswer = {
  questionId: string
  answer: string | null
  flagged: boolean
  score: number | null
}

/** A learner's attempts at an exam, in their order. One whose time is over is closed before it is read. */
export async function readAttempts(place: ExamPlace): Promise<StoredAttempt[]> {
  const { course, userId } = place
  const read = () =>
    database().prisma.examAttempt.findMany({
      where: { userId, courseId: course.id },
      orderBy: { number: 'asc' },
    })
  const attempts = await read()
  return (await closeWhenOver(place, attempts)) ? read() : attempts
}

/** One attempt with its answers; null when this learner has none of that number. Closed first when its time is over. */
export async function readAttempt(
  place: ExamPlace,
  number: number,
): Promise<{ attempt: StoredAttempt; answers: StoredAnswer[] } | null> {
  const { course, userId } = place
  const read = () =>
    database().prisma.examAttempt.findUnique({
      where: { userId_courseId_number: { userId, courseId: course.id, number } },
      include: { answers: { orderBy: { questionId: 'asc' } } },
    })
  let row = await read()
  if (row !== null && (await closeWhenOver(place, [row]))) row = await read()
  if (row === null) return null
  const { answers, ...attempt } = row
  return { attempt, answers }
}

/** Returns whether anything was closed. */
async function closeWhenOver(
  { catalogue, course }: ExamPlace,
  attempts: readonly StoredAttempt[],
): Promise<boolean> {
  const over = attempts.filter(
    attempt => attempt.handedInAt === null && !examClock(attempt.deadlineAt, now()).accepts,
  )
  for (const attempt of over) await closeAttempt(catalogue, course, attempt)
  return over.length > 0
}
