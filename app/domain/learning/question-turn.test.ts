import { expect, test } from 'vitest'
import { questionTurn, REST_HOURS } from './question-turn.ts'

const answered = new Date('2026-11-24T10:00:00.000Z')
const hoursLater = (hours: number) => new Date(answered.getTime() + hours * 3_600_000)
const until = hoursLater(REST_HOURS)
const block = (attempts: number, passed = false) => ({ attempts, passed, updatedAt: answered })

test.each([
  ['never answered, not limited', null, null, 1, { number: 1, left: null, restsUntil: null }],
  ['never answered', 3, null, 1, { number: 1, left: 3, restsUntil: null }],
  ['a hint was taken, no answer given', 3, block(0), 1, { number: 1, left: 3, restsUntil: null }],
  ['not limited', null, block(17), 1, { number: 18, left: null, restsUntil: null }],
  ['one attempt used', 3, block(1), 1, { number: 2, left: 2, restsUntil: null }],
  ['the last attempt but one used', 3, block(2), 1, { number: 3, left: 1, restsUntil: null }],
  ['all attempts used', 3, block(3), 1, { number: 4, left: 0, restsUntil: until }],
  ['a moment before the rest ends', 3, block(3), 23.9999, { number: 4, left: 0, restsUntil: until }],
  ['the moment at which the rest ends', 3, block(3), 24, { number: 4, left: 3, restsUntil: null }],
  ['the second round begun', 3, block(4), 1, { number: 5, left: 2, restsUntil: null }],
  ['the second round used', 3, block(6), 1, { number: 7, left: 0, restsUntil: until }],
  ['one attempt only, and used', 1, block(1), 1, { number: 2, left: 0, restsUntil: until }],
  ['passed with the last attempt', 3, block(3, true), 1, { number: 4, left: 3, restsUntil: null }],
])('%s', (_, attempts, state, hours, turn) => {
  expect(questionTurn({ attempts }, state, hoursLater(hours))).toEqual(turn)
})
