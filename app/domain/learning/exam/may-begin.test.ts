import { describe, expect, test } from 'vitest'
import { type AttemptSummary, mayBegin } from './may-begin.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const hoursAgo = (hours: number) => new Date(noon.getTime() - hours * 3_600_000)
const failed = (number: number, hours: number): AttemptSummary => ({
  number,
  handedInAt: hoursAgo(hours),
  passed: false,
})
const passed = (number: number, hours: number): AttemptSummary => ({ ...failed(number, hours), passed: true })
const running = (number: number): AttemptSummary => ({ number, handedInAt: null, passed: null })

const free = { attempts: null, cooldownHours: null }
const strict = { attempts: 2, cooldownHours: 24 }

test.each([
  ['the first time', [], free, { ok: true, number: 1 }],
  ['the first time where attempts are counted', [], strict, { ok: true, number: 1 }],
  ['again at once where nothing says otherwise', [failed(1, 0)], free, { ok: true, number: 2 }],
  ['while one is running', [failed(1, 30), running(2)], strict, { ok: false, reason: 'open', number: 2 }],
  ['after it was passed', [passed(1, 99)], free, { ok: false, reason: 'passed' }],
  [
    'after it was passed and a later attempt',
    [passed(1, 99), failed(2, 50)],
    free,
    { ok: false, reason: 'passed' },
  ],
  [
    'before the time between attempts is over',
    [failed(1, 23)],
    strict,
    { ok: false, reason: 'cooling-down', until: hoursAgo(-1) },
  ],
  ['when the time between attempts is just over', [failed(1, 24)], strict, { ok: true, number: 2 }],
  ['with no attempt left', [failed(1, 99), failed(2, 50)], strict, { ok: false, reason: 'attempts-used' }],
  [
    'with no attempt left and resting',
    [failed(1, 9), failed(2, 1)],
    strict,
    { ok: false, reason: 'attempts-used' },
  ],
  ['without a rest of hours', [failed(1, 0)], { attempts: 3, cooldownHours: 0 }, { ok: true, number: 2 }],
] as const)('%s', (_, attempts, assessment, expected) => {
  expect(mayBegin(attempts, assessment, true, noon)).toEqual(expected)
})

test('nobody begins before the lessons are complete, but one that is running goes on', () => {
  expect(mayBegin([], free, false, noon)).toEqual({ ok: false, reason: 'lessons-missing' })
  expect(mayBegin([running(1)], free, false, noon)).toMatchObject({ reason: 'open' })
})

test('the hours between two attempts are hours, also over the change of the clocks', () => {
  // 25 October 2026 has 25 hours in Sofia.
  const last = { number: 1, handedInAt: new Date('2026-10-24T12:00:00.000Z'), passed: false }
  const until = new Date('2026-10-25T12:00:00.000Z')
  expect(mayBegin([last], strict, true, new Date(until.getTime() - 1))).toMatchObject({ until })
  expect(mayBegin([last], strict, true, until)).toEqual({ ok: true, number: 2 })
})

describe('a refresher', () => {
  const since = hoursAgo(48)
  const may = (attempts: readonly AttemptSummary[], assessment: Parameters<typeof mayBegin>[1] = free) =>
    mayBegin(attempts, assessment, true, noon, since)

  test('opens the exam again to whoever passed it before', () => {
    expect(may([passed(1, 99)])).toEqual({ ok: true, number: 2 })
    expect(may([passed(1, 48)])).toEqual({ ok: true, number: 2 })
    expect(mayBegin([passed(1, 99)], free, true, noon, null)).toMatchObject({ reason: 'passed' })
  })

  test('ends when the exam is passed again', () => {
    expect(may([passed(1, 99), passed(2, 30)])).toEqual({ ok: false, reason: 'passed' })
  })

  test('counts its own attempts, and keeps the rest between them', () => {
    expect(may([failed(1, 200), passed(2, 99)], strict)).toEqual({ ok: true, number: 3 })
    expect(may([passed(1, 99), failed(2, 30)], strict)).toEqual({ ok: true, number: 3 })
    expect(may([passed(1, 99), failed(2, 9)], strict)).toMatchObject({ reason: 'cooling-down' })
    expect(may([passed(1, 99), failed(2, 40), failed(3, 30)], strict)).toMatchObject({
      reason: 'attempts-used',
    })
  })

  test('begins no second attempt beside one that is running', () => {
    expect(may([passed(1, 99), running(2)])).toEqual({ ok: false, reason: 'open', number: 2 })
  })
})
