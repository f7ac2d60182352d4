import type { AnswerKey, Lesson, Question } from '#app/domain/courses/course.ts'
import type { Language } from '#app/platform/language.ts'
import type { Answer } from './grade-answer.ts'
import type { StoredBlock } from './learner-progress.server.ts'
import { orderOptions } from './option-order.server.ts'

/** A question as one learner meets it. Option marks are in the order shown, and absent before an answer. */
export type QuestionView = {
  id: string
  kind: Question['kind']
  points: number
  optionCount: number
  /** Number of the next attempt, from 1. */
  attempt: number
  state: 'open' | 'failed' | 'passed'
  marks: { chosen: boolean; right: boolean }[] | null
  /** What was typed last, for number and text questions. */
  typed: string | null
  /** The right answer in words, once an answer was given. */
  answerText: string | null
  hasExplanation: boolean
}

export type HtmlMap = Record<string, string>

/** Keys of a question's HTML on the page; options and feedback are numbered as shown. */
export const questionHtml = {
  prompt: (id: string) => `${id}/prompt`,
  option: (id: string, shown: number) => `${id}/option/${shown}`,
  feedback: (id: string, shown: number) => `${id}/feedback/${shown}`,
  explanation: (id: string) => `${id}/explanation`,
}

/** The open half of a question: prompt and options in this learner's order. */
export function openHalf(question: Question, lesson: Lesson, language: Language, learnerId: string): HtmlMap {
  const text = question.texts[language]
  const html: HtmlMap = { [questionHtml.prompt(question.id)]: text.promptHtml }
  for (const [shown, authored] of orderOptions(question, lesson.id, learnerId).entries()) {
    html[questionHtml.option(question.id, shown)] = text.optionsHtml[authored] ?? ''
  }
  return html
}

type Viewing = {
  question: Question
  answerKey: AnswerKey
  lesson: Lesson
  language: Language
  learnerId: string
}

/** State of a question, with its secret half only as far as an answer has opened it. */
export function viewQuestion(
  viewing: Viewing,
  block: StoredBlock | null,
): { view: QuestionView; html: HtmlMap } {
  const { question, answerKey, lesson, language, learnerId } = viewing
  const view: QuestionView = {
    id: question.id,
    kind: question.kind,
    points: question.points,
    optionCount: question.texts[language].optionsHtml.length,
    attempt: (block?.attempts ?? 0) + 1,
    state: block === null ? 'open' : block.passed ? 'passed' : 'failed',
    marks: null,
    typed: null,
    answerText: null,
    hasExplanation: false,
  }
  if (block === null) return { view, html: {} }

  const secret = answerKey.texts[language]
  const answer = JSON.parse(block.lastAnswer) as Answer
  const order = orderOptions(question, lesson.id, learnerId)
  const html: HtmlMap = {}
  if (secret.explanationHtml !== '') {
    view.hasExplanation = true
    html[questionHtml.explanation(question.id)] = secret.explanationHtml
  }
  if (answer.kind === 'number') view.typed = answer.typed
  if (answer.kind === 'text') view.typed = answer.text
  if (question.kind === 'number' || question.kind === 'text') view.answerText = secret.answerText
  else {
    view.marks = order.map(authored => ({
      chosen: isChosen(answer, authored),
      right: isRight(answerKey, authored),
    }))
    for (const [shown, mark] of view.marks.entries()) {
      const feedback = secret.feedbackHtml[order[shown] ?? -1] ?? ''
      if ((mark.chosen || mark.right) && feedback !== '')
        html[questionHtml.feedback(question.id, shown)] = feedback
    }
  }
  return { view, html }
}

function isChosen(answer: Answer, option: number): boolean {
  return (
    (answer.kind === 'single' && answer.option === option) ||
    (answer.kind === 'multiple' && answer.options.includes(option))
  )
}

function isRight({ answer }: AnswerKey, option: number): boolean {
  return (
    (answer.kind === 'single' && answer.correct === option) ||
    (answer.kind === 'multiple' && answer.correct.includes(option))
  )
}
