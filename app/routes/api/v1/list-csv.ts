import type { CheckedRow } from '#app/domain/certificates/verify/judge-list.ts'
import { writeCsv } from '#app/platform/csv.ts'

/** The columns of the answer to a list. A program may rely on their names and their order. */
export const listColumns = [
  'row',
  'id',
  'name',
  'sha256',
  'state',
  'name_matches',
  'sha256_matches',
  'repeats_row',
  'holder',
  'course',
  'issued_at',
  'valid_until',
  'checked_at',
] as const

type Cells = Record<(typeof listColumns)[number], string | null>

export function csvOf(rows: CheckedRow[], checkedAt: string): string {
  const cells = rows.map(row => cellsOf(row, checkedAt))
  return writeCsv([listColumns, ...cells.map(row => listColumns.map(column => row[column]))], ',')
}

function cellsOf({ row, given, verdict, name, file, repeats }: CheckedRow, checkedAt: string): Cells {
  const snapshot = 'snapshot' in verdict ? verdict.snapshot : null
  return {
    row: String(row),
    ...given,
    state: verdict.state,
    name_matches: answerOf(name),
    sha256_matches: answerOf(file),
    repeats_row: repeats === null ? null : String(repeats),
    holder: snapshot?.learner.name ?? null,
    course: snapshot?.course.title.en ?? null,
    issued_at: snapshot?.issuedAt ?? null,
    valid_until: snapshot?.validUntil ?? null,
    checked_at: checkedAt,
  }
}

function answerOf(compared: CheckedRow['name'] | CheckedRow['file']): string | null {
  if (compared === null || compared === 'unreadable') return compared
  return compared === 'same' ? 'yes' : 'no'
}
