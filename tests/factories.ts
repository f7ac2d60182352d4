import { readSession } from '#app/domain/accounts/sessions.server.ts'
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { signUp } from '#app/domain/accounts/sign-up.server.ts'
import { didOfSite } from '#app/domain/certificates/keys/did.ts'
import { setHubKeys } from '#app/domain/certificates/keys/hub-keys.server.ts'
import { openKeyFolder } from '#app/domain/certificates/keys/open-keys.server.ts'
import { type Catalogue, createCatalogue } from '#app/domain/courses/catalogue.ts'
import type { CompiledCourse } from '#app/domain/courses/compile-course.ts'
import type { AnswerKey, Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { confirmReading } from '#app/domain/learning/confirm-reading.server.ts'
import { keyOptions } from '#app/domain/learning/keyed-options.server.ts'
import { type SubmitResult, submitAnswer } from '#app/domain/learning/submit-answer.server.ts'
import { publicUrlOf, readEnv, setEnv } from '#app/platform/env.server.ts'
import { hub, setHub } from '#app/platform/hub.server.ts'
import type { Language, Localized } from '#app/platform/language.ts'
import { setSecret } from '#app/platform/secret.server.ts'
import { testKeysDir } from './setup/keys.ts'

/** Everything that may not be seen before an answer begins with this word. */
export const SECRET = 'тайна'

const both = (text: string): Localized => ({ bg: text, en: `${text} (en)` })
const inBoth = <T>(make: (language: Language) => T): Record<Language, T> => ({
  bg: make('bg'),
  en: make('en'),
})

type Draft = {
  id: string
  answer: AnswerKey['answer']
  options?: string[]
  points?: number
  answerText?: string
}

function question({ id, answer, options = [], points = 1 }: Draft): Question {
  const texts = inBoth(language => ({
    promptHtml: `<p>Въпрос ${id} (${language})</p>`,
    optionsHtml: options.map(option => `${option} (${language})`),
    leftHtml: [],
    headsHtml: null,
    blanks: [],
  }))
  const fence = { shuffle: true, attempts: null, partial: true, hints: 1, outcome: 'LO1' }
  return { id, kind: answer.kind, points, ...fence, texts }
}

function answerKey({ id, answer, options = [], answerText = '' }: Draft): AnswerKey {
  const texts = inBoth(language => ({
    feedbackHtml: options.map((_, index) => `<p>${SECRET}-отзив-${id}-${index}-${language}</p>`),
    explanationHtml: `<p>${SECRET}-обяснение-${id}-${language}</p>`,
    hintsHtml: [`<p>${SECRET}-подсказка-${id}-${language}</p>`],
    answerText: answerText === '' ? '' : `${answerText}-${language}`,
    blankTexts: [],
  }))
  return { answer, texts }
}

const drafts: Record<string, Draft[]> = {
  passwords: [
    {
      id: 'q-strong',
      points: 2,
      answer: { kind: 'single', correct: 1 },
      options: ['P@ssw0rd!', 'четири думи', '123456'],
    },
    {
      id: 'q-factors',
      answer: { kind: 'multiple', correct: [0, 2, 3] },
      options: ['ключ', 'същата парола', 'код от телефона', 'отпечатък'],
    },
  ],
  connections: [
    { id: 'q-bits', answer: { kind: 'number', value: 37.6, tolerance: 0.2 }, answerText: `${SECRET}-число` },
    {
      id: 'q-telnet',
      answer: {
        kind: 'text',
        accepted: [{ literal: `${SECRET} SSH` }, { pattern: `^${SECRET}\\s?shell$`, flags: 'i' }],
      },
      answerText: `${SECRET} SSH`,
    },
  ],
}

/** What a learner types to be right in the number and the text question of the sample course. */
const rightWords: Record<string, string> = { 'q-bits': '37,6', 'q-telnet': `${SECRET} SSH` }

function lesson(id: string, number: number): Lesson {
  const questions = (drafts[id] ?? []).map(question)
  const texts = inBoth(language => ({
    title: `Урок ${id} (${language})`,
    summary: `За какво е ${id}`,
    segments: [
      { kind: 'html' as const, html: `<p>Начало на ${id} (${language})</p>` },
      ...questions.map(({ id: questionId }) => ({ kind: 'question' as const, id: questionId })),
      { kind: 'html' as const, html: '<p>Край</p>' },
    ],
    headings: [
      { id: 'uvod', text: 'Увод', level: 2 as const },
      { id: 'podrobno', text: 'Подробно', level: 3 as const },
    ],
    sections: [{ id: null, heading: '', text: `Начало на ${id} (${language})` }],
    openMarkdown: `Начало на ${id} (${language})\n`,
    behind: [],
    terms: [],
  }))
  return {
    id,
    courseId: 'sample',
    number,
    outcomes: ['LO1'],
    minutes: { read: 10, practice: 5 },
    questions,
    texts,
  }
}

/** A course of two lessons with a question of every kind. Twelve months of validity, first edition. */
export const sampleCourse: Course = {
  id: 'sample',
  title: both('Примерен курс'),
  summary: both('Кратко представяне'),
  audience: both('За всички'),
  track: 'cybersecurity',
  level: 3,
  eqf: null,
  edition: 1,
  editionName: both('есен 2026'),
  languages: ['bg', 'en'],
  workload: { academicHours: 2, ects: null },
  prerequisites: null,
  outcomes: [
    { id: 'LO1', text: both('Избира парола'), digcomp: ['4.1'], ecf: [], ecsf: [], hpccf: [], esco: [] },
  ],
  codeNames: [
    {
      framework: 'digcomp',
      code: '4.1',
      name: both('Защита на устройствата'),
      source: 'https://example.org/d',
    },
  ],
  assessment: { type: 'quiz', passPercent: 70, attempts: null, cooldownHours: null, supervision: 'none' },
  participation: 'online',
  certificate: { validMonths: 12 },
  authors: [both('Екип на академията')],
  licence: 'CC BY 4.0',
  status: 'published',
  published: null,
  cover: '<svg></svg>',
  lessons: [lesson('passwords', 1), lesson('connections', 2)],
  brokenLessons: 0,
  exam: null,
}

export const sampleKeys: CompiledCourse['answerKeys'] = new Map(
  Object.entries(drafts).map(([id, list]) => [id, new Map(list.map(draft => [draft.id, answerKey(draft)]))]),
)

/** A catalogue of the sample course, or of changed copies of it that keep its questions. */
export function catalogueOf(...courses: Course[]): Catalogue {
  const served = courses.length === 0 ? [sampleCourse] : courses
  return createCatalogue(served.map(course => ({ course: structuredClone(course), answerKeys: sampleKeys })))
}

/** Sets the environment, a hub that exists nowhere and its keys, as the start of the process would. */
export function openAcademy(source: Record<string, string> = {}): void {
  const read = readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent', ...source })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  setEnv(read.env)
  setSecret('options', 'тайна на пробите')
  setSecret('addresses', 'тайна на пробите')
  setHub({
    academy: both('Примерна академия'),
    name: both('Примерен хъб'),
    legalName: both('Примерен хъб (измислен)'),
    legalId: both('ЕИК 000000000'),
    place: both('Стара Загора'),
    audience: both('предприятия'),
    country: both('България'),
    address: both('Стара Загора'),
    email: 'hub@example.org',
    website: 'https://example.org',
    domain: 'academy.example.org',
    qualityAssurance: both('Вътрешен преглед'),
  })
  const did = didOfSite(publicUrlOf(read.env))
  const opened = openKeyFolder(testKeysDir, { passphrase: null, did, hub: hub(), strict: false })
  if (!opened.ok) throw new Error(opened.problems.join('\n'))
  setHubKeys(opened.keys)
}

const cast = {
  amina: { email: 'amina@example.org', name: 'Амина Примерова', password: 'жълта лодка пее тихо' },
  tomas: { email: 'tomas@example.org', name: 'Томас Примеров', password: 'осем синьозелени чайника' },
  oleg: { email: 'oleg@example.org', name: 'Олег Примеров', password: 'чужд човек чете вестник' },
} as const

/** `cookie` is the Cookie header of the browser in which the person has just signed in. */
export type Person = { id: string; email: string; name: string; password: string; cookie: string }

export const createAmina = (): Promise<Person> => createPerson('amina')
export const createTomas = (): Promise<Person> => createPerson('tomas')
export const createOleg = (): Promise<Person> => createPerson('oleg')

/** Амина учи, Томас преподава, Олег е чужд човек: signed up and signed in through the domain's own functions. */
async function createPerson(who: keyof typeof cast): Promise<Person> {
  const person = cast[who]
  const added = await signUp({ ...person, language: 'bg' })
  const entered = await signIn(person, null)
  if (!added.ok || !entered.ok) throw new Error(`${who} cannot enter`)
  const cookie = cookieOf(entered.setCookie)
  const { user } = await readSession(cookie)
  if (user === null) throw new Error(`${who} has no session`)
  return { id: user.id, ...person, cookie }
}

/** The Cookie header that a browser sends back after this Set-Cookie header. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(';')[0] ?? ''
}

/** A question of the sample course with everything that a submission needs to know of it. */
export function placeOf(questionId: string, course: Course = sampleCourse) {
  for (const inside of course.lessons) {
    const found = inside.questions.find(({ id }) => id === questionId)
    const key = sampleKeys.get(inside.id)?.get(questionId)
    if (found !== undefined && key !== undefined)
      return { course, lesson: inside, question: found, answerKey: key }
  }
  throw new Error(`The sample course has no question ${questionId}`)
}

/** The sample course with one question changed. */
export function courseWith(questionId: string, change: Partial<Question>): Course {
  const changed = (question: Question) => (question.id === questionId ? { ...question, ...change } : question)
  const lessons = sampleCourse.lessons.map(one => ({ ...one, questions: one.questions.map(changed) }))
  return { ...sampleCourse, lessons }
}

/** What the form of this learner posts for the options with these filed numbers. */
export function shownOptions(
  userId: string,
  questionId: string,
  filed: number[],
  attempt = 1,
  of = sampleCourse,
): string[] {
  const { course, lesson: inside, question: asked } = placeOf(questionId, of)
  const scope = { learnerId: userId, courseId: course.id, lessonId: inside.id, attempt }
  const { options } = keyOptions(asked, scope)
  return filed.map(option => options.find(entry => entry.option === option)?.id ?? '')
}

export function rightValues(userId: string, questionId: string, attempt = 1, of = sampleCourse): string[] {
  const { answer } = placeOf(questionId).answerKey
  if (answer.kind === 'single') return shownOptions(userId, questionId, [answer.correct], attempt, of)
  if (answer.kind === 'multiple') return shownOptions(userId, questionId, answer.correct, attempt, of)
  return [rightWords[questionId] ?? '']
}

type Answering = { values?: string[]; attempt?: number; language?: Language; course?: Course }

/** Submits an answer to a question of the sample course: the right one, as the first attempt, in Bulgarian. */
export function answer(userId: string, questionId: string, given: Answering = {}): Promise<SubmitResult> {
  const { attempt = 1, language = 'bg', course } = given
  const { values = rightValues(userId, questionId, attempt, course) } = given
  return submitAnswer({ userId, ...placeOf(questionId, course), language, values, attempt })
}

/** Answers every question rightly at once and confirms every lesson. */
export async function completeCourse(userId: string, course: Course = sampleCourse): Promise<void> {
  for (const inside of course.lessons) {
    for (const { id } of inside.questions) await answer(userId, id, { course })
    await confirmReading(userId, course, inside)
  }
}
