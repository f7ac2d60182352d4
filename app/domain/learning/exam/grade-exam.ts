import type { AnswerKey, Question } from '#app/domain/courses/course.ts'
import { type Answer, gradeAnswer } from '../grade-answer.ts'
import { FULL_SCORE } from '../progress.ts'

export type Graded = { question: Question; answerKey: AnswerKey; answer: Answer | null }

export type ExamGrade = {
  /** Thousandths of the points of each question, by its id. */
  scores: ReadonlyMap<string, number>
  /** Thousandths of all points, rounded down, so that nobody reads a whole result where something is missing. */
  score: number
  passed: boolean
}

/** Grades a sitting: every question by its points, and one without an answer earns nothing. */
export function gradeExam(questions: readonly Graded[], passPercent: number): ExamGrade {
  const scores = new Map(
    questions.map(({ question, answerKey, answer }) => [
      question.id,
      answer === null
        ? 0
        : gradeAnswer(question, answerKey.answer, answer, question.texts.bg.optionsHtml.length),
    ]),
  )
  let points = 0
  let earned = 0
  for (const { question } of questions) {
    points += question.points
    earned += question.points * (scores.get(question.id) ?? 0)
  }
  const score = points === 0 ? 0 : Math.floor(earned / points)
  // In whole numbers: rounding decides nobody's exam.
  return { scores, score, passed: points > 0 && earned * 100 >= passPercent * points * FULL_SCORE }
}

export type OutcomePoints = {
  outcome: string | null
  questions: number
  points: number
  /** Thousandths of a point. */
  earned: number
}

/** Points by outcome, in the order in which the outcomes are first met. */
export function pointsByOutcome(
  graded: readonly { question: Pick<Question, 'outcome' | 'points'>; score: number }[],
): OutcomePoints[] {
  const rows = new Map<string | null, OutcomePoints>()
  for (const { question, score } of graded) {
    const row = rows.get(question.outcome) ?? {
      outcome: question.outcome,
      questions: 0,
      points: 0,
      earned: 0,
    }
    row.questions += 1
    row.points += question.points
    row.earned += question.points * score
    rows.set(question.outcome, row)
  }
  return [...rows.values()]
}

/** An answer that gives nothing of any kind: what was left out is shown as wrong, with what would have been right. */
export function emptyAnswer(kind: Question['kind']): Answer {
  switch (kind) {
    case 'order':
      return { kind, order: [] }
    case 'match':
      return { kind, pairs: [] }
    case 'blanks':
      return { kind, blanks: [] }
    default:
      return { kind: 'multiple', options: [] }
  }
}
