import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

type Change = Partial<Record<'sharing' | 'supersededAt' | 'withdrawnAt' | 'validUntil', string | Date>>

/** Changes a certificate of the academy under test, for what its holder or time would do. */
export function changeCertificate(id: string, change: Change): void {
  const connection = new Sqlite(join(process.env.E2E_DATA ?? '', 'academy.db'), { fileMustExist: true })
  connection.pragma('busy_timeout = 5000')
  for (const [column, value] of Object.entries(change)) {
    // Times as Prisma's adapter writes them.
    const written = value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
    connection.prepare(`UPDATE "Certificate" SET "${column}" = ? WHERE "id" = ?`).run(written, id)
  }
  connection.close()
}
