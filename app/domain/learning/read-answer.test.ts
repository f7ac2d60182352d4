import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Blank, type Question, type QuestionKind, questionKinds } from '#app/domain/courses/course.ts'
import type { OfferedOptions } from './keyed-options.server.ts'
import { readAnswer } from './read-answer.ts'

const blanks: Blank[] = [{ kind: 'number' }, { kind: 'text' }, { kind: 'choice', options: ['TCP', 'UDP'] }]

function asked(kind: QuestionKind): Question {
  const text = {
    promptHtml: '',
    optionsHtml: ['a', 'b', 'c'],
    leftHtml: kind === 'match' ? ['x', 'y'] : [],
    headsHtml: null,
    blanks: kind === 'blanks' ? blanks : [],
  }
  const fence = { points: 1, shuffle: true, attempts: null, partial: true, hints: 0, outcome: null }
  return { id: 'q', kind, ...fence, texts: { bg: text, en: text } }
}

/** The first option shown is the third one filed, and so on. */
const offered: OfferedOptions = {
  options: [
    { id: 'ka', option: 2 },
    { id: 'kb', option: 0 },
    { id: 'kc', option: 1 },
  ],
  blanks: [
    [],
    [],
    [
      { id: 'kt', option: 0 },
      { id: 'ku', option: 1 },
    ],
  ],
}
const read = (kind: QuestionKind, values: string[], complete = true) =>
  readAnswer(asked(kind), values, offered, complete)
const fault = (reason: string) => ({ ok: false, reason })
const foreign = fault('foreign')

describe('a single choice', () => {
  test.each([
    ['ka', 2],
    ['kb', 0],
    [' kc ', 1],
  ])('posted as %j is the filed option %d', (value, option) => {
    expect(read('single', [value])).toEqual({ ok: true, answer: { kind: 'single', option } })
  })

  test.each(['0', '2', 'kd', 'KA', '__proto__', 'ka,kb'])('posted as %j is foreign', value => {
    expect(read('single', [value])).toEqual(foreign)
  })

  test('posted twice is foreign', () => {
    expect(read('single', ['ka', 'kb'])).toEqual(foreign)
  })
})

describe('a multiple choice', () => {
  test('comes back in filed order, each option once', () => {
    expect(read('multiple', ['ka', 'kb', 'ka'])).toEqual({
      ok: true,
      answer: { kind: 'multiple', options: [0, 2] },
    })
  })

  test('with one foreign option is foreign', () => {
    expect(read('multiple', ['ka', 'zz'])).toEqual(foreign)
  })
})

describe('a number', () => {
  test('keeps what was typed beside what it means', () => {
    expect(read('number', [' 37,6 '])).toEqual({
      ok: true,
      answer: { kind: 'number', value: 37.6, typed: '37,6' },
    })
  })

  test('in words is asked for again', () => {
    expect(read('number', ['много'])).toEqual(fault('not-a-number'))
  })
})

describe('a text', () => {
  test('is kept as it was typed, without outer spaces', () => {
    expect(read('text', ['  Secure  Shell '])).toEqual({
      ok: true,
      answer: { kind: 'text', text: 'Secure  Shell' },
    })
  })

  test('may have 500 characters and no more', () => {
    expect(read('text', ['а'.repeat(500)]).ok).toBe(true)
    expect(read('text', ['а'.repeat(501)])).toEqual(fault('too-long'))
    expect(read('number', ['1'.repeat(501)])).toEqual(fault('too-long'))
  })

  test('posted twice is foreign', () => {
    expect(read('text', ['a', 'b'])).toEqual(foreign)
  })
})

describe('a sequence', () => {
  test('is read by the places that the steps were given', () => {
    expect(read('order', ['ka:3', 'kb:1', 'kc:2'])).toEqual({
      ok: true,
      answer: { kind: 'order', order: [0, 1, 2] },
    })
  })

  test('with two steps in one place is asked for again', () => {
    expect(read('order', ['ka:1', 'kb:1', 'kc:2'])).toEqual(fault('place-taken'))
  })

  test('with a step left out is incomplete', () => {
    expect(read('order', ['ka:1', 'kb:2'])).toEqual(fault('incomplete'))
  })

  test.each([
    ['a place that does not exist', ['ka:4', 'kb:1', 'kc:2']],
    ['no place', ['ka', 'kb:1', 'kc:2']],
    ['a step twice', ['ka:1', 'ka:2', 'kc:3']],
    ['the place nought', ['ka:0', 'kb:1', 'kc:2']],
    ['a step of another question', ['zz:1', 'kb:2', 'kc:3']],
  ])('with %s is foreign', (_, values) => {
    expect(read('order', values)).toEqual(foreign)
  })
})

describe('a matching', () => {
  test('gives every left-hand side its option, and one option may serve twice', () => {
    expect(read('match', ['ka', 'ka'])).toEqual({ ok: true, answer: { kind: 'match', pairs: [2, 2] } })
  })

  test('half done is asked for again in a lesson and kept in an exam', () => {
    expect(read('match', ['', 'kc'])).toEqual(fault('incomplete'))
    expect(read('match', ['', 'kc'], false)).toEqual({
      ok: true,
      answer: { kind: 'match', pairs: [null, 1] },
    })
  })

  test.each([[['ka']], [['ka', 'kb', 'kc']], [['ka', 'zz']]])('posted as %j is foreign', values => {
    expect(read('match', values)).toEqual(foreign)
  })
})

describe('a text with gaps', () => {
  test('is read gap by gap', () => {
    expect(read('blanks', ['22', ' Secure Shell ', 'ku'])).toEqual({
      ok: true,
      answer: { kind: 'blanks', blanks: [{ typed: '22' }, { typed: 'Secure Shell' }, { option: 1 }] },
    })
  })

  test('half done is asked for again in a lesson and kept in an exam', () => {
    expect(read('blanks', ['22', '', 'ku'])).toEqual(fault('incomplete'))
    expect(read('blanks', ['22', '', ''], false)).toEqual({
      ok: true,
      answer: { kind: 'blanks', blanks: [{ typed: '22' }, null, null] },
    })
  })

  test('with words where a number belongs is asked for again', () => {
    expect(read('blanks', ['много', 'a', 'ku'])).toEqual(fault('not-a-number'))
  })

  test.each([[['22', 'a']], [['22', 'a', 'UDP']], [['22', 'a', 'ku', 'b']]])(
    'posted as %j is foreign',
    values => {
      expect(read('blanks', values)).toEqual(foreign)
    },
  )
})

test.each(questionKinds)('nothing given to a question of the kind %s is missing', kind => {
  for (const values of [[], [''], [' ', '\t']]) expect(read(kind, values)).toEqual(fault('missing'))
})

test('whatever is posted, options that come out are options that the question has', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('ka', 'kb', 'kc', 'kt', 'ku', 'ka:1', 'kb:2', 'kc:3', 'ka:2', ''),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...questionKinds),
      fc.array(value),
      fc.boolean(),
      (kind, values, complete) => {
        const result = read(kind, values, complete)
        if (!result.ok) return true
        const { answer } = result
        const filed = (option: number | null) => option === null || [0, 1, 2].includes(option)
        if (answer.kind !== kind) return false
        if (answer.kind === 'single') return filed(answer.option)
        if (answer.kind === 'multiple') return answer.options.every(filed)
        if (answer.kind === 'order') return [...answer.order].sort().join() === '0,1,2'
        if (answer.kind === 'match') return answer.pairs.length === 2 && answer.pairs.every(filed)
        if (answer.kind === 'blanks')
          return answer.blanks.every(
            blank => blank === null || 'typed' in blank || [0, 1].includes(blank.option),
          )
        return true
      },
    ),
    { numRuns: 1000 },
  )
})
