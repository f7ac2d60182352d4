import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { log } from './log.server.ts'

export type DerivedDatabase = Database.Database
export type DerivedStatement<Bound extends unknown[], Row> = Database.Statement<Bound, Row>

type DerivedOptions = {
  /** A path, or IN_MEMORY. */
  file: string
  /** Raised whenever the tables or what stands in them is made differently: an older file is made anew. */
  format: number
  /** Makes the tables. Called inside of a transaction. */
  create: (database: DerivedDatabase) => void
}

export const IN_MEMORY = ':memory:'

/** Milliseconds to wait for another process that fills the same file. */
const PATIENCE_MS = 60_000

/**
 * Opens a SQLite file of data that can be made again at any time: a file that is broken or of another format is
 * removed and begun anew, and where no file can be written the data lives in memory. Several processes may hold it.
 * Never throws on what is on the disk.
 */
export function openDerivedDatabase(options: DerivedOptions): DerivedDatabase {
  const { file } = options
  if (file === IN_MEMORY) return open(options)
  try {
    mkdirSync(dirname(file), { recursive: true })
    return openOrRenew(options)
  } catch (error) {
    log().warn({ err: error, file }, 'derived data is kept in memory, because its file cannot be used')
    return open({ ...options, file: IN_MEMORY })
  }
}

function openOrRenew(options: DerivedOptions): DerivedDatabase {
  try {
    return open(options)
  } catch (error) {
    if (!isBrokenFile(error) && !(error instanceof OtherFormat)) throw error
    removeDerivedFile(options.file)
    return open(options)
  }
}

export function isSqliteError(error: unknown): error is InstanceType<typeof Database.SqliteError> {
  return error instanceof Database.SqliteError
}

/** Whether SQLite says that the file itself is the trouble. */
export function isBrokenFile(error: unknown): boolean {
  return isSqliteError(error) && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)
}

/** Another process that holds the old file keeps it until it ends; this one and later ones have the new file. */
export function removeDerivedFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

class OtherFormat extends Error {}

function open({ file, format, create }: DerivedOptions): DerivedDatabase {
  const database = new Database(file, { timeout: PATIENCE_MS })
  try {
    database.pragma('journal_mode = WAL')
    // A power cut may lose the last transaction, but breaks nothing: https://www.sqlite.org/pragma.html
    database.pragma('synchronous = NORMAL')
    const prepare = database.transaction(() => {
      const found = database.pragma('user_version', { simple: true })
      if (found === format) return
      if (found !== 0) throw new OtherFormat()
      create(database)
      database.pragma(`user_version = ${format}`)
    })
    if (database.pragma('user_version', { simple: true }) !== format) prepare.immediate()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
