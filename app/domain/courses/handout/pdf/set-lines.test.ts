import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../handout-blocks.ts'
import { type Line, setLines } from './set-lines.ts'

/** Every character is one point wide. */
const measure = (text: string) => [...text].length

const textOf = (line: Line) => line.pieces.map(piece => piece.text).join('')
const set = (spans: Span[], width: number) =>
  setLines(spans, width, measure).map(line => textOf(line).trimEnd())

describe('setLines', () => {
  it('breaks at spaces, keeping a word of several styles whole', () => {
    expect(set([{ text: 'едно ' }, { text: 'две', bold: true }, { text: ', три' }], 9)).toEqual([
      'едно две,',
      'три',
    ])
    expect(set([{ text: 'едно ' }, { text: 'две', bold: true }, { text: ', три' }], 8)).toEqual([
      'едно',
      'две, три',
    ])
  })

  it('leaves no word of one letter at the end of a line', () => {
    expect(set([{ text: 'хляб и сол' }], 7)).toEqual(['хляб', 'и\u00a0сол'])
  })

  it('breaks an address after its signs', () => {
    expect(set([{ text: 'https://example.org/one/two', href: 'x' }], 20)).toEqual([
      'https://example.org/',
      'one/two',
    ])
  })

  it('ends a line where it was asked for', () => {
    expect(set([{ text: 'а\nб' }], 20)).toEqual(['а', 'б'])
  })

  it('loses no letter and keeps every line inside the width', () => {
    const span = fc.record({
      text: fc.string({ unit: fc.constantFrom(...'аб вг-/.,'), minLength: 1, maxLength: 40 }),
      bold: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 3, max: 30 }),
        (spans, width) => {
          const lines = setLines(spans, width, measure)
          const squeeze = (text: string) => text.replace(/\s/g, '')
          expect(squeeze(lines.map(textOf).join(''))).toBe(squeeze(spans.map(each => each.text).join('')))
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
