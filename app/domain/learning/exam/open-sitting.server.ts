import { now } from '#app/platform/clock.ts'
import type { Language } from '#app/platform/language.ts'
import type { Answer } from '../grade-answer.ts'
import { progressOf, readStanding } from '../learner-progress.server.ts'
import { FULL_SCORE } from '../progress.ts'
import { type HtmlMap, type QuestionView, untouched, viewQuestion } from '../view-question.server.ts'
import {
  type ExamPlace,
  readAttempt,
  readAttempts,
  type StoredAnswer,
  type StoredAttempt,
} from './attempts.server.ts'
import { emptyAnswer, pointsByOutcome } from './grade-exam.ts'
import { questionsOf, scopeOf } from './sitting-questions.server.ts'
import { type AttemptRow, describeAttempt, type ExamTurn, examTurn } from './view-exam.server.ts'

/** Which page of a sitting: a question by its place, from 1, the hand-in, or where the learner stands. */
export type SittingPage = number | 'hand-in' | null

export type Sitting = {
  kind: 'sitting'
  title: string
  number: number
  /** The question of this page; null on the page of the hand-in. */
  place: number | null
  question: QuestionView | null
  /** In the order of the sitting. */
  states: { answered: boolean; flagged: boolean }[]
  /** Minutes that the sitting lasts, and ISO times of its end and of this answer by the server's clock. */
  minutes: number
  deadlineAt: string
  now: string
}

export type SittingResult = {
  kind: 'result'
  title: string
  attempt: AttemptRow
  passPercent: number
  /** Points in thousandths. */
  outcomes: { id: string; text: string; questions: number; points: number; earned: number }[]
  turn: ExamTurn
  complete: boolean
  missingLessons: number
  /** Every question with its answers, where the course shows them; null where the result is all. */
  review: QuestionView[] | null
  /** Whether the learner had answered, for each question of the review. */
  answered: boolean[]
}

type Opening = ExamPlace & {
  language: Language
  number: number
  page: SittingPage
  /** An answer that was just sent and not accepted. */
  refused?: { question: string; values: string[] }
}

/** A sitting as it runs, or its result once it is handed in; null when this learner has none of that number. */
export async function openSitting(
  opening: Opening,
): Promise<{ view: Sitting | SittingResult; html: HtmlMap } | null> {
  const read = await readAttempt(opening, opening.number)
  if (read === null) return null
  const { attempt, answers } = read
  return attempt.handedInAt === null
    ? openRunning(opening, attempt, answers)
    : openResult(opening, attempt, answers)
}

function openRunning(opening: Opening, attempt: StoredAttempt, answers: readonly StoredAnswer[]) {
  const { catalogue, course, language, page, refused } = opening
  const questions = questionsOf(catalogue, course, attempt)
  const stored = new Map(answers.map(answer => [answer.questionId, answer]))
  const states = questions.map(({ question }) => ({
    answered: stored.get(question.id)?.answer != null,
    flagged: stored.get(question.id)?.flagged ?? false,
  }))
  // Whoever comes back goes on with the first question that has no answer.
  const goOn = Math.max(1, states.findIndex(({ answered }) => !answered) + 1)
  const place = page === 'hand-in' ? null : Math.min(page ?? goOn, questions.length)
  const asked = place === null ? undefined : questions[place - 1]
  const answer = asked === undefined ? null : parse(stored.get(asked.question.id)?.answer)
  const viewed =
    asked === undefined
      ? null
      : viewQuestion(
          {
            ...asked,
            language,
            scope: scopeOf(attempt),
            ...(refused?.question === asked.question.id && { refused: refused.values }),
          },
          { ...untouched, last: answer === null ? null : { answer, judged: false } },
        )
  const view: Sitting = {
    kind: 'sitting',
    title: course.exam.texts[language].title,
    number: attempt.number,
    place: asked === undefined ? null : place,
    question: viewed?.view ?? null,
    states,
    minutes: (attempt.deadlineAt.getTime() - attempt.startedAt.getTime()) / 60_000,
    deadlineAt: attempt.deadlineAt.toISOString(),
    now: now().toISOString(),
  }
  return { view, html: viewed?.html ?? {} }
}

async function openResult(opening: Opening, attempt: StoredAttempt, answers: readonly StoredAnswer[]) {
  const { catalogue, course, language, userId } = opening
  const [attempts, standing] = await Promise.all([readAttempts(opening), readStanding(userId, course)])
  const progress = progressOf(course, standing)
  const questions = questionsOf(catalogue, course, attempt)
  const stored = new Map(answers.map(answer => [answer.questionId, answer]))
  const scoreOf = (id: string) => stored.get(id)?.score ?? 0
  const points = pointsByOutcome(questions.map(({ question }) => ({ question, score: scoreOf(question.id) })))
  const outcomes = course.outcomes.flatMap(({ id, text }) =>
    points
      .filter(row => row.outcome === id)
      .map(({ outcome, ...row }) => ({ id, text: text[language], ...row })),
  )
  const html: HtmlMap = {}
  const review: QuestionView[] = []
  for (const asked of course.exam.review === 'answers' ? questions : []) {
    const { id, kind } = asked.question
    const answer = parse(stored.get(id)?.answer) ?? emptyAnswer(kind)
    const viewed = viewQuestion(
      { ...asked, language, scope: scopeOf(attempt) },
      {
        ...untouched,
        state: scoreOf(id) === FULL_SCORE ? 'passed' : 'failed',
        last: { answer, judged: true },
        revealed: true,
      },
    )
    review.push(viewed.view)
    Object.assign(html, viewed.html)
  }
  const view: SittingResult = {
    kind: 'result',
    title: course.exam.texts[language].title,
    attempt: describeAttempt(attempt),
    passPercent: course.assessment.passPercent,
    outcomes,
    turn: examTurn(opening, attempts, progress),
    complete: progress.complete,
    missingLessons: progress.requiredLessons - progress.completeLessons,
    review: course.exam.review === 'answers' ? review : null,
    answered: review.map(({ id }) => stored.get(id)?.answer != null),
  }
  return { view, html }
}

function parse(answer: string | null | undefined): Answer | null {
  return answer == null ? null : (JSON.parse(answer) as Answer)
}
