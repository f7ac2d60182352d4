import { type Problem, warningAt } from '#app/markdown/problem.ts'
import type { CompiledQuestion } from './compile-question.ts'

const MOST_WORDS = 4000

/** What is allowed, but seldom good for a learner. */
export function warningsOfStyle(body: string, questions: readonly CompiledQuestion[]): Problem[] {
  return [...longLesson(body), ...longestIsRight(questions)]
}

function longLesson(body: string): Problem[] {
  // So few characters cannot hold so many words, and most lessons need not be counted.
  if (body.length < MOST_WORDS * 2) return []
  const words = body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words <= MOST_WORDS) return []
  const line = body.split('\n').findIndex(text => text.trim() !== '') + 1
  const message = `The lesson has ${words} words.`
  return [
    warningAt(
      { line, column: 1 },
      'lesson-long',
      message,
      `split it: above ${MOST_WORDS} words few read to the end`,
    ),
  ]
}

/** One such question says nothing; when every one is so, learners find the answer without reading. */
export function longestIsRight(questions: readonly CompiledQuestion[]): Problem[] {
  const choices = questions.filter(question => question.kind === 'single')
  const [first] = choices
  if (first === undefined || choices.length < 2 || !choices.every(isRightLongest)) return []
  const message = 'In every question of this file the right option is the longest.'
  return [warningAt(first, 'longest-is-right', message, 'shorten right options or lengthen wrong ones')]
}

function isRightLongest({ options }: CompiledQuestion): boolean {
  const longestWrong = Math.max(...options.filter(option => !option.correct).map(option => option.length))
  return options.some(option => option.correct && option.length > longestWrong)
}
