import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerNumber } from './answer-number.ts'

describe('answerNumber', () => {
  it.each([
    ['37.6 ± 0.2', 37.6, 0.2, '37,6', '37.6'],
    ['37.6', 37.6, 0, '37,6', '37.6'],
    ['37.60', 37.6, 0, '37,60', '37.60'],
    ['1e3', 1000, 0, '1000', '1000'],
    ['1.5e3 ± 10', 1500, 10, '1500', '1500'],
    ['200 ± 5%', 200, 10, '200', '200'],
    ['-40 ± 2.5 %', -40, 1, '-40', '-40'],
    ['−7', -7, 0, '-7', '-7'],
    ['.5 +/- .1', 0.5, 0.1, '0,5', '0.5'],
    ['3 +- 1', 3, 1, '3', '3'],
    ['12360', 12360, 0, '12\u00a0360', '12,360'],
    ['6.02e23', 6.02e23, 0, '6,02e23', '6.02e23'],
  ])('reads %s', (written, value, tolerance, bg, en) => {
    expect(answerNumber(written, 'bg')).toEqual({ ok: true, value, tolerance, text: bg })
    expect(answerNumber(written, 'en')).toMatchObject({ text: en })
  })

  it.each(['37,6', '37,6 ± 0,2', '12 360', '12\u00a0360', '± 2', '1e999', 'около 3 ± 1'])(
    'sees that %s was meant as a number',
    written => {
      expect(answerNumber(written, 'bg')).toMatchObject({ ok: false, meant: true })
    },
  )

  it.each(['SSH', '2026-03-07', '10.0.0.1', '3 | три', '1, 2, 4', ''])('takes %s for text', written => {
    expect(answerNumber(written, 'bg')).toEqual({ ok: false, meant: false, withUnit: false })
  })

  it.each(['16 бита', '16%', '2.5 GB'])('sees the unit in %s', written => {
    expect(answerNumber(written, 'bg')).toEqual({ ok: false, meant: false, withUnit: true })
  })

  it('reads back every number that it can write', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(1000), (drawn, tolerance) => {
        // No author writes a negative zero.
        const value = drawn + 0
        expect(answerNumber(`${value} ± ${tolerance}`, 'en')).toMatchObject({ ok: true, value, tolerance })
      }),
    )
  })
})
