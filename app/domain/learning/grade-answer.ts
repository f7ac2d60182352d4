import { RE2JS } from 're2js'
import type { AcceptedText, AnswerKey, BlankKey, Question } from '#app/domain/courses/course.ts'
import { foldText, tidyText } from './fold-text.ts'
import { FULL_SCORE } from './progress.ts'
import { readNumber } from './read-number.ts'

/** An answer in terms of the filed question, never of the page. */
export type Answer =
  | { kind: 'single'; option: number }
  | { kind: 'multiple'; options: number[] }
  | { kind: 'number'; value: number; typed: string }
  | { kind: 'text'; text: string }
  /** The option at each place, from the first. */
  | { kind: 'order'; order: number[] }
  /** The option given to each left-hand side; null where none was. */
  | { kind: 'match'; pairs: (number | null)[] }
  | { kind: 'blanks'; blanks: (BlankAnswer | null)[] }

export type BlankAnswer = { typed: string } | { option: number }

/**
 * Grades one answer. Returns thousandths of the question's points, from 0 to `FULL_SCORE`. Where the author allows
 * parts, they are earned as follows; otherwise an answer is right or it is not.
 * - Multiple choice: its share of the right options. A wrong one takes away as much as a right one earns, and more
 *   where there are fewer wrong ones than right ones, so that ticking everything earns nothing.
 * - Order: Kendall's tau (M. G. Kendall, A New Measure of Rank Correlation, 1938), so that chance earns nothing.
 * - Matching and gaps: the share that is right.
 */
export function gradeAnswer(
  question: Pick<Question, 'partial'>,
  key: AnswerKey['answer'],
  answer: Answer,
  optionCount: number,
): number {
  const score = gradeInParts(key, answer, optionCount)
  return question.partial || score === FULL_SCORE ? score : 0
}

function gradeInParts(key: AnswerKey['answer'], answer: Answer, optionCount: number): number {
  if (key.kind === 'single' && answer.kind === 'single') return whole(answer.option === key.correct)
  if (key.kind === 'multiple' && answer.kind === 'multiple') {
    return gradeMultiple(key.correct, answer.options, optionCount)
  }
  if (key.kind === 'number' && answer.kind === 'number') return whole(isNear(key, answer.value))
  if (key.kind === 'text' && answer.kind === 'text') return whole(isAccepted(key.accepted, answer.text))
  if (key.kind === 'order' && answer.kind === 'order') return gradeOrder(key.order, answer.order)
  if (key.kind === 'match' || key.kind === 'blanks') {
    const right = rightParts(key, answer)
    return share(right.filter(Boolean).length, right.length)
  }
  return 0
}

/** For each place, left-hand side or gap, whether it holds what belongs there; empty for the other kinds. */
export function rightParts(key: AnswerKey['answer'], answer: Answer): boolean[] {
  if (key.kind === 'order' && answer.kind === 'order')
    return key.order.map((option, place) => answer.order[place] === option)
  if (key.kind === 'match' && answer.kind === 'match')
    return key.pairs.map((option, left) => answer.pairs[left] === option)
  if (key.kind === 'blanks' && answer.kind === 'blanks')
    return key.blanks.map((blank, number) => isBlankRight(blank, answer.blanks[number] ?? null))
  return []
}

function isBlankRight(key: BlankKey, answer: BlankAnswer | null): boolean {
  if (answer === null) return false
  if ('option' in answer) return key.kind === 'choice' && answer.option === key.correct
  if (key.kind === 'text') return isAccepted(key.accepted, answer.typed)
  const value = readNumber(answer.typed)
  return key.kind === 'number' && value !== null && isNear(key, value)
}

function gradeMultiple(correct: number[], chosen: number[], optionCount: number): number {
  const right = chosen.filter(option => correct.includes(option)).length
  const wrong = chosen.length - right
  const enough = Math.min(correct.length, Math.max(1, optionCount - correct.length))
  // One fraction of whole numbers, so that nothing is lost to rounding before the end.
  return share(right * enough - wrong * correct.length, correct.length * enough)
}

/** Pairs in their right order less pairs in the wrong one, as a share of all pairs. */
function gradeOrder(right: number[], given: number[]): number {
  const placeOf = new Map(given.map((option, place) => [option, place]))
  const places = right.map(option => placeOf.get(option) ?? 0)
  let balance = 0
  for (const [index, place] of places.entries()) {
    for (const later of places.slice(index + 1)) balance += place < later ? 1 : -1
  }
  return share(balance, (right.length * (right.length - 1)) / 2)
}

/** Rounded down, so that only a whole answer earns the whole. */
function share(earned: number, of: number): number {
  return of === 0 ? 0 : Math.max(0, Math.floor((earned * FULL_SCORE) / of))
}

function whole(right: boolean): number {
  return right ? FULL_SCORE : 0
}

function isNear(key: { value: number; tolerance: number }, value: number): boolean {
  // The slack covers binary fractions: 37.8 − 37.6 must not exceed a tolerance of 0.2.
  const slack = 1e-9 * Math.max(1, Math.abs(key.value))
  return Math.abs(value - key.value) <= key.tolerance + slack
}

function isAccepted(accepted: readonly AcceptedText[], text: string): boolean {
  return accepted.some(one => accepts(one, text))
}

function accepts(accepted: AcceptedText, text: string): boolean {
  if ('literal' in accepted) return foldText(accepted.literal) === foldText(text)
  // RE2 runs in linear time: no pattern of an author can hang the server.
  const flags = accepted.flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0
  return RE2JS.compile(accepted.pattern, flags).matcher(tidyText(text)).find()
}
