import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawQuestions } from './draw-questions.ts'

type Drawn = { id: string; outcome: string | null }

/** A bank with so many questions of each outcome. */
function bankOf(sizes: Record<string, number>): Drawn[] {
  return Object.entries(sizes).flatMap(([outcome, size]) =>
    Array.from({ length: size }, (_, index) => ({ id: `${outcome}-${index}`, outcome })),
  )
}

function countByOutcome(questions: readonly Drawn[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of questions) counts[outcome ?? ''] = (counts[outcome ?? ''] ?? 0) + 1
  return counts
}

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('a draw', () => {
  test('gives each outcome its share of the bank', () => {
    const drawn = drawQuestions(bankOf({ LO1: 20, LO2: 10, LO3: 10 }), 8, seeded(1))
    expect(countByOutcome(drawn)).toEqual({ LO1: 4, LO2: 2, LO3: 2 })
  })

  test('gives what is left over to the largest remainders', () => {
    // Shares of 4.9, 1.4 and 0.7.
    const drawn = drawQuestions(bankOf({ LO1: 7, LO2: 2, LO3: 1 }), 7, seeded(1))
    expect(countByOutcome(drawn)).toEqual({ LO1: 5, LO2: 1, LO3: 1 })
  })

  test('settles equal remainders by chance', () => {
    const bank = bankOf({ LO1: 3, LO2: 3 })
    const seen = new Set(
      Array.from({ length: 40 }, (_, seed) => countByOutcome(drawQuestions(bank, 3, seeded(seed))).LO1),
    )
    expect([...seen].sort()).toEqual([1, 2])
  })

  test('leaves no outcome out while there is room for all', () => {
    const drawn = drawQuestions(bankOf({ LO1: 97, LO2: 1, LO3: 1, LO4: 1 }), 4, seeded(1))
    expect(countByOutcome(drawn)).toEqual({ LO1: 1, LO2: 1, LO3: 1, LO4: 1 })
  })

  test('of fewer questions than outcomes takes one of some', () => {
    const drawn = drawQuestions(bankOf({ LO1: 5, LO2: 5, LO3: 5 }), 2, seeded(1))
    expect(Object.values(countByOutcome(drawn))).toEqual([1, 1])
  })

  test('puts the questions in different orders', () => {
    const bank = bankOf({ LO1: 6 })
    const orders = new Set(
      Array.from({ length: 30 }, (_, seed) =>
        drawQuestions(bank, 6, seeded(seed))
          .map(({ id }) => id)
          .join(),
      ),
    )
    expect(orders.size).toBeGreaterThan(20)
  })

  test('takes every question of an outcome now and then', () => {
    const bank = bankOf({ LO1: 6, LO2: 3 })
    const seen = new Set(
      Array.from({ length: 60 }, (_, seed) => drawQuestions(bank, 3, seeded(seed))).flatMap(drawn =>
        drawn.map(({ id }) => id),
      ),
    )
    expect(seen.size).toBe(bank.length)
  })
})

const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 })
const anyBank = sizes.map(list => bankOf(Object.fromEntries(list.map((size, index) => [`LO${index}`, size]))))
const anyDraw = fc
  .tuple(anyBank, fc.integer(), fc.nat())
  .map(([bank, seed, some]) => ({ bank, count: 1 + (some % bank.length), random: seeded(seed) }))

describe('every draw', () => {
  test('has the number that was asked for, each question once and of the bank', () => {
    fc.assert(
      fc.property(anyDraw, ({ bank, count, random }) => {
        const drawn = drawQuestions(bank, count, random)
        expect(drawn).toHaveLength(count)
        expect(new Set(drawn).size).toBe(count)
        expect(drawn.every(question => bank.includes(question))).toBe(true)
      }),
    )
  })

  test('asks of as many outcomes as it can', () => {
    fc.assert(
      fc.property(anyDraw, ({ bank, count, random }) => {
        const outcomes = Object.keys(countByOutcome(bank)).length
        const asked = Object.keys(countByOutcome(drawQuestions(bank, count, random))).length
        expect(asked).toBe(Math.min(outcomes, count))
      }),
    )
  })

  test('is less than one question away from the share of an outcome, unless a small outcome needed its one', () => {
    fc.assert(
      fc.property(anyDraw, ({ bank, count, random }) => {
        const inBank = countByOutcome(bank)
        const drawn = countByOutcome(drawQuestions(bank, count, random))
        const shares = Object.entries(inBank).map(([outcome, size]) => ({
          share: (size * count) / bank.length,
          got: drawn[outcome] ?? 0,
        }))
        for (const { share, got } of shares) expect(got - share).toBeLessThan(1)
        if (shares.every(({ share }) => share >= 1)) {
          for (const { share, got } of shares) expect(share - got).toBeLessThan(1)
        }
      }),
    )
  })

  test('asks the whole bank when the bank has no more', () => {
    fc.assert(
      fc.property(anyBank, fc.integer(), (bank, seed) => {
        expect(drawQuestions(bank, bank.length + 3, seeded(seed))).toHaveLength(bank.length)
      }),
    )
  })
})
