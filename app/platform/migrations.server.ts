import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { explainPostgresqlFailure, explainSqliteFailure } from './database-failures.ts'
import { type DatabaseAddress, readDatabaseUrl } from './database-url.ts'
import { applyToPostgresql, readPostgresqlRecords } from './migrate-postgresql.server.ts'
import { applyToSqlite, readSqliteRecords } from './migrate-sqlite.server.ts'
import { projectRoot, readLastSchema, readMigrations, writeMigrationFiles } from './migration-files.server.ts'
import { compareHistory, MigrationFailed, type MigrationHistory } from './migration-history.ts'
import { derivePostgresqlSchema } from './postgresql-schema.ts'

type Refusal = { ok: false; reason: string }

/** What the database has of this version's migrations. Creates and changes nothing. */
export async function migrationStatus(
  url: string,
  root = projectRoot(),
): Promise<({ ok: true } & MigrationHistory) | Refusal> {
  const read = readDatabaseUrl(url)
  if (!read.ok) return read
  const { address } = read
  return explained(address, async () => {
    const records =
      address.engine === 'sqlite' ? readSqliteRecords(address.file) : await readPostgresqlRecords(address.url)
    return { ok: true, ...compareHistory(await readMigrations(root, address.engine), records) }
  })
}

/**
 * Brings the database up to this version, and gives the names of what it applied. Of several processes that
 * start at once, one applies and the others wait for it. All that is pending is applied, or nothing. A database
 * of a newer version is left alone, so that one can go back a version without losing anything. A reason is one
 * sentence.
 */
export async function applyMigrations(
  url: string,
  root = projectRoot(),
): Promise<{ ok: true; applied: string[] } | Refusal> {
  const read = readDatabaseUrl(url)
  if (!read.ok) return read
  const { address } = read
  const status = await migrationStatus(url, root)
  if (!status.ok) return status
  const [halfDone] = status.failed
  if (halfDone !== undefined) {
    return {
      ok: false,
      reason: `Migration ${halfDone} was left half done by another tool: restore a backup.`,
    }
  }
  // The usual start: nothing is pending, and no lock is taken.
  if (status.pending.length === 0) return { ok: true, applied: [] }
  const migrations = await readMigrations(root, address.engine)
  return explained(address, async () => {
    const applied =
      address.engine === 'sqlite'
        ? await applyToSqlite(address.file, migrations)
        : await applyToPostgresql(address.url, migrations)
    return { ok: true, applied }
  })
}

async function explained<T>(address: DatabaseAddress, work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MigrationFailed) return { ok: false, reason: error.message }
    const unavailable =
      address.engine === 'sqlite'
        ? explainSqliteFailure(address.file, error)
        : explainPostgresqlFailure(address.place, error)
    return { ok: false, reason: unavailable.message }
  }
}

/**
 * Writes the migration from the last one to `prisma/schema.prisma`, for both engines under one number, and the
 * derived PostgreSQL schema. Needs no database. Refuses when the two engines have nothing to change.
 * @param name what it does, as in `add_cohorts`; the number is put before it
 */
export async function writeMigration(
  name: string,
  root = projectRoot(),
): Promise<{ ok: true; name: string; folders: string[] } | Refusal> {
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(name)) {
    return {
      ok: false,
      reason: 'The name of a migration is made of small letters, digits and _, as in add_cohorts.',
    }
  }
  const sqlite = await readFile(path.join(root, 'prisma/schema.prisma'), 'utf8')
  const postgresql = derivePostgresqlSchema(sqlite)
  await writeFile(path.join(root, 'prisma/schema.postgresql.prisma'), postgresql)

  // Loaded only here: the schema engine is large, and the server has no use for it.
  const { compareSchemas } = await import('./schema-engine.server.ts')
  const steps = [
    { engine: 'sqlite', schema: sqlite },
    { engine: 'postgresql', schema: postgresql },
  ] as const
  const changes: (string | null)[] = []
  for (const { engine, schema } of steps) {
    changes.push(await compareSchemas(engine, await readLastSchema(root, engine), schema))
  }
  if (changes.every(sql => sql === null)) {
    return { ok: false, reason: 'The schema asks for nothing new, so no migration was written.' }
  }
  const numbered = `${await nextNumber(root)}_${name}`
  for (const [index, { engine, schema }] of steps.entries()) {
    const sql = changes[index] ?? '-- Nothing to change for this engine.\n'
    await writeMigrationFiles(root, engine, numbered, { sql, schema })
  }
  return {
    ok: true,
    name: numbered,
    folders: steps.map(({ engine }) => `prisma/migrations/${engine}/${numbered}`),
  }
}

async function nextNumber(root: string): Promise<string> {
  const last = (await readMigrations(root, 'sqlite')).at(-1)?.name ?? '0000'
  return String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
}
