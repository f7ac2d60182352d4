import { RE2JS } from 're2js'
import type { AcceptedText, AnswerKey } from '#app/domain/courses/course.ts'
import { foldText, tidyText } from './fold-text.ts'
import { FULL_SCORE } from './progress.ts'

/** An answer in terms of the authored question: option indexes, a number, or words. */
export type Answer =
  | { kind: 'single'; option: number }
  | { kind: 'multiple'; options: number[] }
  | { kind: 'number'; value: number; typed: string }
  | { kind: 'text'; text: string }

/**
 * Grades one answer. Returns thousandths of the question's points, from 0 to `FULL_SCORE`.
 * Multiple choice earns its share of the right options. A wrong one takes away as much as a right one earns, and more
 * where there are fewer wrong ones than right ones, so that ticking everything earns nothing.
 * @param optionCount how many options the question offers; 0 for number and text questions
 */
export function gradeAnswer(key: AnswerKey['answer'], answer: Answer, optionCount: number): number {
  if (key.kind === 'single' && answer.kind === 'single') return answer.option === key.correct ? FULL_SCORE : 0
  if (key.kind === 'multiple' && answer.kind === 'multiple') {
    return gradeMultiple(key.correct, answer.options, optionCount)
  }
  if (key.kind === 'number' && answer.kind === 'number') {
    // The slack covers binary fractions: 37.8 − 37.6 must not exceed a tolerance of 0.2.
    const slack = 1e-9 * Math.max(1, Math.abs(key.value))
    return Math.abs(answer.value - key.value) <= key.tolerance + slack ? FULL_SCORE : 0
  }
  if (key.kind === 'text' && answer.kind === 'text') {
    return key.accepted.some(accepted => accepts(accepted, answer.text)) ? FULL_SCORE : 0
  }
  return 0
}

function gradeMultiple(correct: number[], chosen: number[], optionCount: number): number {
  const right = chosen.filter(option => correct.includes(option)).length
  const wrong = chosen.length - right
  const enough = Math.min(correct.length, Math.max(1, optionCount - correct.length))
  // One fraction of whole numbers, so that nothing is lost to rounding before the end.
  const earned = (right * enough - wrong * correct.length) * FULL_SCORE
  return Math.max(0, Math.floor(earned / (correct.length * enough)))
}

function accepts(accepted: AcceptedText, text: string): boolean {
  if ('literal' in accepted) return foldText(accepted.literal) === foldText(text)
  // RE2 runs in linear time: no pattern of an author can hang the server.
  const flags = accepted.flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0
  return RE2JS.compile(accepted.pattern, flags).matcher(tidyText(text)).find()
}
