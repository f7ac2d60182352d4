import { CsvError, parse } from 'csv-parse/sync'

/** Rows that one list may have, its heading aside. */
export const MOST_ROWS = 500

export type ListedRow = {
  /** From 1, as a spreadsheet counts them, the heading included. */
  row: number
  id: string
  /** Null: not given, and so not compared. */
  name: string | null
  sha256: string | null
  /** `malformed`: more cells than a row can have. */
  shape: 'certificate' | 'empty' | 'malformed'
}

export type ListReading =
  | { ok: true; rows: ListedRow[] }
  | { ok: false; reason: 'empty' }
  | { ok: false; reason: 'too-many'; rows: number }
  /** A quote that never closes, or something that is no table; `row` is null when the place is not known. */
  | { ok: false; reason: 'unreadable'; row: number | null }

type Column = 'id' | 'name' | 'sha256'

/** How people head their columns. */
const headings: Record<Column, RegExp> = {
  id: /^(?:id|number|no\.?|№|номер|certificate(?: (?:number|no\.?|id))?|(?:номер на |№ на )?удостоверение(?:то)?(?: №)?)$/u,
  name: /^(?:name|holder|learner|full name|име|имена|име и фамилия|притежател|лице)$/u,
  sha256: /^sha-?256$/u,
}

const withoutHeading: Column[] = ['id', 'name', 'sha256']

/**
 * Reads a list of certificates: `id[,name][,sha256]` a row, with commas, semicolons or tabs between the cells, with a
 * heading or without one. A heading may put the columns in any order and have others besides, as the tables of
 * employers do.
 */
export function readList(text: string): ListReading {
  const table = readTable(text.trimEnd())
  if (!table.ok) return table
  const records = table.records
  const first = records.findIndex(record => !isEmpty(record))
  const columns = columnsOf(records[first] ?? [])
  const start = columns === null ? 0 : first + 1
  const listed = records.slice(start)
  if (listed.every(isEmpty)) return { ok: false, reason: 'empty' }
  if (listed.length > MOST_ROWS) return { ok: false, reason: 'too-many', rows: listed.length }
  return { ok: true, rows: listed.map((record, index) => rowOf(record, start + index + 1, columns)) }
}

function rowOf(record: string[], row: number, columns: Map<Column, number> | null): ListedRow {
  if (isEmpty(record)) return { row, id: '', name: null, sha256: null, shape: 'empty' }
  const cells = columns === null ? trimmedEnd(record) : record
  const tooMany = columns === null && cells.length > withoutHeading.length
  const at = (column: Column) =>
    cells[columns === null ? withoutHeading.indexOf(column) : (columns.get(column) ?? -1)]
  let [name, sha256] = [given(at('name')), given(at('sha256'))]
  // Whoever compares files and no names may leave the middle cell out.
  if (columns === null && sha256 === null && name !== null && isDigest(name)) [name, sha256] = [null, name]
  return { row, id: at('id')?.trim() ?? '', name, sha256, shape: tooMany ? 'malformed' : 'certificate' }
}

/** Which column is where, when the row is a heading. */
function columnsOf(record: string[]): Map<Column, number> | null {
  const columns = new Map<Column, number>()
  for (const [index, cell] of record.entries()) {
    const heading = cell.trim().toLowerCase()
    const column = withoutHeading.find(name => headings[name].test(heading))
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  }
  return columns.has('id') ? columns : null
}

function readTable(text: string): { ok: true; records: string[][] } | Extract<ListReading, { ok: false }> {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      // A quotation mark within a name is no fault, and a formula has them too.
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
    return { ok: true, records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error
    return { ok: false, reason: 'unreadable', row: typeof lines === 'number' ? lines : null }
  }
}

/** Of the first row that says it: a table copied from a spreadsheet has tabs, one of a Bulgarian Excel semicolons. */
function separatorOf(text: string): string {
  const unquoted = text.replace(/"[^"]*"/gu, '')
  for (const line of unquoted.split(/[\r\n]+/u)) {
    const found = ['\t', ';', ','].find(separator => line.includes(separator))
    if (found !== undefined) return found
  }
  return ','
}

function trimmedEnd(record: string[]): string[] {
  const last = record.findLastIndex(cell => cell.trim() !== '')
  return record.slice(0, last + 1)
}

function isEmpty(record: string[]): boolean {
  return record.every(cell => cell.trim() === '')
}

function given(cell: string | undefined): string | null {
  const text = cell?.trim() ?? ''
  return text === '' ? null : text
}

export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/iu.test(text)
}
