import { describe, expect, test } from 'vitest'
import { examClock, examDeadline, examMinutes, GRACE_SECONDS, warningMinutes } from './exam-clock.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1_000)

describe('the deadline', () => {
  test.each([
    [40, 0, '2026-11-22T12:40:00.000Z'],
    [40, 50, '2026-11-22T13:00:00.000Z'],
    [40, 300, '2026-11-22T14:40:00.000Z'],
    [10, 25, '2026-11-22T12:13:00.000Z'],
  ])('of %i minutes with %i %% on top is %s', (minutes, extra, end) => {
    expect(examDeadline(noon, minutes, extra).toISOString()).toBe(end)
  })

  test('is not moved by a change to or from summer time', () => {
    // In Sofia the clocks went from 3 to 4 on 29 March 2026, and from 4 to 3 on 25 October 2026: 01:00 UTC.
    for (const begin of ['2026-03-29T00:50:00.000Z', '2026-10-25T00:50:00.000Z']) {
      const startedAt = new Date(begin)
      expect(examDeadline(startedAt, 40, 0).getTime() - startedAt.getTime()).toBe(40 * 60_000)
    }
  })

  test('costs nobody a minute to binary fractions', () => {
    expect(examMinutes(100, 10)).toBe(110)
    expect(examMinutes(30, 10)).toBe(33)
  })
})

describe('the clock', () => {
  test('counts down and stops at nothing', () => {
    expect(examClock(after(90), noon)).toEqual({ remainingMs: 90_000, accepts: true })
    expect(examClock(noon, noon)).toEqual({ remainingMs: 0, accepts: true })
    expect(examClock(noon, after(600)).remainingMs).toBe(0)
  })

  test('lets an answer through that is a few seconds late, and none that is later', () => {
    expect(examClock(noon, after(GRACE_SECONDS)).accepts).toBe(true)
    expect(examClock(noon, new Date(after(GRACE_SECONDS).getTime() + 1)).accepts).toBe(false)
  })
})

test.each([
  [60, [10, 5, 1]],
  [11, [10, 5, 1]],
  [10, [5, 1]],
  [5, [1]],
  [1, []],
])('a sitting of %i minutes warns at %j', (minutes, warnings) => {
  expect(warningMinutes(minutes)).toEqual(warnings)
})
