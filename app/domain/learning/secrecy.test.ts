import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { AnswerKey, Course } from '#app/domain/courses/course.ts'
import { loadCatalogue } from '#app/domain/courses/load-catalogue.server.ts'
import { languages } from '#app/platform/language.ts'
import { catalogueOf, openAcademy, SECRET } from '#tests/factories.ts'
import { openLesson } from './open-lesson.server.ts'
import { viewCourse } from './view-course.server.ts'
import { viewLesson } from './view-lesson.server.ts'
import { untouched, viewQuestion } from './view-question.server.ts'

beforeAll(() => openAcademy())

const sample = catalogueOf()
const shipped = loadCatalogue(resolve('content')).catalogue
const learners = ['', 'amina', 'oleg']

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Everything that is sent of a course before anybody answers, as the text that travels. */
async function sentBeforeAnswers(course: Course, catalogue = sample): Promise<string> {
  const sent: unknown[] = [course]
  for (const language of languages) {
    sent.push(await viewCourse(course, null, language))
    for (const lesson of course.lessons) {
      sent.push(await openLesson({ catalogue, course, lesson, language, userId: null, record: true }))
      sent.push(viewLesson(course, lesson, language, false))
      for (const learnerId of learners) {
        for (const question of lesson.questions) {
          const answerKey = catalogue.answerKey(course.id, lesson.id, question.id)
          if (answerKey === null) throw new Error(`${question.id} has no answer key`)
          const scope = { learnerId, courseId: course.id, lessonId: lesson.id, attempt: 1 }
          sent.push(viewQuestion({ question, answerKey, language, scope }, untouched))
        }
      }
    }
  }
  return JSON.stringify(sent)
}

function keysOf(catalogue: typeof sample): AnswerKey[] {
  const places = catalogue.courses.flatMap(course =>
    course.lessons.flatMap(lesson =>
      lesson.questions.map(question => [course.id, lesson.id, question.id] as const),
    ),
  )
  return places.flatMap(place => catalogue.answerKey(...place) ?? [])
}

test('the sample course has secrets of every sort to find', () => {
  const secrets = keysOf(sample)
    .flatMap(stringsIn)
    .filter(text => text.includes(SECRET))
  for (const sort of ['отзив', 'обяснение', 'подсказка', 'число', 'SSH', 'shell']) {
    expect(
      secrets.some(text => text.includes(sort)),
      sort,
    ).toBe(true)
  }
})

test('before an answer nothing that is sent holds a string of an answer key', async () => {
  const [course] = sample.courses
  if (course === undefined) throw new Error('The sample catalogue is empty')
  expect(await sentBeforeAnswers(course)).not.toContain(SECRET)
})

test('before an answer a question tells neither which options are right nor what was typed', () => {
  for (const course of sample.courses) {
    for (const lesson of course.lessons) {
      for (const question of lesson.questions) {
        const answerKey = sample.answerKey(course.id, lesson.id, question.id)
        if (answerKey === null) throw new Error(`${question.id} has no answer key`)
        const scope = { learnerId: 'amina', courseId: course.id, lessonId: lesson.id, attempt: 1 }
        const { view } = viewQuestion({ question, answerKey, language: 'bg', scope }, untouched)
        expect(view).toMatchObject({
          state: 'open',
          score: null,
          given: [],
          marks: null,
          parts: null,
          rightOptions: null,
          rightTexts: null,
          hasExplanation: false,
          hintsTaken: 0,
        })
      }
    }
  }
})

test('options look alike, whichever of them is right', () => {
  for (const course of sample.courses) {
    for (const lesson of course.lessons) {
      for (const question of lesson.questions) {
        const answerKey = sample.answerKey(course.id, lesson.id, question.id)
        if (answerKey === null) throw new Error(`${question.id} has no answer key`)
        const scope = { learnerId: 'amina', courseId: course.id, lessonId: lesson.id, attempt: 1 }
        const { html } = viewQuestion({ question, answerKey, language: 'bg', scope }, untouched)
        const options = Object.entries(html).filter(([key]) => key.includes('/option/'))
        expect(options.map(([, text]) => text).sort()).toEqual([...question.texts.bg.optionsHtml].sort())
        expect(Object.keys(html).filter(key => !/\/(?:prompt|option\/\d+)$/.test(key))).toEqual([])
      }
    }
  }
})

test('of the courses in this repository, no feedback, explanation or hint is sent before an answer', async () => {
  expect(shipped.courses.length).toBeGreaterThan(0)
  for (const course of shipped.courses) {
    const sent = await sentBeforeAnswers(course, shipped)
    const prose = course.lessons
      .flatMap(({ id, questions }) =>
        questions.map(question => shipped.answerKey(course.id, id, question.id)),
      )
      .flatMap(key => languages.flatMap(language => proseOf(key?.texts[language])))
    expect(prose.length).toBeGreaterThan(0)
    for (const secret of prose) expect(sent).not.toContain(JSON.stringify(secret).slice(1, -1))
  }
})

/** A word or a number may stand in a lesson by chance; a sentence may not. */
function proseOf(texts: AnswerKey['texts']['bg'] | undefined): string[] {
  if (texts === undefined) return []
  return [...texts.feedbackHtml, texts.explanationHtml, ...texts.hintsHtml].filter(text => text.length > 30)
}
