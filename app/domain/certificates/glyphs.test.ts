import { describe, expect, it } from 'vitest'
import { openFont } from '#app/platform/fonts.server.ts'
import { faces } from './faces.ts'
import { drawableText, hasGlyphs } from './glyphs.server.ts'

describe('hasGlyphs', () => {
  it('covers the Bulgarian alphabet and the punctuation of certificates', () => {
    const needed = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝ №„“”‘’–—·•%0123456789\u00a0'
    expect([...needed].filter(symbol => !hasGlyphs(symbol.codePointAt(0) ?? 0))).toEqual([])
  })

  it('does not cover emoji', () => {
    expect(hasGlyphs(0x1f600)).toBe(false)
  })
})

describe('drawableText', () => {
  it('names the character that cannot be drawn', () => {
    expect(() => drawableText('Мрежи → 你')).toThrow('no glyph for "你" (U+4F60)')
  })

  it('removes invisible characters and composes the rest', () => {
    expect(drawableText('и\u0306\u200b ﬁ')).toBe('й fi')
  })
})

describe('the fonts', () => {
  it('map no two characters to one glyph, so that copied text is the text that was drawn', () => {
    for (const face of faces) {
      const font = openFont(face)
      const glyphs = font.characterSet
        .filter(codePoint => codePoint < 0xfb00 || codePoint > 0xfb06)
        .map(codePoint => font.glyphForCodePoint(codePoint).id)
      expect(new Set(glyphs).size).toBe(glyphs.length)
    }
  })

  it('have no kerning against the space, so that words can be measured one by one', () => {
    for (const face of faces) {
      const font = openFont(face)
      const space = font.layout(' ').advanceWidth
      const kerned = font.characterSet
        .map(codePoint => String.fromCodePoint(codePoint))
        .filter(symbol => font.layout(`${symbol} `).advanceWidth !== font.layout(symbol).advanceWidth + space)
      expect(kerned).toEqual([])
    }
  })
})
