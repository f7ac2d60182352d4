import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'

it('gives columns what they want and spreads what is left', () => {
  expect(columnWidths([10, 10], [100, 300], 400)).toEqual([100, 300])
  expect(columnWidths([10, 10], [50, 150], 400)).toEqual([100, 300])
})

it('breaks no word of a short column for a long one', () => {
  const [short = 0, long = 0] = columnWidths([40, 400], [40, 900], 300)
  expect(short).toBe(40)
  expect(long).toBe(260)
})

it('always fills the width, and gives nothing away that a word needs while there is room', () => {
  const column = fc.tuple(fc.integer({ min: 10, max: 200 }), fc.integer({ min: 0, max: 900 }))
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), columns => {
      const least = columns.map(([need]) => need)
      const widths = columnWidths(
        least,
        columns.map(([need, more]) => need + more),
        450,
      )
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(450)
      if (least.reduce((sum, need) => sum + need, 0) <= 450) {
        for (const [index, need] of least.entries()) expect(widths[index]).toBeGreaterThanOrEqual(need - 1e-9)
      }
    }),
  )
})
