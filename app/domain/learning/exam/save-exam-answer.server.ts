import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { keyOptions } from '../keyed-options.server.ts'
import { type AnswerFault, readAnswer } from '../read-answer.ts'
import { type ExamPlace, readAttempt } from './attempts.server.ts'
import { questionsOf, scopeOf } from './sitting-questions.server.ts'

export type SaveRequest = {
  number: number
  questionId: string
  /** Values of the form field, in terms of the page. */
  values: string[]
  /** Whether the learner wants to come back to it; not given, it stays as it is. */
  flagged?: boolean
}

export type SaveResult =
  /** `questions`: how many the sitting has. */
  | { ok: true; answered: boolean; questions: number; deadlineAt: Date }
  | { ok: false; reason: 'missing-attempt' | 'closed' | AnswerFault }

/**
 * Keeps one answer, half done or empty ones too; the one that arrives last counts. Nothing is kept after the attempt
 * was handed in, nor after its deadline and the grace behind it.
 */
export async function saveExamAnswer(place: ExamPlace, request: SaveRequest): Promise<SaveResult> {
  const { number, questionId, values, flagged } = request
  const read = await readAttempt(place, number)
  if (read === null) return { ok: false, reason: 'missing-attempt' }
  const { attempt } = read
  if (attempt.handedInAt !== null) return { ok: false, reason: 'closed' }
  const questions = questionsOf(place.catalogue, place.course, attempt)
  const asked = questions.find(({ question }) => question.id === questionId)
  if (asked === undefined) return { ok: false, reason: 'foreign' }

  const given = readAnswer(asked.question, values, keyOptions(asked.question, scopeOf(attempt)), false)
  if (!given.ok && given.reason !== 'missing') return given
  const answer = given.ok ? JSON.stringify(given.answer) : null
  const { count } = await database().prisma.examAnswer.updateMany({
    // A score is given when the attempt is closed. Asked for in the same statement and the same row, it lets no
    // answer in afterwards, whoever was first.
    where: { attemptId: attempt.id, questionId, score: null },
    data: { answer, savedAt: now(), ...(flagged !== undefined && { flagged }) },
  })
  if (count === 0) return { ok: false, reason: 'closed' }
  return { ok: true, answered: given.ok, questions: questions.length, deadlineAt: attempt.deadlineAt }
}
