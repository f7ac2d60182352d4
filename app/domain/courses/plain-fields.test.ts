import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { isPlainText, readPlainFields } from './plain-fields.ts'

const text = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: fc.constantFrom(...'аБвxYz 019,.!-'), minLength: 1, maxLength: 9 }),
  },
  fc.string({ unit: fc.constantFrom(...'аБвxYz019 ,.;:!?()„“\'"’…–—/%+-#@&*[]{}|>`\t'), maxLength: 12 }),
  fc.constantFrom(
    'true',
    'Null',
    'no',
    'y',
    'ON',
    'e1',
    'x: y',
    'x #y',
    'bg@12ab',
    '1e3',
    'null.',
    'NaN',
    'inf',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const value = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
  fc
    .array(fc.tuple(fc.constantFrom('read', 'a', 'no'), fc.oneof(text, fc.nat().map(String))), {
      maxLength: 3,
    })
    .map(pairs => `{ ${pairs.map(([name, inner]) => `${name}: ${inner}`).join(', ')} }`),
)
const yaml = fc
  .array(fc.tuple(fc.constantFrom('title', 'summary', 'no', 'Y', ' title', ''), value), {
    minLength: 1,
    maxLength: 2,
  })
  .map(fields => fields.map(([name, written]) => `${name}: ${written}\n`).join(''))

describe('plain fields', () => {
  it('are read as YAML reads them, or not at all', () => {
    let read = 0
    fc.assert(
      fc.property(yaml, source => {
        const fields = readPlainFields(source)
        if (fields === null || Object.keys(fields).length === 0) return
        read += 1
        expect(fields).toEqual(parse(source))
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(30)
  })

  it('are those of an ordinary lesson', () => {
    const source =
      'title: Пароли, които издържат\nsummary: Как се избира парола.\noutcomes: [LO1, LO2]\nminutes: { read: 12, practice: 0 }\nsource: bg@0a1b2c\n'
    expect(readPlainFields(source)).toEqual(parse(source))
  })

  it('are not what a text could mean otherwise', () => {
    for (const doubtful of ['a: b', 'a #b', '', ' a', 'a ', '"a"', '1', 'true', 'No', '-', '[a]', 'а\nб']) {
      expect([doubtful, isPlainText(doubtful)]).toEqual([doubtful, false])
    }
  })
})

it('plain text is written by YAML without quotes', () => {
  fc.assert(
    fc.property(text, written => {
      if (isPlainText(written)) expect(stringify({ a: written }, { lineWidth: 0 })).toBe(`a: ${written}\n`)
    }),
  )
})
