import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { EXAM } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { isMissingRow } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Answer } from '../grade-answer.ts'
import { settleProgress } from '../learner-progress.server.ts'
import type { CourseWithExam, ExamPlace, StoredAnswer, StoredAttempt } from './attempts.server.ts'
import { GRACE_SECONDS } from './exam-clock.ts'
import { gradeExam } from './grade-exam.ts'
import { questionsOf } from './sitting-questions.server.ts'

/**
 * Hands an attempt in, at the learner's word. False when the learner has none of that number; one that is closed
 * already stays as it is.
 */
export async function handIn({ catalogue, course, userId }: ExamPlace, number: number): Promise<boolean> {
  const attempt = await database().prisma.examAttempt.findUnique({
    where: { userId_courseId_number: { userId, courseId: course.id, number } },
  })
  if (attempt === null) return false
  await closeAttempt(catalogue, course, attempt)
  return true
}

/** How often a closing begins again because an answer came in while it was graded. */
const MOST_TRIES = 50

/**
 * Grades an attempt and closes it, in one step: either the grades of exactly the answers that are kept, or nothing.
 * Afterwards the course is completed when nothing else is missing. Safe to repeat, and by many at once.
 */
export async function closeAttempt(
  catalogue: Catalogue,
  course: CourseWithExam,
  attempt: StoredAttempt,
): Promise<void> {
  for (let tries = 0; !(await tryToClose(catalogue, course, attempt)); tries += 1) {
    if (tries === MOST_TRIES) throw new Error(`The exam attempt ${attempt.id} could not be closed`)
  }
  // Also for one that was closed: a crash may have come between that and the completion.
  await settleProgress(attempt.userId, course)
}

/** False when an answer was saved meanwhile, and the grades are those of another answer. */
async function tryToClose(
  catalogue: Catalogue,
  course: CourseWithExam,
  attempt: StoredAttempt,
): Promise<boolean> {
  const { prisma } = database()
  const stored = await prisma.examAttempt.findUnique({
    where: { id: attempt.id },
    include: { answers: { orderBy: { questionId: 'asc' } } },
  })
  if (stored === null || stored.handedInAt !== null) return true
  const grade = gradeStored(catalogue, course, stored, stored.answers)
  const at = now()
  // Who is late is handed in by the clock, and at its time: nobody waits longer for the next attempt because a
  // server was down.
  const end =
    at < attempt.deadlineAt
      ? { handedInAt: at, handedInBy: 'learner' }
      : { handedInAt: attempt.deadlineAt, handedInBy: 'clock' }
  try {
    await prisma.$transaction([
      // First, because its row is what two hand-ins wait for. A row that is not as asked for undoes everything.
      prisma.examAttempt.update({
        where: { id: attempt.id, handedInAt: null },
        data: { ...end, score: grade.score, passed: grade.passed },
      }),
      // Every question has a row since the beginning, so that none can be added in between; a score closes a row.
      ...stored.answers.map(({ questionId, answer }) =>
        prisma.examAnswer.update({
          where: { attemptId_questionId: { attemptId: attempt.id, questionId }, answer, score: null },
          data: { score: grade.scores.get(questionId) ?? 0 },
        }),
      ),
    ])
    return true
  } catch (error) {
    if (!isMissingRow(error)) throw error
    return false
  }
}

function gradeStored(
  catalogue: Catalogue,
  course: CourseWithExam,
  attempt: Pick<StoredAttempt, 'draw'>,
  answers: readonly StoredAnswer[],
) {
  const given = new Map(answers.map(({ questionId, answer }) => [questionId, answer]))
  const graded = questionsOf(catalogue, course, attempt).map(({ question, answerKey }) => {
    const answer = given.get(question.id) ?? null
    return { question, answerKey, answer: answer === null ? null : (JSON.parse(answer) as Answer) }
  })
  return gradeExam(graded, course.assessment.passPercent)
}

/** How many attempts one sweep closes; what is left over waits for the next. */
const MOST_AT_ONCE = 500

/**
 * Closes the attempts whose time is over and whose browser is gone. Several processes may do it at the same time.
 * Left alone are those whose exam cannot be read now: they are graded when it can be again. Returns how many it met.
 */
export async function closeOverdueExams(catalogue: Catalogue): Promise<number> {
  const courses = catalogue.courses.filter(course => course.exam !== null)
  if (courses.length === 0) return 0
  const overdue = await database().prisma.examAttempt.findMany({
    where: {
      handedInAt: null,
      deadlineAt: { lt: new Date(now().getTime() - GRACE_SECONDS * 1_000) },
      courseId: { in: courses.map(course => course.id) },
    },
    orderBy: [{ deadlineAt: 'asc' }, { id: 'asc' }],
    take: MOST_AT_ONCE,
  })
  for (const attempt of overdue) {
    const course = catalogue.findCourse(attempt.courseId)
    if (course?.exam == null) continue
    try {
      await closeAttempt(catalogue, { ...course, exam: course.exam }, attempt)
    } catch (error) {
      // One that cannot be closed keeps no other open.
      log().error({ err: error, exam: `${EXAM}/${attempt.id}` }, 'exam could not be closed')
    }
  }
  return overdue.length
}
