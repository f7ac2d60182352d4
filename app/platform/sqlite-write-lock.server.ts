import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { busyTimeout } from './sqlite-adapter.server.ts'

const pause = 50

/**
 * Whether a write lock on the file can be had within so many milliseconds. Asks on a connection of its own and
 * sleeps between two tries: SQLite's own waiting would stop the whole process for as long.
 */
export async function canLockForWriting(file: string, patience = busyTimeout): Promise<boolean> {
  const connection = new Sqlite(file, { timeout: 0, fileMustExist: true })
  try {
    for (let waited = 0; waited <= patience; waited += pause) {
      if (tryLock(connection)) return true
      await wait(pause)
    }
    return false
  } finally {
    connection.close()
  }
}

function tryLock(connection: Sqlite.Database): boolean {
  try {
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    return true
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}
