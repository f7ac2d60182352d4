import { createHash } from 'node:crypto'
import type { Question } from '#app/domain/courses/course.ts'

/**
 * The order in which a learner sees the options: `order[shown] = authored`. The same learner sees the same order
 * in both languages and after a reload; another learner sees another one. The page names options by the place
 * where they are shown, so neither order nor name gives the answer away.
 */
export function orderOptions(question: Question, lessonId: string, learnerId: string): number[] {
  const authored = question.texts.bg.optionsHtml.map((_, index) => index)
  if (!question.shuffle) return authored
  const rank = (index: number) =>
    createHash('sha256').update(`${learnerId}/${lessonId}/${question.id}/${index}`).digest('hex')
  return authored
    .map(index => ({ index, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.index - b.index))
    .map(entry => entry.index)
}
