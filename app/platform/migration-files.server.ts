import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Migration } from './migration-history.ts'

/** The folder with `prisma/`: found from this file upwards, because the built server lies in another folder. */
export function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'prisma/migrations'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('prisma/migrations is missing beside the application')
    folder = parent
  }
  return folder
}

/** The migrations of one engine in the order of their numbers. */
export async function readMigrations(root: string, engine: string): Promise<Migration[]> {
  const base = path.join(root, 'prisma/migrations', engine)
  const migrations = (await migrationNames(base)).map(async name => {
    const sql = await readFile(path.join(base, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
  return Promise.all(migrations)
}

/** The schema that the last migration leads to; null before the first one. */
export async function readLastSchema(root: string, engine: string): Promise<string | null> {
  const base = path.join(root, 'prisma/migrations', engine)
  const last = (await migrationNames(base)).at(-1)
  return last === undefined ? null : readFile(path.join(base, last, 'schema.prisma'), 'utf8')
}

/** Writes a migration and, beside it, the schema that it leads to: the next one is counted from there. */
export async function writeMigrationFiles(
  root: string,
  engine: string,
  name: string,
  content: { sql: string; schema: string },
): Promise<void> {
  const folder = path.join(root, 'prisma/migrations', engine, name)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'migration.sql'), content.sql)
  await writeFile(path.join(folder, 'schema.prisma'), content.schema)
}

async function migrationNames(base: string): Promise<string[]> {
  if (!existsSync(base)) return []
  const entries = await readdir(base, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && /^\d{4}_/.test(entry.name))
    .map(entry => entry.name)
    .sort()
}
