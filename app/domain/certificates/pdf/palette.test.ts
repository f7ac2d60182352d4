import { describe, expect, it } from 'vitest'
import { palette } from './palette.ts'

/** Relative luminance of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

describe('palette', () => {
  it('keeps all running text readable, on paper and over the demo mark', () => {
    for (const text of [palette.ink, palette.quiet, palette.linden]) {
      expect(contrast(text, '#ffffff')).toBeGreaterThan(7)
      expect(contrast(text, palette.amberTint)).toBeGreaterThan(4.5)
    }
  })

  it('keeps the large demo stamp readable', () => {
    expect(contrast(palette.amber, '#ffffff')).toBeGreaterThan(3)
  })

  it('keeps its places apart in grey', () => {
    expect(contrast(palette.linden, palette.lindenTint)).toBeGreaterThan(4.5)
    expect(contrast(palette.amberTint, '#ffffff')).toBeGreaterThan(1.1)
  })
})
