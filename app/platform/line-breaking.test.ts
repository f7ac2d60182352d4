import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceLines, breakLines } from './line-breaking.ts'

/** Every character is one point wide. */
function widthOf(text: string): number {
  return [...text].length
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '')
}

describe('breakLines', () => {
  it('breaks at spaces', () => {
    expect(breakLines('Управление на данни', 13, widthOf)).toEqual(['Управление на', 'данни'])
  })

  it('breaks after a hyphen inside a name, and keeps the hyphen', () => {
    expect(breakLines('Петрова-Щъркелова', 12, widthOf)).toEqual(['Петрова-', 'Щъркелова'])
  })

  it('does not break between digits', () => {
    expect(breakLines('правилото 3-2-1', 13, widthOf)).toEqual(['правилото', '3-2-1'])
  })

  it('does not break at a space that must not break', () => {
    expect(breakLines('обем 12\u00a0часа', 8, widthOf)).toEqual(['обем', '12\u00a0часа'])
  })

  it('does not leave a word of one letter at the end of a line', () => {
    expect(breakLines('малки и средни', 8, widthOf)).toEqual(['малки', 'и\u00a0средни'])
  })

  it('breaks a word that is wider than the line', () => {
    expect(breakLines('ЩЩЩЩЩЩЩ', 3, widthOf)).toEqual(['ЩЩЩ', 'ЩЩЩ', 'Щ'])
  })

  it('loses nothing and exceeds nothing', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'абвгд -–/ЩWи ', '\u00a0') })
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = breakLines(text, width, widthOf)
        expect(withoutSpaces(lines.join(''))).toBe(withoutSpaces(text))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('balanceLines', () => {
  it('evens out two lines', () => {
    expect(balanceLines('едно две три четири пет', 20, widthOf)).toEqual(['едно две три', 'четири пет'])
  })

  it('breaks no word that the full width holds', () => {
    expect(balanceLines('на високопроизводителните изчисления', 22, widthOf)).toEqual([
      'на',
      'високопроизводителните',
      'изчисления',
    ])
  })

  it('needs no more lines than the plain way', () => {
    const texts = fc.array(fc.constantFrom('а', 'бб', 'вввв', 'гггггггг', 'дд-дд'), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (words, width) => {
        const text = words.join(' ')
        const plain = breakLines(text, width, widthOf)
        const even = balanceLines(text, width, widthOf)
        expect(even.length).toBeLessThanOrEqual(plain.length)
        expect(withoutSpaces(even.join(''))).toBe(withoutSpaces(text))
      }),
    )
  })
})
