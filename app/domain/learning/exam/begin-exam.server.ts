import { randomInt, randomUUID } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { progressOf, readStanding } from '../learner-progress.server.ts'
import { type ExamPlace, readAttempts } from './attempts.server.ts'
import { drawQuestions } from './draw-questions.ts'
import { examDeadline } from './exam-clock.ts'
import { type MayBegin, mayBegin } from './may-begin.ts'

export type BeginResult =
  | { ok: true; number: number }
  | { ok: false; reason: 'not-enrolled' | 'foreign' | Extract<MayBegin, { ok: false }>['reason'] }

/**
 * Begins an attempt: draws its questions and starts its clock. `number` is the attempt as the page knew it, from 1:
 * the same one asked for again, or by many at once, is begun once and gone on with.
 */
export async function beginExam(place: ExamPlace, number: number): Promise<BeginResult> {
  const { course, userId } = place
  const standing = await readStanding(userId, course)
  if (standing.enrolment === null) return { ok: false, reason: 'not-enrolled' }
  const attempts = await readAttempts(place)
  if (attempts.some(attempt => attempt.number === number)) return { ok: true, number }

  const at = now()
  const { lessonsComplete } = progressOf(course, standing)
  const may = mayBegin(attempts, course.assessment, lessonsComplete, at, place.refreshSince)
  if (!may.ok) return { ok: false, reason: may.reason }
  if (may.number !== number) return { ok: false, reason: 'foreign' }

  const { prisma } = database()
  const learner = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { extraTimePercent: true },
  })
  const draw = drawQuestions(course.exam.bank, course.exam.questions, chance).map(({ id }) => id)
  const id = randomUUID()
  try {
    await prisma.$transaction([
      prisma.examAttempt.create({
        data: {
          id,
          userId,
          courseId: course.id,
          edition: standing.enrolment.edition,
          number,
          draw: JSON.stringify(draw),
          startedAt: at,
          deadlineAt: examDeadline(at, course.exam.minutes, learner.extraTimePercent),
        },
      }),
      // A row for every question, so that saving changes one row, and closing can tell whether any changed.
      prisma.examAnswer.createMany({
        data: draw.map(questionId => ({ attemptId: id, questionId, savedAt: at })),
      }),
    ])
  } catch (error) {
    // Another request began it first: its attempt is the one.
    if (!isUniqueViolation(error)) throw error
  }
  return { ok: true, number }
}

const STEPS = 2 ** 32

/** From 0 to below 1, from a source that nobody can foresee. */
function chance(): number {
  return randomInt(STEPS) / STEPS
}
