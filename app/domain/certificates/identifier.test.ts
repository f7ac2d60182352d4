import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIdentifier, generateIdentifier, readIdentifier } from './identifier.ts'

const alphabet = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ']
const sample = 'J58E5J8JPRY7K5S2'

const identifiers = fc
  .uint8Array({ minLength: 64, maxLength: 64 })
  .filter(bytes => bytes.filter(byte => byte < 248).length >= 15)
  .map(bytes => {
    let left = bytes
    return generateIdentifier(count => {
      const taken = left.slice(0, count)
      left = left.slice(count)
      return taken
    })
  })

describe('generateIdentifier', () => {
  it('makes 16 symbols that read back as themselves', () => {
    fc.assert(
      fc.property(identifiers, id => {
        expect(id).toHaveLength(16)
        expect(readIdentifier(id)).toEqual({ ok: true, id })
      }),
    )
  })

  it('passes over bytes that would make some symbols likelier', () => {
    const rounds = [new Uint8Array(15).fill(255), new Uint8Array(15).fill(248), new Uint8Array(15).fill(247)]
    expect(generateIdentifier(() => rounds.shift() ?? new Uint8Array())).toMatch(/^Z{15}.$/)
  })

  it('does not repeat itself', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => generateIdentifier(randomBytes)))
    expect(seen.size).toBe(2000)
  })

  it('uses every symbol of the alphabet in every random position', () => {
    const ids = Array.from({ length: 3000 }, () => generateIdentifier(randomBytes))
    for (let position = 0; position < 16; position++) {
      expect(new Set(ids.map(id => id.charAt(position))).size).toBe(31)
    }
  })
})

describe('formatIdentifier', () => {
  it('shows four groups of four', () => {
    expect(formatIdentifier(sample)).toBe('J58E-5J8J-PRY7-K5S2')
  })
})

describe('readIdentifier', () => {
  it.each([
    ['the printed form', 'J58E-5J8J-PRY7-K5S2'],
    ['small letters', 'j58e-5j8j-pry7-k5s2'],
    ['spaces instead of dashes', ' J58E 5J8J\u00a0PRY7\tK5S2\n'],
    ['every kind of dash', 'J58E–5J8J—PRY7−K5S2'],
    ['a numero sign before it', '№ J58E-5J8J-PRY7-K5S2'],
    ['Cyrillic letters that look the same', 'Ј58Е-5Ј8Ј-РRУ7-К5Ѕ2'],
    ['small Cyrillic letters', 'j58е-5j8j-рrу7-к5s2'],
    ['full-width forms', 'Ｊ５８Ｅ－５Ｊ８Ｊ－ＰＲＹ７－Ｋ５Ｓ２'],
    ['characters without a width', '\u200eJ58E\u00ad5J8J\u200bPRY7\ufeffK5S2'],
    ['the address in the code', 'HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2'],
    ['the address of the page', 'https://academy.example.org/bg/verify/J58E-5J8J-PRY7-K5S2?from=cv#top'],
    ['an address with an encoded space', 'https://academy.example.org/v/J58E%205J8JPRY7K5S2'],
  ])('accepts %s', (_, input) => {
    expect(readIdentifier(input)).toEqual({ ok: true, id: sample })
  })

  it('detects every substitution of one symbol', () => {
    fc.assert(
      fc.property(identifiers, fc.nat(15), fc.constantFrom(...alphabet), (id, position, symbol) => {
        fc.pre(id.charAt(position) !== symbol)
        const mistyped = id.slice(0, position) + symbol + id.slice(position + 1)
        expect(readIdentifier(mistyped)).toEqual({ ok: false, reason: 'check' })
      }),
    )
    for (let position = 0; position < 16; position++) {
      for (const symbol of alphabet.filter(other => other !== sample.charAt(position))) {
        const mistyped = sample.slice(0, position) + symbol + sample.slice(position + 1)
        expect(readIdentifier(mistyped).ok, mistyped).toBe(false)
      }
    }
  })

  it('detects every exchange of two neighbours', () => {
    fc.assert(
      fc.property(identifiers, fc.nat(14), (id, position) => {
        const [left, right] = [id.charAt(position), id.charAt(position + 1)]
        fc.pre(left !== right)
        const mistyped = id.slice(0, position) + right + left + id.slice(position + 2)
        expect(readIdentifier(mistyped)).toEqual({ ok: false, reason: 'check' })
      }),
    )
  })

  it('detects every exchange of two symbols further apart', () => {
    fc.assert(
      fc.property(identifiers, fc.nat(15), fc.nat(15), (id, first, second) => {
        const symbols = [...id]
        fc.pre(symbols[first] !== symbols[second])
        symbols.splice(first, 1, id.charAt(second))
        symbols.splice(second, 1, id.charAt(first))
        expect(readIdentifier(symbols.join('')).ok).toBe(false)
      }),
    )
  })

  it('names the first symbol that cannot occur, by its place among the symbols', () => {
    expect(readIdentifier('J58E-5J8J-PRO7-K5S2')).toEqual({
      ok: false,
      reason: 'symbol',
      at: 10,
      symbol: 'O',
    })
    expect(readIdentifier('J58E-5J8J-PRЩ7-K5S2')).toEqual({
      ok: false,
      reason: 'symbol',
      at: 10,
      symbol: 'Щ',
    })
    expect(readIdentifier('J58E 😀')).toEqual({ ok: false, reason: 'symbol', at: 4, symbol: '😀' })
  })

  it('tells missing symbols from surplus ones', () => {
    expect(readIdentifier('J58E-5J8J-PRY7-K5S')).toEqual({ ok: false, reason: 'too-short', length: 15 })
    expect(readIdentifier('J58E-5J8J-PRY7-K5S22')).toEqual({ ok: false, reason: 'too-long', length: 17 })
    expect(readIdentifier('2'.repeat(501))).toEqual({ ok: false, reason: 'too-long', length: 501 })
  })

  it('calls separators alone empty', () => {
    for (const nothing of ['', ' ', '----', '№', '\u200b']) {
      expect(readIdentifier(nothing)).toEqual({ ok: false, reason: 'empty' })
    }
  })

  it('answers any text at all without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const reading = readIdentifier(text)
        if (reading.ok) expect(reading.id).toMatch(/^[2-9A-HJKMNP-Z]{16}$/)
      }),
    )
    expect(readIdentifier('https://academy.example.org/v/%E0%A4%A')).toMatchObject({ reason: 'symbol' })
  })
})
