import { fileURLToPath } from 'node:url'
import type { AnswerKey, BlankKey, Course, Lesson, Question } from '#app/domain/courses/course.ts'
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

/** The lesson of the tour for trainers that has a question of every kind. */
export function questionsOfEveryKind(): Lesson {
  const tour = catalogue.findCourse('authoring-tour')
  return (
    tour?.lessons.find(({ id }) => id === 'questions') ??
    stop('There is no lesson with every kind of question.')
  )
}

/** An answer in terms of what is filed: options, words, the option at each place or for each left side, or gaps. */
export type Given =
  | { options: number[] }
  | { typed: string }
  | { order: number[] }
  | { pairs: (number | null)[] }
  | { gaps: (string | number)[] }

export function rightAnswer({ answer }: AnswerKey, language: Language): Given {
  switch (answer.kind) {
    case 'single':
      return { options: [answer.correct] }
    case 'multiple':
      return { options: answer.correct }
    case 'order':
      return { order: answer.order }
    case 'match':
      return { pairs: answer.pairs }
    case 'blanks':
      return {
        gaps: answer.blanks.map(gap => (gap.kind === 'choice' ? gap.correct : wordsFor(gap, language))),
      }
    default:
      return { typed: wordsFor(answer, language) }
  }
}

/** An answer that earns nothing. */
export function wrongAnswer({ answer }: AnswerKey, question: Question, language: Language): Given {
  const { optionsHtml } = question.texts[language]
  switch (answer.kind) {
    case 'single':
    case 'multiple': {
      const correct = [answer.correct].flat()
      const wrong = optionsHtml.findIndex((_, option) => !correct.includes(option))
      return { options: wrong === -1 ? correct.slice(0, 1) : [wrong] }
    }
    case 'order':
      return { order: answer.order.toReversed() }
    case 'match':
      return { pairs: answer.pairs.map(option => (option + 1) % optionsHtml.length) }
    case 'blanks':
      return { gaps: answer.blanks.map(gap => wrongFor(gap, language)) }
    default:
      return { typed: String(wrongFor(answer, language)) }
  }
}

/** An answer that earns a part; null for what is right or is not. */
export function partlyRightAnswer(key: AnswerKey, question: Question, language: Language): Given | null {
  const { answer } = key
  if (!question.partial) return null
  const wrong = wrongAnswer(key, question, language)
  if (answer.kind === 'multiple') return { options: answer.correct.slice(0, 1) }
  if (answer.kind === 'order')
    return { order: [...answer.order.slice(1, 2), ...answer.order.toSpliced(1, 1)] }
  if (answer.kind === 'match' && 'pairs' in wrong)
    return { pairs: [...answer.pairs.slice(0, 1), ...wrong.pairs.slice(1)] }
  const right = rightAnswer(key, language)
  if ('gaps' in right && 'gaps' in wrong) return { gaps: [...right.gaps.slice(0, 1), ...wrong.gaps.slice(1)] }
  return null
}

type TypedKey = Extract<AnswerKey['answer'], { kind: 'number' | 'text' }>

function wordsFor(key: TypedKey, language: Language): string {
  if (key.kind === 'number') return numberIn(language, key.value)
  const literal = key.accepted.find(accepted => 'literal' in accepted)
  return literal?.literal ?? stop('A text answer has no literal form.')
}

function wrongFor(key: BlankKey | TypedKey, language: Language): string | number {
  if (key.kind === 'choice') return key.correct === 0 ? 1 : 0
  if (key.kind === 'text') return 'зюмбюл 4711'
  return numberIn(language, key.value + key.tolerance + Math.max(1, Math.abs(key.value)))
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
