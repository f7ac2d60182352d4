import { now } from '#app/platform/clock.ts'
import { type CheckedRow, judgeList, numbersIn } from './judge-list.ts'
import { type ListReading, readList } from './read-list.ts'
import { readRegister } from './register.server.ts'

export type ListVerdict =
  | { ok: true; checkedAt: string; rows: CheckedRow[] }
  | Extract<ListReading, { ok: false }>
  /** The register could not be read. Never to be taken for a no. */
  | { ok: false; reason: 'register-unavailable' }

/** A verdict on every row of a list, as somebody pasted or sent it. One query, however many rows. */
export async function verifyList(text: string): Promise<ListVerdict> {
  const read = readList(text)
  if (!read.ok) return read
  const register = await readRegister(numbersIn(read.rows))
  if (register === null) return { ok: false, reason: 'register-unavailable' }
  const at = now()
  return { ok: true, checkedAt: at.toISOString(), rows: judgeList(read.rows, register, at) }
}
