import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { compareHistory, type Migration, MigrationFailed, type MigrationRecord } from './migration-history.ts'

/** The number under which Prisma's own tools lock a database while they migrate it, so that they wait too. */
const migrationLock = 72_707_369

/** What the database says has been applied. */
export async function readPostgresqlRecords(url: string): Promise<MigrationRecord[]> {
  return withClient(url, recordsOf)
}

/**
 * Applies what is pending, all of it or, when one fails, nothing, and gives the names. The lock is taken before
 * the history is read, so that of two processes the second one finds nothing left to do.
 */
export async function applyToPostgresql(url: string, migrations: Migration[]): Promise<string[]> {
  return withClient(url, async client => {
    await client.query('BEGIN')
    try {
      await client.query(`SET LOCAL lock_timeout = '60s'`)
      await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
      const applied = await applyPending(client, migrations)
      await client.query('COMMIT')
      return applied
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    }
  })
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(createRecords)
  const { pending } = compareHistory(migrations, await recordsOf(client))
  for (const { name, sql, checksum } of migrations) {
    if (!pending.includes(name)) continue
    try {
      await client.query(sql)
    } catch (error) {
      throw new MigrationFailed(name, error)
    }
    await client.query(insertRecord, [randomUUID(), checksum, name])
  }
  return pending
}

async function recordsOf(client: pg.Client): Promise<MigrationRecord[]> {
  const found = await client.query<{ table: string | null }>(
    `SELECT to_regclass('"_prisma_migrations"') AS "table"`,
  )
  if (found.rows[0]?.table == null) return []
  return (await client.query<MigrationRecord>(selectRecords)).rows
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A connection that breaks makes the query fail as well, which is enough; unheard, it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}

// The table as Prisma's own tools make and read it.
const createRecords = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`
const insertRecord = `INSERT INTO "_prisma_migrations"
  ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES ($1, $2, now(), $3, 1)`
const selectRecords = `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name", "id"`
