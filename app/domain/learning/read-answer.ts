import type { QuestionKind } from '#app/domain/courses/course.ts'
import type { Answer } from './grade-answer.ts'
import { readNumber } from './read-number.ts'

const LONGEST_TEXT = 500

export type AnswerFault = 'missing' | 'not-a-number' | 'too-long' | 'foreign'

export type ReadAnswerResult = { ok: true; answer: Answer } | { ok: false; reason: AnswerFault }

/** Turns what a form posted into an answer. `order[shown] = authored` maps the options back. */
export function readAnswer(kind: QuestionKind, values: string[], order: number[]): ReadAnswerResult {
  const given = values.map(value => value.trim()).filter(value => value !== '')
  const [first] = given
  if (first === undefined) return { ok: false, reason: 'missing' }
  if (kind === 'multiple') {
    const options = given.map(value => authoredOption(value, order))
    if (options.some(option => option === null)) return { ok: false, reason: 'foreign' }
    const unique = [...new Set(options as number[])].sort((a, b) => a - b)
    return { ok: true, answer: { kind, options: unique } }
  }
  if (given.length > 1) return { ok: false, reason: 'foreign' }
  if (kind === 'single') {
    const option = authoredOption(first, order)
    return option === null ? { ok: false, reason: 'foreign' } : { ok: true, answer: { kind, option } }
  }
  if (first.length > LONGEST_TEXT) return { ok: false, reason: 'too-long' }
  if (kind === 'text') return { ok: true, answer: { kind, text: first } }
  const value = readNumber(first)
  return value === null
    ? { ok: false, reason: 'not-a-number' }
    : { ok: true, answer: { kind, value, typed: first } }
}

function authoredOption(value: string, order: number[]): number | null {
  return /^\d{1,3}$/.test(value) ? (order[Number(value)] ?? null) : null
}
