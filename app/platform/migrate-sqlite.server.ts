import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { compareHistory, type Migration, MigrationFailed, type MigrationRecord } from './migration-history.ts'

/** Milliseconds that a starting process waits for another one that is migrating. */
const lockTimeout = 60_000

/** What the database says has been applied; nothing when there is no file yet, which is not created. */
export function readSqliteRecords(file: string): MigrationRecord[] {
  if (!existsSync(file)) return []
  const connection = new Sqlite(file, { timeout: lockTimeout, fileMustExist: true })
  try {
    return recordsOf(connection)
  } finally {
    connection.close()
  }
}

/**
 * Applies what is pending, all of it or, when one fails, nothing, and gives the names. The lock for writing is
 * taken before the history is read, so that of two processes the second one finds nothing left to do.
 */
export async function applyToSqlite(file: string, migrations: Migration[]): Promise<string[]> {
  await mkdir(path.dirname(file), { recursive: true })
  const connection = new Sqlite(file, { timeout: lockTimeout })
  try {
    // Has no effect inside a transaction, and rebuilding a table with the keys on would delete what refers to it:
    // https://www.sqlite.org/lang_altertable.html#otheralter
    connection.pragma('foreign_keys = OFF')
    return connection.transaction(() => applyPending(connection, migrations)).immediate()
  } finally {
    connection.close()
  }
}

function applyPending(connection: Sqlite.Database, migrations: Migration[]): string[] {
  connection.exec(createRecords)
  const { pending } = compareHistory(migrations, recordsOf(connection))
  for (const { name, sql, checksum } of migrations) {
    if (!pending.includes(name)) continue
    try {
      connection.exec(sql)
      const orphans = connection.pragma('foreign_key_check')
      if (Array.isArray(orphans) && orphans.length > 0)
        throw new Error('rows would refer to rows that are missing')
    } catch (error) {
      throw new MigrationFailed(name, error)
    }
    const now = Date.now()
    connection.prepare(insertRecord).run(randomUUID(), checksum, now, name, now)
  }
  return pending
}

function recordsOf(connection: Sqlite.Database): MigrationRecord[] {
  const exists = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get()
  if (exists === undefined) return []
  return connection
    .prepare<[], { name: string; checksum: string; finished: number }>(selectRecords)
    .all()
    .map(({ name, checksum, finished }) => ({ name, checksum, finished: finished === 1 }))
}

// The table as Prisma's own tools make and read it, with times in milliseconds since 1970.
const createRecords = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`
const insertRecord = `INSERT INTO "_prisma_migrations"
  ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
  VALUES (?, ?, ?, ?, ?, 1)`
const selectRecords = `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name", "id"`
