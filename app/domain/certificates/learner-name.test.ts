import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasGlyphs } from './glyphs.server.ts'
import { checkName } from './learner-name.ts'

/** A stand-in for the fonts: Cyrillic, Latin and the punctuation of names. */
function cyrillicAndLatin(codePoint: number): boolean {
  return /\u0301|[\p{Script=Cyrillic}\p{Script=Latin} '’.-]/u.test(String.fromCodePoint(codePoint))
}

describe('checkName', () => {
  it('trims a name and folds white space inside it', () => {
    expect(checkName('  Амина \t\n Петрова\u00a0 ', cyrillicAndLatin)).toEqual({
      ok: true,
      name: 'Амина Петрова',
    })
  })

  it('composes letters and marks', () => {
    expect(checkName('И\u0306орданка Jose\u0301', cyrillicAndLatin)).toEqual({
      ok: true,
      name: 'Йорданка José',
    })
  })

  it('removes what has no glyph and no width', () => {
    expect(checkName('\u200bАми\u00adна\ufeff \u202eПетрова\u202c', cyrillicAndLatin)).toEqual({
      ok: true,
      name: 'Амина Петрова',
    })
  })

  it('takes ligature characters apart', () => {
    expect(checkName('Soﬁa Steﬀen', cyrillicAndLatin)).toEqual({ ok: true, name: 'Sofia Steffen' })
  })

  it('calls a name without a visible character empty', () => {
    for (const nothing of ['', '   ', '\u200b\u00a0\u202e']) {
      expect(checkName(nothing, cyrillicAndLatin)).toEqual({ ok: false, reason: 'empty' })
    }
  })

  it('accepts 200 characters and not one more', () => {
    expect(checkName('Щ'.repeat(200), cyrillicAndLatin)).toEqual({ ok: true, name: 'Щ'.repeat(200) })
    expect(checkName('Щ'.repeat(201), cyrillicAndLatin)).toEqual({ ok: false, reason: 'too-long' })
  })

  it('counts characters after folding', () => {
    expect(checkName(`${'и\u0306'.repeat(200)}   `, cyrillicAndLatin).ok).toBe(true)
  })

  it('refuses control characters', () => {
    expect(checkName('Амина\u0000', () => true)).toEqual({
      ok: false,
      reason: 'unprintable',
      symbol: '\u0000',
    })
    expect(checkName('Амина\u001b', () => true)).toEqual({
      ok: false,
      reason: 'unprintable',
      symbol: '\u001b',
    })
  })

  it('returns only names that pass again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), raw => {
        const first = checkName(raw, cyrillicAndLatin)
        if (first.ok) expect(checkName(first.name, cyrillicAndLatin)).toEqual(first)
      }),
    )
  })
})

describe('checkName with the fonts of the certificate', () => {
  it.each([
    'Йоана Щъркелова-Д’Артанян',
    "О'Хара О‘Хара О’Хара ОʼХара О`Хара О´Хара",
    'Анна\u2010Мария Анна\u2011Мария Анна–Мария',
    'Ѝва Ѐва',
    'Łukasz Müller-Đorđević Ñandú Ágústsson Şahin',
    'Γιώργος Παπαδόπουλος',
    'Ђорђе Љиљана Ґалина Їжак Эльвира Ёлкин',
  ])('accepts %s', name => {
    expect(checkName(name, hasGlyphs)).toMatchObject({ ok: true })
  })

  it.each([
    ['Амина 😀', '😀'],
    ['Амина 👨‍👩‍👧', '👨‍👩‍👧'],
    ['أمينة', 'أ'],
    ['אמינה', 'א'],
    ['王小明', '王'],
    ['Амина\u{10ffff}', '\u{10ffff}'],
  ])('refuses %s and names %s', (name, symbol) => {
    expect(checkName(name, hasGlyphs)).toEqual({ ok: false, reason: 'unprintable', symbol })
  })
})
