import { describe, expect, it } from 'vitest'
import { dateInSofia, decimal } from './dates-and-numbers.ts'

/** Text with ordinary spaces, so that expectations stay readable. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

describe('dateInSofia', () => {
  it('writes the date as each language does', () => {
    expect(plain(dateInSofia('2026-11-22T09:30:00Z').bg)).toBe('22 ноември 2026 г.')
    expect(plain(dateInSofia('2026-11-22T09:30:00Z').en)).toBe('22 November 2026')
  })

  it('takes the day that it was in Sofia, in winter and in summer', () => {
    expect(plain(dateInSofia('2026-12-31T21:59:59Z').en)).toBe('31 December 2026')
    expect(plain(dateInSofia('2026-12-31T22:00:00Z').en)).toBe('1 January 2027')
    expect(plain(dateInSofia('2026-07-31T21:00:00Z').bg)).toBe('1 август 2026 г.')
  })
})

describe('decimal', () => {
  it('has a comma in Bulgarian and a point in English', () => {
    expect([decimal(76.54, 'bg'), decimal(76.54, 'en'), decimal(76, 'bg')]).toEqual(['76,5', '76.5', '76'])
  })
})
