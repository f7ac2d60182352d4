import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, MOST_DAYS, shareDays, shareEnd } from './share-end.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')

test.each(shareDays)('a link for %i days ends so many days later, to the minute', days => {
  expect(shareEnd({ days }, noon)).toEqual({
    ok: true,
    endsAt: new Date(noon.getTime() + days * 86_400_000),
  })
})

test.each([
  ['2026-11-22', '2026-11-22T22:00:00.000Z'],
  ['2026-12-31', '2026-12-31T22:00:00.000Z'],
  // Sofia is three hours ahead in summer, and the day on which the clocks change has 23 or 25 hours.
  ['2027-07-01', '2027-07-01T21:00:00.000Z'],
  ['2027-03-27', '2027-03-27T22:00:00.000Z'],
  ['2027-03-28', '2027-03-28T21:00:00.000Z'],
  ['2027-10-31', '2027-10-31T22:00:00.000Z'],
])('a link until %s works to the midnight after it in Sofia', (date, end) => {
  expect(shareEnd({ date }, noon)).toEqual({ ok: true, endsAt: new Date(end) })
})

test('a day that is over is told from one that is too far and one that is none', () => {
  expect(shareEnd({ date: '2026-11-21' }, noon)).toEqual({ ok: false, reason: 'past' })
  expect(shareEnd({ date: '2027-11-23' }, noon)).toEqual({ ok: false, reason: 'too-far' })
  expect(shareEnd({ date: '2027-11-22' }, noon)).toMatchObject({ ok: true })
  for (const date of ['', '22.11.2026', '2027-02-29', '2027-13-01', '2027-1-1', '0000-00-00', '9999999999'])
    expect(shareEnd({ date }, noon), date).toEqual({ ok: false, reason: 'invalid' })
})

test('the last day that the form offers can be chosen, and no link ends before now or after a year and a day', () => {
  const instant = fc.date({ min: noon, max: new Date('2035-01-01T00:00:00.000Z'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: MOST_DAYS }), (at, days) => {
      const end = shareEnd({ date: dayIn(days, at) }, at)
      expect(end.ok).toBe(true)
      const left = end.ok ? end.endsAt.getTime() - at.getTime() : 0
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThanOrEqual((MOST_DAYS + 1) * 86_400_000 + 3_600_000)
    }),
  )
})
