import { fileURLToPath } from 'node:url'
import type { AnswerKey, Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { loadCatalogue } from '#app/domain/courses/load-catalogue.server.ts'
import type { Language } from '#app/platform/language.ts'

/** The very courses that the academy under test serves, answer keys included. */
export const { catalogue } = loadCatalogue(fileURLToPath(new URL('../../content', import.meta.url)))

export const openCourses: readonly Course[] = catalogue.courses.filter(({ status }) => status === 'published')

/** The course that the journeys go through: the shortest one, with more than one lesson. */
export const journeyCourse: Course =
  openCourses
    .filter(course => course.lessons.length > 1)
    .toSorted((a, b) => questionsIn(a) - questionsIn(b))
    .at(0) ?? stop('There is no course of two lessons to walk through.')

export function firstLesson(course: Course): Lesson {
  return course.lessons[0] ?? stop(`${course.id} has no lesson.`)
}

export function keyOf(lesson: Lesson, question: Question): AnswerKey {
  return (
    catalogue.answerKey(lesson.courseId, lesson.id, question.id) ?? stop(`${question.id} has no answer key.`)
  )
}

/** An answer as a learner gives it: options by their authored place, or words to type. */
export type Given = { options: number[] } | { typed: string }

export function rightAnswer({ answer }: AnswerKey, language: Language): Given {
  if (answer.kind === 'single') return { options: [answer.correct] }
  if (answer.kind === 'multiple') return { options: answer.correct }
  if (answer.kind === 'number') return { typed: numberIn(language, answer.value) }
  const literal = answer.accepted.find(accepted => 'literal' in accepted)
  return literal === undefined ? stop('A text answer has no literal form.') : { typed: literal.literal }
}

export function wrongAnswer({ answer }: AnswerKey, question: Question, language: Language): Given {
  if (answer.kind === 'single' || answer.kind === 'multiple') {
    const correct = [answer.correct].flat()
    const wrong = question.texts[language].optionsHtml.findIndex((_, option) => !correct.includes(option))
    if (wrong === -1) return { options: correct.slice(0, 1) }
    return { options: [wrong] }
  }
  if (answer.kind === 'number') {
    return {
      typed: numberIn(language, answer.value + answer.tolerance + Math.max(1, Math.abs(answer.value))),
    }
  }
  return { typed: 'зюмбюл 4711' }
}

/** The readable text of rendered HTML, as a page shows it. */
export function textOf(html: string): string {
  return html
    .replace(/<\/?(?:p|li|ul|ol|pre|div|br|table|thead|tbody|tr|td|th|blockquote|h\d)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|amp|nbsp|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', '#39': "'" }

function numberIn(language: Language, value: number): string {
  return language === 'bg' ? String(value).replace('.', ',') : String(value)
}

function questionsIn(course: Course): number {
  return course.lessons.reduce((sum, lesson) => sum + lesson.questions.length, 0)
}

function stop(reason: string): never {
  throw new Error(reason)
}
