import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswer } from './read-answer.ts'

/** The first option shown is the third one written, and so on. */
const order = [2, 0, 1]

describe('a single choice', () => {
  test.each([
    ['0', 2],
    ['1', 0],
    [' 2 ', 1],
  ])('posted as %j is the authored option %d', (value, option) => {
    expect(readAnswer('single', [value], order)).toEqual({ ok: true, answer: { kind: 'single', option } })
  })

  test.each(['3', '-1', '1.0', '01x', 'x', '1e0', '0x1', '9999', '__proto__'])(
    'posted as %j is foreign',
    value => {
      expect(readAnswer('single', [value], order)).toEqual({ ok: false, reason: 'foreign' })
    },
  )

  test('posted twice is foreign', () => {
    expect(readAnswer('single', ['0', '1'], order)).toEqual({ ok: false, reason: 'foreign' })
  })
})

describe('a multiple choice', () => {
  test('comes back in authored order, each option once', () => {
    expect(readAnswer('multiple', ['0', '1', '0'], order)).toEqual({
      ok: true,
      answer: { kind: 'multiple', options: [0, 2] },
    })
  })

  test('with one foreign option is foreign', () => {
    expect(readAnswer('multiple', ['0', '3'], order)).toEqual({ ok: false, reason: 'foreign' })
  })
})

describe('a number', () => {
  test('keeps what was typed beside what it means', () => {
    expect(readAnswer('number', [' 37,6 '], [])).toEqual({
      ok: true,
      answer: { kind: 'number', value: 37.6, typed: '37,6' },
    })
  })

  test('in words is asked for again', () => {
    expect(readAnswer('number', ['много'], [])).toEqual({ ok: false, reason: 'not-a-number' })
  })
})

describe('a text', () => {
  test('is kept as it was typed, without outer spaces', () => {
    expect(readAnswer('text', ['  Secure  Shell '], [])).toEqual({
      ok: true,
      answer: { kind: 'text', text: 'Secure  Shell' },
    })
  })

  test('may have 500 characters and no more', () => {
    expect(readAnswer('text', ['а'.repeat(500)], []).ok).toBe(true)
    expect(readAnswer('text', ['а'.repeat(501)], [])).toEqual({ ok: false, reason: 'too-long' })
    expect(readAnswer('number', ['1'.repeat(501)], [])).toEqual({ ok: false, reason: 'too-long' })
  })

  test('posted twice is foreign', () => {
    expect(readAnswer('text', ['a', 'b'], [])).toEqual({ ok: false, reason: 'foreign' })
  })
})

test.each(['single', 'multiple', 'number', 'text'] as const)(
  'nothing given to a %s question is missing',
  kind => {
    for (const values of [[], [''], [' ', '\t']]) {
      expect(readAnswer(kind, values, order)).toEqual({ ok: false, reason: 'missing' })
    }
  },
)

test('whatever is posted, options that come out are options that the question has', () => {
  const kinds = fc.constantFrom('single' as const, 'multiple' as const)
  const value = fc.oneof(fc.string(), fc.integer({ min: -2, max: 5 }).map(String))
  fc.assert(
    fc.property(kinds, fc.array(value), (kind, values) => {
      const read = readAnswer(kind, values, order)
      if (!read.ok) return true
      if (read.answer.kind === 'single') return order.includes(read.answer.option)
      return read.answer.kind === 'multiple' && read.answer.options.every(option => order.includes(option))
    }),
  )
})
