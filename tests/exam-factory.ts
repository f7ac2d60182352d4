import { type Catalogue, createCatalogue } from '#app/domain/courses/catalogue.ts'
import {
  type AnswerKey,
  type Assessment,
  EXAM,
  type Exam,
  type Question,
} from '#app/domain/courses/course.ts'
import type { CourseWithExam, ExamPlace } from '#app/domain/learning/exam/attempts.server.ts'
import { beginExam } from '#app/domain/learning/exam/begin-exam.server.ts'
import { saveExamAnswer } from '#app/domain/learning/exam/save-exam-answer.server.ts'
import { scopeOf } from '#app/domain/learning/exam/sitting-questions.server.ts'
import { keyOptions } from '#app/domain/learning/keyed-options.server.ts'
import { database } from '#app/platform/db.server.ts'
import { completeCourse, SECRET, sampleCourse, sampleKeys } from './factories.ts'

type Draft = {
  id: string
  outcome: string
  answer: AnswerKey['answer']
  options?: string[]
  lefts?: string[]
  blanks?: Question['texts']['bg']['blanks']
  points?: number
}

/** One question of every kind, two of them of a second outcome. */
const drafts: Draft[] = [
  {
    id: 'x-single',
    outcome: 'LO1',
    answer: { kind: 'single', correct: 1 },
    options: ['а', 'б', 'в'],
    points: 2,
  },
  {
    id: 'x-multiple',
    outcome: 'LO1',
    answer: { kind: 'multiple', correct: [0, 2] },
    options: ['а', 'б', 'в', 'г'],
  },
  { id: 'x-number', outcome: 'LO1', answer: { kind: 'number', value: 22, tolerance: 0 } },
  { id: 'x-text', outcome: 'LO1', answer: { kind: 'text', accepted: [{ literal: `${SECRET} SSH` }] } },
  {
    id: 'x-order',
    outcome: 'LO1',
    answer: { kind: 'order', order: [2, 0, 1] },
    options: ['а', 'б', 'в'],
    points: 3,
  },
  {
    id: 'x-match',
    outcome: 'LO2',
    answer: { kind: 'match', pairs: [1, 0] },
    options: ['а', 'б'],
    lefts: ['едно', 'две'],
    points: 2,
  },
  {
    id: 'x-blanks',
    outcome: 'LO2',
    answer: {
      kind: 'blanks',
      blanks: [
        { kind: 'text', accepted: [{ literal: `${SECRET} дума` }] },
        { kind: 'choice', correct: 1 },
      ],
    },
    blanks: [{ kind: 'text' }, { kind: 'choice', options: ['а', 'б'] }],
    points: 2,
  },
]

function question({
  id,
  outcome,
  answer,
  options = [],
  lefts = [],
  blanks = [],
  points = 1,
}: Draft): Question {
  const gaps = blanks.map((_, number) => `<span data-blank="${number}"></span>`).join(' ')
  const text = {
    promptHtml: `<p>Въпрос ${id} ${gaps}</p>`,
    optionsHtml: options,
    leftHtml: lefts,
    headsHtml: null,
    blanks,
  }
  const fence = { shuffle: true, attempts: null, partial: true, hints: 0 }
  return { id, kind: answer.kind, points, outcome, ...fence, texts: { bg: text, en: text } }
}

function answerKey({ id, answer, options = [], blanks = [] }: Draft): AnswerKey {
  const text = {
    feedbackHtml: options.map((_, index) => `<p>${SECRET}-отзив-${id}-${index}</p>`),
    explanationHtml: `<p>${SECRET}-обяснение-${id}</p>`,
    hintsHtml: [],
    answerText: `${SECRET}-отговор-${id}`,
    blankTexts: blanks.map((_, index) => `${SECRET}-място-${id}-${index}`),
  }
  return { answer, texts: { bg: text, en: text } }
}

const examText = { title: 'Изпит', summary: 'Седем въпроса', introHtml: '<p>Спокойно.</p>' }

export const examBank: readonly Question[] = drafts.map(question)

type Change = { exam?: Partial<Exam>; assessment?: Partial<Assessment> }

/** The sample course with an exam of its whole bank, 10 minutes long, passed with 60 %. */
export function examCourse({ exam = {}, assessment = {} }: Change = {}): CourseWithExam {
  return {
    ...sampleCourse,
    outcomes: sampleCourse.outcomes.flatMap(outcome => [outcome, { ...outcome, id: 'LO2' }]),
    assessment: { ...sampleCourse.assessment, type: 'exam', passPercent: 60, ...assessment },
    exam: {
      questions: drafts.length,
      minutes: 10,
      review: 'answers',
      bank: [...examBank],
      texts: { bg: examText, en: examText },
      ...exam,
    },
  }
}

export function examCatalogue(course: CourseWithExam): Catalogue {
  const keys = new Map(drafts.map(draft => [draft.id, answerKey(draft)]))
  return createCatalogue([
    { course: structuredClone(course), answerKeys: new Map([...sampleKeys, [EXAM, keys]]) },
  ])
}

/** A learner who may begin: enrolled, with every lesson complete. */
export async function readyForExam(userId: string, course = examCourse()): Promise<ExamPlace> {
  await completeCourse(userId, course)
  return { catalogue: examCatalogue(course), course, userId }
}

/** The same learner in the first attempt. */
export async function inExam(userId: string, course = examCourse()): Promise<ExamPlace> {
  const place = await readyForExam(userId, course)
  const begun = await beginExam(place, 1)
  if (!begun.ok) throw new Error(`The exam does not begin: ${begun.reason}`)
  return place
}

/** What the page of a sitting posts for the right answer to a question, or for these filed options. */
export async function examValues(
  { userId, course }: ExamPlace,
  questionId: string,
  { number = 1, filed }: { number?: number; filed?: number[] } = {},
): Promise<string[]> {
  const asked = examBank.find(({ id }) => id === questionId)
  const draft = drafts.find(({ id }) => id === questionId)
  if (asked === undefined || draft === undefined) throw new Error(`There is no question ${questionId}`)
  const attempt = await database().prisma.examAttempt.findUniqueOrThrow({
    where: { userId_courseId_number: { userId, courseId: course.id, number } },
  })
  const offered = keyOptions(asked, scopeOf(attempt))
  const idOf = (option: number) => offered.options.find(entry => entry.option === option)?.id ?? ''
  const { answer } = draft
  if (answer.kind === 'single') return (filed ?? [answer.correct]).map(idOf)
  if (answer.kind === 'multiple') return (filed ?? answer.correct).map(idOf)
  if (answer.kind === 'order')
    return (filed ?? answer.order).map((option, place) => `${idOf(option)}:${place + 1}`)
  if (answer.kind === 'match') return (filed ?? answer.pairs).map(idOf)
  if (answer.kind === 'number') return [String(answer.value)]
  if (answer.kind === 'text') return [`${SECRET} SSH`]
  return [`${SECRET} дума`, offered.blanks[1]?.find(({ option }) => option === 1)?.id ?? '']
}

/** Saves the right answer to a question. */
export async function answerRightly(place: ExamPlace, questionId: string, number = 1) {
  const values = await examValues(place, questionId, { number })
  return saveExamAnswer(place, { number, questionId, values })
}

export async function answerEverything(place: ExamPlace, number = 1): Promise<void> {
  for (const { id } of examBank) await answerRightly(place, id, number)
}
