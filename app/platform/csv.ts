export type CsvSeparator = ',' | ';'

/**
 * Lines of a table for a spreadsheet (RFC 4180). A cell that a spreadsheet could take for a formula gets an apostrophe
 * before it: https://owasp.org/www-community/attacks/CSV_Injection. Null is an empty cell.
 */
export function writeCsv(rows: readonly (readonly (string | null)[])[], separator: CsvSeparator): string {
  return rows
    .map(cells => `${cells.map(cell => writeCell(cell ?? '', separator)).join(separator)}\r\n`)
    .join('')
}

/** What begins so is a formula to Excel, LibreOffice or Google Sheets, full-width forms included. */
const formulaStart = /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠]/u

function writeCell(value: string, separator: CsvSeparator): string {
  const safe = formulaStart.test(value) || /^[\t\r\n]/u.test(value) ? `'${value}` : value
  // A quoted cell ends only at its closing quote, so that nothing inside can begin another cell.
  return safe.includes(separator) || /["\r\n,;\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
