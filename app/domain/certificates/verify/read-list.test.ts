import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ListedRow, MOST_ROWS, readList } from './read-list.ts'

const number = 'J58E-5J8J-PRY7-K5S2'
const other = 'TFYC-AFEV-BA28-NP3C'
const digest = 'a1'.repeat(32)

function rows(text: string): ListedRow[] {
  const read = readList(text)
  if (!read.ok) throw new Error(read.reason)
  return read.rows
}

const row = (place: number, id: string, name: string | null = null, sha256: string | null = null) => ({
  row: place,
  id,
  name,
  sha256,
  shape: 'certificate',
})

describe('a list of certificates', () => {
  test.each([
    ['numbers alone, one a line', `${number}\n${other}`, [row(1, number), row(2, other)]],
    ['Windows line ends', `${number}\r\n${other}\r\n`, [row(1, number), row(2, other)]],
    ['commas', `${number},Амина,${digest}`, [row(1, number, 'Амина', digest)]],
    ['semicolons', `${number};Амина Петрова`, [row(1, number, 'Амина Петрова')]],
    ['tabs, as a spreadsheet copies', `${number}\tАмина\n${other}`, [row(1, number, 'Амина'), row(2, other)]],
    ['a byte order mark', `\ufeff${number}\n`, [row(1, number)]],
    [
      'quotes around what holds a separator',
      `${number},"Петрова, Амина"`,
      [row(1, number, 'Петрова, Амина')],
    ],
    ['quotes inside quotes', `${number};"Амина ""Ами"" П."`, [row(1, number, 'Амина "Ами" П.')]],
    ['quotes within a cell', `${number};Амина "Ами" П.`, [row(1, number, 'Амина "Ами" П.')]],
    ['a digest without a name', `${number},${digest}`, [row(1, number, null, digest)]],
    ['a digest beside an empty name', `${number},,${digest}`, [row(1, number, null, digest)]],
    [
      'separators after the last cell',
      `${number};;;\n${other};Амина;;`,
      [row(1, number), row(2, other, 'Амина')],
    ],
    ['spaces around the cells', ` ${number} ; Амина `, [row(1, number, 'Амина')]],
  ])('may have %s', (_, text, expected) => {
    expect(rows(text)).toEqual(expected)
  })

  test.each([
    ['id,name,sha256', `${number},Амина,${digest}`],
    ['Номер;Име', `${number};Амина`],
    ['Име;ЕГН или друго;№', `Амина;нищо;${number}`],
    ['Employee\tName\tCertificate number', `17\tАмина\t${number}`],
    ['ИМЕНА,Удостоверение', `Амина,${number}`],
  ])('may have the heading %j, which says what stands where', (heading, line) => {
    const [read] = rows(`${heading}\n${line}\n`)
    expect(read).toMatchObject({ row: 2, id: number, name: 'Амина', shape: 'certificate' })
  })

  test('keeps the place of empty rows and of rows with too many cells', () => {
    expect(rows(`${number}\n\n,,\na,b,c,d\n${other}`).map(({ row, shape }) => [row, shape])).toEqual([
      [1, 'certificate'],
      [2, 'empty'],
      [3, 'empty'],
      [4, 'malformed'],
      [5, 'certificate'],
    ])
  })

  test.each(['', '  \n \n', '\ufeff', ',,,', 'id,name', 'id;name\n;;\n'])('%j lists nothing', text => {
    expect(readList(text)).toEqual({ ok: false, reason: 'empty' })
  })

  test('with a quote that never closes is unreadable, and says where', () => {
    expect(readList(`${number}\n${other},"Амина\n${number}`)).toMatchObject({
      ok: false,
      reason: 'unreadable',
    })
  })

  test('of more rows than are checked at once says how many there are', () => {
    const lines = (count: number) => Array.from({ length: count }, () => number).join('\n')
    expect(rows(`id\n${lines(MOST_ROWS)}`)).toHaveLength(MOST_ROWS)
    expect(readList(lines(MOST_ROWS + 1))).toEqual({ ok: false, reason: 'too-many', rows: MOST_ROWS + 1 })
  })

  test('of anything at all is read or refused, and never breaks', () => {
    const pieces = fc.constantFrom(number, 'Амина', '"', '\n', '\r', '\t', ',', ';', ' ', '\0', '=1', '🌳')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(all => all.join('')),
        ),
        text => {
          const read = readList(text)
          if (read.ok) expect(read.rows.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
