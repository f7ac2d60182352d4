import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerKey } from '#app/domain/courses/course.ts'
import { type Answer, gradeAnswer } from './grade-answer.ts'
import { FULL_SCORE } from './progress.ts'

type Key = AnswerKey['answer']

describe('a single choice', () => {
  const key: Key = { kind: 'single', correct: 2 }

  test('earns everything with the right option and nothing with another', () => {
    expect([0, 1, 2, 3].map(option => gradeAnswer(key, { kind: 'single', option }, 4))).toEqual([
      0, 0, 1000, 0,
    ])
  })
})

describe('a multiple choice', () => {
  const grade = (correct: number[], options: number[], count: number) =>
    gradeAnswer({ kind: 'multiple', correct }, { kind: 'multiple', options }, count)

  test.each([
    ['all right ones', [0, 1], [0, 1], 4, 1000],
    ['one of two right ones', [0, 1], [0], 4, 500],
    ['two of three right ones', [0, 1, 2], [0, 1], 6, 666],
    ['a right and a wrong one', [0, 1], [0, 2], 4, 0],
    ['all right ones and a wrong one of two', [0, 1], [0, 1, 2], 4, 500],
    ['all right ones and a wrong one of four', [0, 1], [0, 1, 2], 6, 500],
    ['all three right ones and one of two wrong ones', [0, 1, 2], [0, 1, 2, 3], 5, 500],
    ['wrong ones alone', [0, 1], [2, 3], 4, 0],
    ['everything', [0, 1], [0, 1, 2, 3], 4, 0],
    ['everything, most of it right', [0, 1, 2], [0, 1, 2, 3], 4, 0],
    ['everything, where all of it is right', [0, 1, 2], [0, 1, 2], 3, 1000],
    ['two of three, where all are right', [0, 1, 2], [0, 1], 3, 666],
    ['the only right one', [3], [3], 4, 1000],
  ])('with %s ticked: right %j, ticked %j, of %d options: %d', (_, correct, options, count, score) => {
    expect(grade(correct, options, count)).toBe(score)
  })

  /** A question with options of which some are right, and an answer to it. */
  const asked = fc.integer({ min: 2, max: 12 }).chain(count => {
    const options = Array.from({ length: count }, (_, index) => index)
    return fc.record({
      count: fc.constant(count),
      correct: fc.subarray(options, { minLength: 1 }),
      ticked: fc.subarray(options, { minLength: 1 }),
    })
  })

  test('earns nothing when everything is ticked and something of it is wrong', () => {
    fc.assert(
      fc.property(asked, ({ count, correct }) => {
        fc.pre(correct.length < count)
        const everything = Array.from({ length: count }, (_, index) => index)
        return grade(correct, everything, count) === 0
      }),
    )
  })

  test('earns everything with exactly the right options, and only then', () => {
    fc.assert(
      fc.property(asked, ({ count, correct, ticked }) => {
        const exact = correct.length === ticked.length && correct.every(option => ticked.includes(option))
        return (grade(correct, ticked, count) === FULL_SCORE) === exact
      }),
    )
  })

  test('never earns more by one wrong option more, nor less by one right option more', () => {
    fc.assert(
      fc.property(asked, fc.nat(11), ({ count, correct, ticked }, added) => {
        fc.pre(added < count && !ticked.includes(added))
        const before = grade(correct, ticked, count)
        const after = grade(correct, [...ticked, added], count)
        return correct.includes(added) ? after >= before : after <= before
      }),
    )
  })
})

describe('a number', () => {
  const key: Key = { kind: 'number', value: 37.6, tolerance: 0.2 }
  const grade = (value: number, answerKey: Key = key) =>
    gradeAnswer(answerKey, { kind: 'number', value, typed: String(value) }, 0)

  test.each([
    [37.6, 1000],
    [37.4, 1000],
    [37.8, 1000],
    [37.801, 0],
    [37.399, 0],
    [-37.6, 0],
    [0, 0],
  ])('%d earns %d where 37.6 ± 0.2 is right', (value, score) => {
    expect(grade(value)).toBe(score)
  })

  test('without a tolerance has to be exact', () => {
    const exact: Key = { kind: 'number', value: 12_360, tolerance: 0 }
    expect([12_360, 12_361, 12_359.9].map(value => grade(value, exact))).toEqual([1000, 0, 0])
  })

  test('is right at both ends of its tolerance, whatever binary fractions make of them', () => {
    const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 0, max: 10_000 }), (value, tolerance) => {
        const near: Key = { kind: 'number', value: value / 100, tolerance: tolerance / 100 }
        expect(grade((value + tolerance) / 100, near)).toBe(FULL_SCORE)
        expect(grade((value - tolerance) / 100, near)).toBe(FULL_SCORE)
        expect(grade((value + tolerance + 1) / 100, near)).toBe(0)
      }),
    )
  })
})

describe('a text', () => {
  const key: Key = {
    kind: 'text',
    accepted: [{ literal: 'SSH' }, { literal: 'Secure Shell' }, { pattern: '^open\\s?ssh$', flags: 'i' }],
  }
  const grade = (text: string, answerKey: Key = key) => gradeAnswer(answerKey, { kind: 'text', text }, 0)

  test.each(['SSH', 'ssh', ' Ssh. ', 'ЅЅН', '„secure  shell“', 'OpenSSH', 'open ssh'])(
    '%j is right',
    text => {
      expect(grade(text)).toBe(FULL_SCORE)
    },
  )

  test.each(['telnet', 'ssh2', 'secureshell', 'openssh server', ''])('%j is wrong', text => {
    expect(grade(text)).toBe(0)
  })

  test('a pattern without the flag tells large letters from small ones', () => {
    const strict: Key = { kind: 'text', accepted: [{ pattern: '^PATH$', flags: '' }] }
    expect([grade('PATH', strict), grade('path', strict)]).toEqual([FULL_SCORE, 0])
  })

  test('a pattern that would stop a backtracking engine for years is answered', () => {
    const evil: Key = { kind: 'text', accepted: [{ pattern: '^(a+)+$', flags: '' }] }
    expect(grade(`${'a'.repeat(500)}!`, evil)).toBe(0)
  })
})

test('an answer of another kind than the question earns nothing', () => {
  const keys: Key[] = [
    { kind: 'single', correct: 0 },
    { kind: 'multiple', correct: [0] },
    { kind: 'number', value: 0, tolerance: 5 },
    { kind: 'text', accepted: [{ literal: '0' }] },
  ]
  const answers: Answer[] = [
    { kind: 'single', option: 0 },
    { kind: 'multiple', options: [0] },
    { kind: 'number', value: 0, typed: '0' },
    { kind: 'text', text: '0' },
  ]
  const scores = keys.map(key => answers.map(answer => gradeAnswer(key, answer, 3)))
  expect(scores).toEqual(keys.map((_, row) => answers.map((_answer, column) => (row === column ? 1000 : 0))))
})

test('every grade is a whole number from nothing to everything', () => {
  const option = fc.nat(9)
  const key: fc.Arbitrary<Key> = fc.oneof(
    fc.record({ kind: fc.constant('single' as const), correct: option }),
    fc.record({ kind: fc.constant('multiple' as const), correct: fc.uniqueArray(option, { minLength: 1 }) }),
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.double(),
      tolerance: fc.double({ min: 0, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      accepted: fc.array(fc.record({ literal: fc.string() })),
    }),
  )
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ kind: fc.constant('single' as const), option }),
    fc.record({ kind: fc.constant('multiple' as const), options: fc.uniqueArray(option) }),
    fc.record({ kind: fc.constant('number' as const), value: fc.double(), typed: fc.string() }),
    fc.record({ kind: fc.constant('text' as const), text: fc.string() }),
  )
  fc.assert(
    fc.property(key, answer, (secret, given) => {
      const score = gradeAnswer(secret, given, 10)
      return Number.isInteger(score) && score >= 0 && score <= FULL_SCORE
    }),
    { numRuns: 500 },
  )
})
