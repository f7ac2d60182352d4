import { expect, test } from 'vitest'
import { verifyNumber } from './verify-number.server.ts'

test.each([
  ['', { ok: false, reason: 'empty' }],
  ['J58E-5J8J', { ok: false, reason: 'too-short', length: 8 }],
  ['J58E-5J8J-PRY7-K5S2-2', { ok: false, reason: 'too-long', length: 17 }],
  ['J58E-5J8J-PRO7-K5S2', { ok: false, reason: 'symbol', at: 10, symbol: 'O' }],
  ['J58E-5J8J-PRY7-K5S3', { ok: false, reason: 'check' }],
  ['J58E-5J8J-PYR7-K5S2', { ok: false, reason: 'check' }],
])('the mistyped number %j is answered without a look-up: no database is open here', async (input, fault) => {
  expect(await verifyNumber(input)).toEqual({ state: 'mistyped', fault })
})
