import type { Question } from '#app/domain/courses/course.ts'
import type { Answer, BlankAnswer } from './grade-answer.ts'
import type { KeyedOption, OfferedOptions } from './keyed-options.server.ts'
import { readNumber } from './read-number.ts'

const LONGEST_TEXT = 500

export type AnswerFault = 'missing' | 'incomplete' | 'place-taken' | 'not-a-number' | 'too-long' | 'foreign'

export type ReadAnswerResult = { ok: true; answer: Answer } | { ok: false; reason: AnswerFault }

/**
 * Turns the values of `answer:<question>` into an answer. Choices post the ids of options, a sequence posts
 * `<id>:<place>` for each step, a matching one id for each left-hand side and a text one value for each gap, in
 * their order, '' where nothing was given.
 * @param complete whether every part must be there; an exam also saves what is half done
 */
export function readAnswer(
  question: Question,
  values: string[],
  offered: OfferedOptions,
  complete = true,
): ReadAnswerResult {
  const given = values.map(value => value.trim())
  if (given.every(value => value === '')) return refuse('missing')
  if (given.some(value => value.length > LONGEST_TEXT)) return refuse('too-long')
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return readChoice(question.kind, given, offered.options)
    case 'number':
    case 'text':
      return readTyped(question.kind, given)
    case 'order':
      return readOrder(given, offered.options)
    case 'match':
      return readMatch(given, question.texts.bg.leftHtml.length, offered.options, complete)
    case 'blanks':
      return readBlanks(given, question, offered.blanks, complete)
  }
}

function readChoice(
  kind: 'single' | 'multiple',
  given: string[],
  offered: readonly KeyedOption[],
): ReadAnswerResult {
  const options = given.filter(value => value !== '').map(id => optionOf(id, offered))
  const known = options.filter(option => option !== null)
  const [first] = known
  if (known.length < options.length || first === undefined) return refuse('foreign')
  if (kind === 'multiple')
    return { ok: true, answer: { kind, options: [...new Set(known)].sort((a, b) => a - b) } }
  return known.length > 1 ? refuse('foreign') : { ok: true, answer: { kind, option: first } }
}

function readTyped(kind: 'number' | 'text', given: string[]): ReadAnswerResult {
  const [first = '', ...more] = given.filter(value => value !== '')
  if (more.length > 0) return refuse('foreign')
  if (kind === 'text') return { ok: true, answer: { kind, text: first } }
  const value = readNumber(first)
  return value === null ? refuse('not-a-number') : { ok: true, answer: { kind, value, typed: first } }
}

function readOrder(given: string[], offered: readonly KeyedOption[]): ReadAnswerResult {
  const order: (number | undefined)[] = offered.map(() => undefined)
  const placed = new Set<number>()
  for (const value of given) {
    const [, id = '', place = ''] = /^([\w-]+):(\d{1,3})$/.exec(value) ?? []
    const option = optionOf(id, offered)
    const index = Number(place) - 1
    if (option === null || index < 0 || index >= order.length || placed.has(option)) return refuse('foreign')
    if (order[index] !== undefined) return refuse('place-taken')
    order[index] = option
    placed.add(option)
  }
  const whole = order.filter(option => option !== undefined)
  return whole.length < order.length
    ? refuse('incomplete')
    : { ok: true, answer: { kind: 'order', order: whole } }
}

function readMatch(
  given: string[],
  lefts: number,
  offered: readonly KeyedOption[],
  complete: boolean,
): ReadAnswerResult {
  if (given.length !== lefts) return refuse('foreign')
  const pairs = given.map(id => (id === '' ? null : optionOf(id, offered)))
  if (pairs.some((option, left) => option === null && given[left] !== '')) return refuse('foreign')
  if (complete && pairs.includes(null)) return refuse('incomplete')
  return { ok: true, answer: { kind: 'match', pairs } }
}

function readBlanks(
  given: string[],
  question: Question,
  offered: readonly KeyedOption[][],
  complete: boolean,
): ReadAnswerResult {
  const { blanks } = question.texts.bg
  if (given.length !== blanks.length) return refuse('foreign')
  const answers: (BlankAnswer | null)[] = []
  for (const [number, blank] of blanks.entries()) {
    const value = given[number] ?? ''
    if (value === '') answers.push(null)
    else if (blank.kind === 'choice') {
      const option = optionOf(value, offered[number] ?? [])
      if (option === null) return refuse('foreign')
      answers.push({ option })
    } else {
      if (blank.kind === 'number' && readNumber(value) === null) return refuse('not-a-number')
      answers.push({ typed: value })
    }
  }
  if (complete && answers.includes(null)) return refuse('incomplete')
  return { ok: true, answer: { kind: 'blanks', blanks: answers } }
}

function optionOf(id: string, offered: readonly KeyedOption[]): number | null {
  return offered.find(entry => entry.id === id)?.option ?? null
}

function refuse(reason: AnswerFault): { ok: false; reason: AnswerFault } {
  return { ok: false, reason }
}
