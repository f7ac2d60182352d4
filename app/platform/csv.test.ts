import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test('a table is written line by line, an empty cell for what is not there', () => {
  expect(
    writeCsv(
      [
        ['id', 'name'],
        ['1', null],
      ],
      ',',
    ),
  ).toBe('id,name\r\n1,\r\n')
  expect(writeCsv([['id', 'name']], ';')).toBe('id;name\r\n')
})

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u200b=1',
  '＝1',
  '=HYPERLINK("http://evil.example";"here")',
])('%j is no formula in a spreadsheet', value => {
  const [[cell]] = parse(writeCsv([[value]], ',')) as [[string]]
  expect(cell).toBe(`'${value}`)
})

test.each(['Амина', 'A-1', '1-2', 'a=b', '5 + 3'])('%j stays as it is', value => {
  expect(writeCsv([[value]], ',')).toBe(`${value}\r\n`)
})

test('whatever the cells hold, they are read back as they were, with at most an apostrophe before', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(rows, fc.constantFrom(',' as const, ';' as const), (table, delimiter) => {
      const read = parse(writeCsv(table, delimiter), {
        delimiter,
        relax_column_count: true,
        record_delimiter: '\r\n',
      })
      expect(read).toEqual(table.map(row => row.map(cell => expect.toSatisfy(read => isSame(read, cell)))))
    }),
  )
  function isSame(read: unknown, written: string): boolean {
    return read === written || read === `'${written}`
  }
})
