import type { Question } from '#app/domain/courses/course.ts'

/** Hours that a question rests after its last attempt. The way on is never closed for good. */
export const REST_HOURS = 24

export type QuestionTurn = {
  /** Number of the next attempt, from 1. */
  number: number
  /** Attempts that are left before the question rests; null when they are not counted. */
  left: number | null
  /** Until when it rests; null when it can be answered. */
  restsUntil: Date | null
}

/** Whether a question may be answered now, and how often. `updatedAt` is the time of the last attempt. */
export function questionTurn(
  { attempts: limit }: Pick<Question, 'attempts'>,
  block: { attempts: number; passed: boolean; updatedAt: Date } | null,
  at: Date,
): QuestionTurn {
  const made = block?.attempts ?? 0
  const number = made + 1
  if (limit === null || block === null || block.passed) return { number, left: limit, restsUntil: null }
  const used = made % limit
  if (made === 0 || used > 0) return { number, left: limit - used, restsUntil: null }
  const until = new Date(block.updatedAt.getTime() + REST_HOURS * 3_600_000)
  return at < until ? { number, left: 0, restsUntil: until } : { number, left: limit, restsUntil: null }
}
