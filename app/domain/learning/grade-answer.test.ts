import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerKey } from '#app/domain/courses/course.ts'
import { type Answer, type BlankAnswer, gradeAnswer, rightParts } from './grade-answer.ts'
import { FULL_SCORE } from './progress.ts'

type Key = AnswerKey['answer']

const inParts = { partial: true }
const allOrNothing = { partial: false }

describe('a single choice', () => {
  const key: Key = { kind: 'single', correct: 2 }

  test('earns everything with the right option and nothing with another', () => {
    expect([0, 1, 2, 3].map(option => gradeAnswer(inParts, key, { kind: 'single', option }, 4))).toEqual([
      0, 0, 1000, 0,
    ])
  })
})

describe('a multiple choice', () => {
  const grade = (correct: number[], options: number[], count: number) =>
    gradeAnswer(inParts, { kind: 'multiple', correct }, { kind: 'multiple', options }, count)

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
    gradeAnswer(inParts, answerKey, { kind: 'number', value, typed: String(value) }, 0)

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
  const grade = (text: string, answerKey: Key = key) =>
    gradeAnswer(inParts, answerKey, { kind: 'text', text }, 0)

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

describe('a sequence', () => {
  const key: Key = { kind: 'order', order: [2, 0, 3, 1] }
  const grade = (order: number[], question = inParts) =>
    gradeAnswer(question, key, { kind: 'order', order }, 4)

  test.each([
    ['everything in its place', [2, 0, 3, 1], 1000],
    ['two neighbours exchanged', [0, 2, 3, 1], 666],
    ['one step too late', [0, 3, 1, 2], 0],
    ['the last step first', [1, 2, 0, 3], 0],
    ['half of the pairs the wrong way round', [3, 2, 1, 0], 0],
    ['all backwards', [1, 3, 0, 2], 0],
  ])('with %s: %j earns %d', (_, order, score) => {
    expect(grade(order)).toBe(score)
  })

  test('earns nothing on average for those who order by chance', () => {
    const all = permutations([0, 1, 2, 3])
    const balance = all.map(order => {
      const places = [2, 0, 3, 1].map(option => order.indexOf(option))
      return places.flatMap((place, index) => places.slice(index + 1).map(later => (place < later ? 1 : -1)))
    })
    expect(balance.flat().reduce((sum, one) => sum + one, 0)).toBe(0)
    expect(all.filter(order => grade(order) === FULL_SCORE)).toEqual([[2, 0, 3, 1]])
  })

  test('earns all or nothing where parts do not count', () => {
    expect(grade([0, 2, 3, 1], allOrNothing)).toBe(0)
    expect(grade([2, 0, 3, 1], allOrNothing)).toBe(FULL_SCORE)
  })

  test('tells of every place whether the right step stands there', () => {
    expect(rightParts(key, { kind: 'order', order: [2, 3, 0, 1] })).toEqual([true, false, false, true])
  })
})

describe('a matching', () => {
  const key: Key = { kind: 'match', pairs: [1, 0, 1] }
  const grade = (pairs: (number | null)[], question = inParts) =>
    gradeAnswer(question, key, { kind: 'match', pairs }, 3)

  test.each([
    [[1, 0, 1], 1000],
    [[1, 0, 0], 666],
    [[1, null, null], 333],
    [[0, 1, 0], 0],
    [[null, null, null], 0],
    [[1, 0], 666],
    [[1, 0, 1, 2], 1000],
  ])('answered with %j earns %d', (pairs, score) => {
    expect(grade(pairs)).toBe(score)
  })

  test('earns all or nothing where parts do not count', () => {
    expect(grade([1, 0, 0], allOrNothing)).toBe(0)
  })
})

describe('a text with gaps', () => {
  const key: Key = {
    kind: 'blanks',
    blanks: [
      { kind: 'number', value: 22, tolerance: 0 },
      { kind: 'choice', correct: 1 },
      { kind: 'text', accepted: [{ literal: 'Secure Shell' }] },
    ],
  }
  const grade = (...blanks: (BlankAnswer | null)[]) =>
    gradeAnswer(inParts, key, { kind: 'blanks', blanks }, 0)

  test('earns its share for every gap that is filled rightly', () => {
    expect(grade({ typed: '22' }, { option: 1 }, { typed: ' secure shell.' })).toBe(1000)
    expect(grade({ typed: '22,0' }, { option: 0 }, { typed: 'secure shell' })).toBe(666)
    expect(grade({ typed: 'двайсет и две' }, null, null)).toBe(0)
    expect(grade()).toBe(0)
  })

  test('never takes a choice for a word or a word for a choice', () => {
    expect(grade({ option: 22 }, { typed: '1' }, { option: 1 })).toBe(0)
  })
})

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items]
  return items.flatMap(first =>
    permutations(items.filter(one => one !== first)).map(rest => [first, ...rest]),
  )
}

test('an answer of another kind than the question earns nothing', () => {
  const keys: Key[] = [
    { kind: 'single', correct: 0 },
    { kind: 'multiple', correct: [0] },
    { kind: 'number', value: 0, tolerance: 5 },
    { kind: 'text', accepted: [{ literal: '0' }] },
    { kind: 'order', order: [0, 1] },
    { kind: 'match', pairs: [0, 1] },
    { kind: 'blanks', blanks: [{ kind: 'choice', correct: 0 }] },
  ]
  const answers: Answer[] = [
    { kind: 'single', option: 0 },
    { kind: 'multiple', options: [0] },
    { kind: 'number', value: 0, typed: '0' },
    { kind: 'text', text: '0' },
    { kind: 'order', order: [0, 1] },
    { kind: 'match', pairs: [0, 1] },
    { kind: 'blanks', blanks: [{ option: 0 }] },
  ]
  const scores = keys.map(key => answers.map(answer => gradeAnswer(inParts, key, answer, 3)))
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
    fc.record({
      kind: fc.constant('order' as const),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    }),
    fc.record({ kind: fc.constant('match' as const), pairs: fc.array(option) }),
    fc.record({
      kind: fc.constant('blanks' as const),
      blanks: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('choice' as const), correct: option }),
          fc.record({
            kind: fc.constant('number' as const),
            value: fc.double(),
            tolerance: fc.double({ min: 0, noNaN: true }),
          }),
        ),
      ),
    }),
  )
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ kind: fc.constant('single' as const), option }),
    fc.record({ kind: fc.constant('multiple' as const), options: fc.uniqueArray(option) }),
    fc.record({ kind: fc.constant('number' as const), value: fc.double(), typed: fc.string() }),
    fc.record({ kind: fc.constant('text' as const), text: fc.string() }),
    fc.record({ kind: fc.constant('order' as const), order: fc.array(option) }),
    fc.record({ kind: fc.constant('match' as const), pairs: fc.array(fc.option(option)) }),
    fc.record({
      kind: fc.constant('blanks' as const),
      blanks: fc.array(fc.option(fc.oneof(fc.record({ option }), fc.record({ typed: fc.string() })))),
    }),
  )
  fc.assert(
    fc.property(fc.boolean(), key, answer, (partial, secret, given) => {
      const score = gradeAnswer({ partial }, secret, given, 10)
      return Number.isInteger(score) && score >= 0 && score <= FULL_SCORE
    }),
    { numRuns: 1000 },
  )
})
