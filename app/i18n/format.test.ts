import { expect, test } from 'vitest'
import { formatDate, formatDateTime, formatNumber, formatPercent } from './format.ts'

/** Spaces differ between versions of the language data; their kind is no promise of ours. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}

test('a date names its month in words', () => {
  expect(plain(formatDate('bg', '2026-11-22T09:30:00.000Z'))).toBe('22 ноември 2026 г.')
  expect(plain(formatDate('en', '2026-11-22T09:30:00.000Z'))).toBe('22 November 2026')
})

test('a date is the one in Sofia, in winter and in summer', () => {
  expect(plain(formatDate('en', '2026-01-31T21:59:59.999Z'))).toBe('31 January 2026')
  expect(plain(formatDate('en', '2026-01-31T22:00:00.000Z'))).toBe('1 February 2026')
  expect(plain(formatDate('en', '2026-06-30T20:59:59.999Z'))).toBe('30 June 2026')
  expect(plain(formatDate('en', '2026-06-30T21:00:00.000Z'))).toBe('1 July 2026')
})

test('a time has two digits for the hour, from 00 to 23', () => {
  expect(plain(formatDateTime('bg', '2026-11-22T07:05:00.000Z'))).toBe('22 ноември 2026 г., 09:05 ч.')
  expect(plain(formatDateTime('en', '2026-11-22T07:05:00.000Z'))).toBe('22 November 2026, 09:05')
  expect(plain(formatDateTime('en', '2026-11-21T22:00:00.000Z'))).toBe('22 November 2026, 00:00')
})

test('a number has the decimal sign of its language', () => {
  expect(plain(formatNumber('bg', 12_360.5))).toBe('12 360,5')
  expect(plain(formatNumber('en', 12_360.5))).toBe('12,360.5')
})

test('a percent sign has an unbreakable space before it in Bulgarian and none in English', () => {
  expect(formatPercent('bg', 71)).toBe('71\u00a0%')
  expect(formatPercent('en', 71)).toBe('71%')
})
