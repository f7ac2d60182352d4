import { randomUUID } from 'node:crypto'
import type { AnswerKey, Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { isUniqueViolation } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import { enrolment } from './enrol.server.ts'
import { gradeAnswer } from './grade-answer.ts'
import { keyOptions } from './keyed-options.server.ts'
import { readStanding, settleProgress } from './learner-progress.server.ts'
import { FULL_SCORE } from './progress.ts'
import { questionTurn } from './question-turn.ts'
import { type AnswerFault, readAnswer } from './read-answer.ts'
import { standingInRefresher } from './refresher.ts'

export type Submission = {
  userId: string
  course: Course
  lesson: Lesson
  question: Question
  answerKey: AnswerKey
  language: Language
  /** Values of the form field, in terms of the page. */
  values: string[]
  /** Number of this attempt as the page knew it, from 1: it settles double submissions. */
  attempt: number
  /** From when this learner's certificate can be renewed: what was passed before is then asked again. */
  refreshSince?: Date | null
}

export type SubmitResult = { ok: true } | { ok: false; reason: AnswerFault | 'resting' }

/**
 * Grades an answer and keeps it, enrolling the learner if need be. The same attempt sent twice, one that comes
 * late, and one after the question is passed all leave what is stored as it is; one that is ahead of its turn was
 * made by no page of ours. The number of the attempt is unique in the database, so parallel requests cannot take
 * more attempts than the question has.
 */
export async function submitAnswer(submission: Submission): Promise<SubmitResult> {
  const { userId, course, lesson, question, attempt, refreshSince = null } = submission
  const standing = await readStanding(userId, course)
  const before =
    standing.blocks.find(block => block.lessonId === lesson.id && block.blockId === question.id) ?? null
  const passed = before !== null && standingInRefresher(before, refreshSince).passed
  const turn = questionTurn(question, before && { ...before, passed }, now())
  if (passed || attempt < turn.number) {
    // A request that is repeated after a crash finds its answer kept, and the completion perhaps not.
    await settleProgress(userId, course)
    return { ok: true }
  }
  if (attempt > turn.number) return { ok: false, reason: 'foreign' }
  if (turn.restsUntil !== null) return { ok: false, reason: 'resting' }

  const scope = { learnerId: userId, courseId: course.id, lessonId: lesson.id, attempt }
  const offered = keyOptions(question, scope)
  const read = readAnswer(question, submission.values, offered)
  if (!read.ok) return read
  const score = gradeAnswer(question, submission.answerKey.answer, read.answer, offered.options.length)
  await keepAttempt(submission, JSON.stringify(read.answer), score, before)
  await settleProgress(userId, course)
  return { ok: true }
}

async function keepAttempt(
  submission: Submission,
  answer: string,
  score: number,
  before: { attempts: number; firstScore: number; bestScore: number; passedAt: Date | null } | null,
): Promise<void> {
  const { userId, course, lesson, question, language } = submission
  const place = { userId, courseId: course.id, lessonId: lesson.id, blockId: question.id }
  const number = (before?.attempts ?? 0) + 1
  const at = now()
  const reached = {
    attempts: number,
    bestScore: Math.max(score, before?.bestScore ?? 0),
    lastAnswer: answer,
    // In a refresher it was passed before, which a wrong answer does not take away.
    passedAt: score === FULL_SCORE ? at : (before?.passedAt ?? null),
    updatedAt: at,
  }
  const { prisma } = database()
  try {
    await prisma.$transaction([
      prisma.enrolment.upsert(enrolment(userId, course)),
      // First, because its unique key decides which of two parallel submissions counts.
      prisma.attempt.create({
        data: { id: randomUUID(), ...place, number, language, answer, score, answeredAt: at },
      }),
      prisma.blockProgress.upsert({
        where: { userId_courseId_lessonId_blockId: place },
        create: { ...place, ...reached, firstScore: score },
        // A row that holds only hints has no first attempt yet.
        update: number === 1 ? { ...reached, firstScore: score } : reached,
      }),
    ])
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}
