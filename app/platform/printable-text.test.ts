import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstUnprintable, normaliseText } from './printable-text.ts'

describe('normaliseText', () => {
  it('keeps one kind of hyphen and two kinds of space', () => {
    expect(normaliseText('а\u2010б\u2011в-г–д')).toBe('а-б-в-г–д')
    expect(normaliseText('12\u202fч. 5\u00a0% а\u2009б\tв\nг')).toBe('12\u00a0ч. 5\u00a0% а б в г')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
      }),
    )
  })
})

describe('firstUnprintable', () => {
  it('finds the first symbol without a glyph', () => {
    expect(firstUnprintable('абв', codePoint => codePoint !== 0x431)).toBe('б')
    expect(firstUnprintable('абв', () => true)).toBeNull()
  })

  it('asks about the form that will be drawn', () => {
    expect(firstUnprintable('и\u0306\u200b', codePoint => codePoint === 0x439)).toBeNull()
  })
})
