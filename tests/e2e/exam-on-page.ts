import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { EXAM, type Question, questionKinds } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import { amina, arrive, type Person } from '#tests/people.ts'
import { catalogue, type Given, rightAnswer } from './content.ts'
import { completeLessons, setDraw } from './exam-database.ts'
import { postForm } from './post-form.ts'
import { fillIn, questionOnPage } from './question-on-page.ts'

/** The course whose exam has every kind of question: seven of its bank, ten minutes, passed with 60 %. */
export const examCourse = catalogue.findCourse('authoring-tour') ?? stop('There is no tour for trainers.')

const bank = examCourse.exam?.bank ?? stop('The tour for trainers has no exam.')

/** One question of every kind. */
export const everyKind: readonly Question[] = questionKinds.map(
  kind => bank.find(question => question.kind === kind) ?? stop(`No question of the exam is ${kind}.`),
)

export const examKeys = bank.map(question => examKey(question))

export function examKey(question: Question) {
  return catalogue.answerKey(examCourse.id, EXAM, question.id) ?? stop(`${question.id} has no answer key.`)
}

/** A learner who has every lesson behind them. */
export async function readyLearner(request: APIRequestContext, language: Language): Promise<Person> {
  const learner = await arrive(request, amina(), language)
  completeLessons(learner.email, examCourse)
  return learner
}

/** The same learner in an attempt that asks one question of every kind. */
export async function sittingLearner(request: APIRequestContext, language: Language): Promise<Person> {
  const learner = await readyLearner(request, language)
  await beginExam(request, learner, language, 1)
  return learner
}

export async function beginExam(
  request: APIRequestContext,
  { email }: Person,
  language: Language,
  attempt: number,
): Promise<void> {
  const begun = await postForm(request, paths.exam(language, examCourse.id), { attempt: String(attempt) })
  expect(begun.headers().location).toBe(paths.examAttempt(language, examCourse.id, attempt))
  setDraw(
    email,
    everyKind.map(({ id }) => id),
  )
}

export function pageOf(language: Language, page?: number | 'hand-in', attempt = 1): string {
  return paths.examAttempt(language, examCourse.id, attempt, page)
}

type Filling = { language: Language; scripts?: boolean; given?: Given }

/** Fills the question of the open page in, rightly when nothing else is said. */
export async function fillQuestion(page: Page, question: Question, filling: Filling): Promise<void> {
  const { language, given = rightAnswer(examKey(question), language) } = filling
  await fillIn(questionOnPage(page, question, language), question, given, filling)
}

function stop(reason: string): never {
  throw new Error(reason)
}
