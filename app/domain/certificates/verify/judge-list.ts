import { type IdentifierReading, readIdentifier } from '../identifier.ts'
import { judgeNumber, type RegisteredCertificate } from './judge-number.ts'
import { isDigest, type ListedRow } from './read-list.ts'
import { isNameOf } from './same-name.ts'
import type { Verdict } from './verdict.ts'

export type CheckedRow = {
  row: number
  /** As it stands in the list. */
  given: { id: string; name: string | null; sha256: string | null }
  /** `empty` and `malformed` rows name no certificate. */
  verdict: Verdict | { state: 'empty' | 'malformed' }
  /** Null: no name was given, or there is none to compare it with. */
  name: 'same' | 'different' | null
  /** `unreadable`: what was given is no SHA-256. */
  file: 'same' | 'different' | 'unreadable' | null
  /** An earlier row with the same number. */
  repeats: number | null
}

type ReadRow = { listed: ListedRow; read: IdentifierReading }

/** The numbers of a list, each once. */
export function numbersIn(rows: ListedRow[]): string[] {
  const ids = rows.flatMap(listed => {
    const read = readIdentifier(listed.id)
    return listed.shape === 'certificate' && read.ok ? [read.id] : []
  })
  return [...new Set(ids)]
}

/** A verdict on each row of a list, from what the register holds of its numbers. */
export function judgeList(
  rows: ListedRow[],
  register: ReadonlyMap<string, RegisteredCertificate>,
  at: Date,
): CheckedRow[] {
  const firstRows = new Map<string, number>()
  return rows.map(listed => {
    const read = readIdentifier(listed.id)
    if (listed.shape !== 'certificate' || !read.ok) return withoutNumber({ listed, read })
    const known = register.get(read.id)
    const verdict = judgeNumber(read.id, known, listed, at)
    const repeats = firstRows.get(read.id) ?? null
    if (repeats === null) firstRows.set(read.id, listed.row)
    return { ...givenIn(listed), verdict, ...compare(listed, verdict, known), repeats }
  })
}

function withoutNumber({ listed, read }: ReadRow): CheckedRow {
  const nothing = { ...givenIn(listed), name: null, file: null, repeats: null }
  if (listed.shape !== 'certificate') return { ...nothing, verdict: { state: listed.shape } }
  if (read.ok) throw new Error('A row with a number was taken for one without.')
  return { ...nothing, verdict: { state: 'mistyped', fault: read } }
}

function compare(
  { name, sha256 }: ListedRow,
  verdict: Verdict,
  known: RegisteredCertificate | undefined,
): Pick<CheckedRow, 'name' | 'file'> {
  if (sha256 !== null && !isDigest(sha256)) return { name: compareName(name, verdict), file: 'unreadable' }
  // Of a withdrawn certificate nothing is told any more, not even what its file was.
  const open = 'snapshot' in verdict && known !== undefined
  const file =
    sha256 === null || !open ? null : sha256.toLowerCase() === known.pdfSha256 ? 'same' : 'different'
  return { name: compareName(name, verdict), file }
}

function compareName(name: string | null, verdict: Verdict): CheckedRow['name'] {
  if (name === null) return null
  if (verdict.state === 'guarded') return 'different'
  if (!('snapshot' in verdict)) return null
  return isNameOf(name, verdict.snapshot.learner) ? 'same' : 'different'
}

function givenIn({ row, id, name, sha256 }: ListedRow): Pick<CheckedRow, 'row' | 'given'> {
  return { row, given: { id, name, sha256 } }
}
