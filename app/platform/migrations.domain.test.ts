import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startProcess } from '#tests/setup/other-process.ts'
import {
  describeOnBothDatabases,
  describeOnSqlite,
  emptyPostgresql,
  emptySqlite,
} from '#tests/setup/with-databases.ts'
import { projectRoot, readLastSchema, readMigrations } from './migration-files.server.ts'
import { applyMigrations, migrationStatus, writeMigration } from './migrations.server.ts'
import { compareSchemas, datamodel, noFilters, withSchemaEngine } from './schema-engine.server.ts'

const engines = [
  { engine: 'sqlite', schemaFile: 'prisma/schema.prisma', empty: emptySqlite },
  { engine: 'postgresql', schemaFile: 'prisma/schema.postgresql.prisma', empty: emptyPostgresql },
] as const

type Engine = (typeof engines)[number]['engine']

function adapterOf(engine: Engine, url: string) {
  return engine === 'sqlite' ? new PrismaBetterSqlite3({ url }) : new PrismaPg({ connectionString: url })
}

function schemaOf(engine: Engine): Promise<string> {
  const found = engines.find(entry => entry.engine === engine)
  return readFile(path.join(projectRoot(), found?.schemaFile ?? ''), 'utf8')
}

/** A copy of the project's schema and migrations, for the test to change. */
let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'academy-migrations-'))
  await cp(path.join(projectRoot(), 'prisma/migrations'), path.join(root, 'prisma/migrations'), {
    recursive: true,
  })
  await cp(path.join(projectRoot(), 'prisma/schema.prisma'), path.join(root, 'prisma/schema.prisma'))
})

afterEach(() => rm(root, { recursive: true, force: true }))

const personWithSession = {
  id: 'a',
  email: 'a@example.org',
  name: 'a',
  passwordHash: 'none',
  createdAt: new Date(0),
  sessions: { create: { id: 's', expiresAt: new Date(0) } },
}

async function addMigration(engine: Engine, name: string, sql: string): Promise<void> {
  const folder = path.join(root, 'prisma/migrations', engine, name)
  await mkdir(folder)
  await writeFile(path.join(folder, 'migration.sql'), sql)
}

async function changeSchema(from: string, to: string): Promise<void> {
  const file = path.join(root, 'prisma/schema.prisma')
  const schema = await readFile(file, 'utf8')
  expect(schema).toContain(from)
  await writeFile(file, schema.replace(from, to))
}

describe.each(engines)('the migrations of $engine', ({ engine }) => {
  test('lead to the schema', async () => {
    const rest = await compareSchemas(
      engine,
      await readLastSchema(projectRoot(), engine),
      await schemaOf(engine),
    )
    expect(rest, 'write the migration with `npm run db:migration`').toBeNull()
  })
})

describeOnSqlite('a migrated database', context => {
  test('has exactly the tables of the schema', async () => {
    const schema = await schemaOf('sqlite')
    const rest = await withSchemaEngine(adapterOf('sqlite', context.url()), schema, engine =>
      engine.diff({
        from: { tag: 'schemaDatasource', files: datamodel(schema).files, configDir: root },
        to: datamodel(schema),
        script: true,
        exitCode: true,
        filters: noFilters,
      }),
    )
    expect(rest).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('empty migration') })
  })

  test('refuses a migration after which rows would refer to nothing', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: personWithSession })
    await addMigration('sqlite', '0101_orphans', 'DELETE FROM "User";')
    expect(await applyMigrations(context.url(), root)).toEqual({
      ok: false,
      reason:
        'Migration 0101_orphans failed and left the database as it was: rows would refer to rows that are missing.',
    })
    expect(await prisma.user.count()).toBe(1)
  })
})

// The schema engine cannot read a PostgreSQL through its driver adapter, which does not know the type "char" of
// the system's tables: https://github.com/prisma/orm/issues/27403. So PostgreSQL compares two databases itself.
test('a migrated database has exactly the tables of the schema (on PostgreSQL)', async () => {
  const migrated = await emptyPostgresql()
  const fresh = await emptyPostgresql()
  expect(await applyMigrations(migrated.url)).toMatchObject({ ok: true })
  const sql = await compareSchemas('postgresql', null, await schemaOf('postgresql'))
  await queryPostgresql(fresh.url, sql ?? '')
  const tables = await describePostgresql(migrated.url)
  expect(tables.length).toBeGreaterThan(50)
  expect(tables).toEqual(await describePostgresql(fresh.url))
  await migrated.remove()
  await fresh.remove()
})

async function describePostgresql(url: string): Promise<unknown[]> {
  return queryPostgresql(
    url,
    `SELECT concat_ws(' ', table_name, column_name, data_type, datetime_precision, is_nullable, column_default) AS fact
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     UNION ALL
     SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION ALL
     SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND conrelid <> COALESCE(to_regclass('"_prisma_migrations"'), 0)
     ORDER BY fact`,
  )
}

async function queryPostgresql(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}

describeOnBothDatabases('a migrated database', context => {
  test('has a history that Prisma’s own engine finds in order', async () => {
    const migrations = await readMigrations(projectRoot(), context.engine)
    const found = await withSchemaEngine(
      adapterOf(context.engine, context.url()),
      await schemaOf(context.engine),
      engine =>
        engine.diagnoseMigrationHistory({
          migrationsList: {
            baseDir: 'prisma/migrations',
            lockfile: { path: 'migration_lock.toml', content: `provider = "${context.engine}"\n` },
            shadowDbInitScript: '',
            migrationDirectories: migrations.map(({ name, sql }) => ({
              path: name,
              migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
            })),
          },
          optInToShadowDatabase: false,
          filters: noFilters,
        }),
    )
    expect(found).toEqual({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    })
  })

  test('has nothing left to apply', async () => {
    const names = (await readMigrations(projectRoot(), context.engine)).map(({ name }) => name)
    expect(await migrationStatus(context.url())).toEqual({
      ok: true,
      applied: names,
      pending: [],
      edited: [],
      failed: [],
      ahead: [],
    })
    expect(await applyMigrations(context.url())).toEqual({ ok: true, applied: [] })
  })

  test('gets all that is pending or, when one fails, nothing', async () => {
    await addMigration(context.engine, '0101_good', `CREATE TABLE "Good" ("id" TEXT NOT NULL PRIMARY KEY);`)
    await addMigration(
      context.engine,
      '0102_bad',
      `CREATE TABLE "Half" ("id" TEXT); INSERT INTO "Missing" VALUES (1);`,
    )
    const failed = await applyMigrations(context.url(), root)
    expect(failed).toEqual({
      ok: false,
      reason: expect.stringMatching(/^Migration 0102_bad failed .*Missing.*\.$/),
    })
    expect(await migrationStatus(context.url(), root)).toMatchObject({ pending: ['0101_good', '0102_bad'] })

    // Both tables would be there already, had anything been kept.
    await writeFile(
      path.join(root, 'prisma/migrations', context.engine, '0102_bad/migration.sql'),
      `CREATE TABLE "Half" ("id" TEXT); INSERT INTO "Half" VALUES ('a;b');`,
    )
    expect(await applyMigrations(context.url(), root)).toEqual({
      ok: true,
      applied: ['0101_good', '0102_bad'],
    })
    const rows = await context.database().prisma.$queryRawUnsafe('SELECT "id" FROM "Half"')
    expect(rows).toEqual([{ id: 'a;b' }])
  })

  test('keeps every row when a table that others refer to is rebuilt', async () => {
    const { prisma } = context.database()
    await prisma.user.create({ data: personWithSession })
    await changeSchema(
      'theme        String        @default("system")',
      'theme        String        @default("dark")',
    )
    expect(await writeMigration('dark_theme', root)).toMatchObject({ ok: true })
    expect(await applyMigrations(context.url(), root)).toMatchObject({
      ok: true,
      applied: [expect.stringMatching(/_dark_theme$/)],
    })
    expect(await prisma.session.findMany()).toEqual([{ id: 's', userId: 'a', expiresAt: new Date(0) }])
  })

  test('of a newer version is left alone, so that one can go back', async () => {
    await addMigration(context.engine, '0101_later', `CREATE TABLE "Later" ("id" TEXT);`)
    await applyMigrations(context.url(), root)
    expect(await applyMigrations(context.url())).toEqual({ ok: true, applied: [] })
    expect(await migrationStatus(context.url())).toMatchObject({ ok: true, ahead: ['0101_later'] })
  })

  test('that another tool left half done is not touched', async () => {
    await addMigration(context.engine, '0101_next', `CREATE TABLE "Next" ("id" TEXT);`)
    await context.database().prisma.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`)
    expect(await applyMigrations(context.url(), root)).toEqual({
      ok: false,
      reason: 'Migration 0001_init was left half done by another tool: restore a backup.',
    })
    expect(await migrationStatus(context.url(), root)).toMatchObject({ pending: ['0101_next'] })
  })
})

describe.each(engines)('an empty database of $engine', ({ engine, empty }) => {
  test('is migrated by exactly one of six that begin at once', async () => {
    const scratch = await empty()
    const results = await Promise.all(Array.from({ length: 6 }, () => applyMigrations(scratch.url)))
    const names = (await readMigrations(projectRoot(), engine)).map(({ name }) => name)
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(results.flatMap(result => (result.ok ? result.applied : []))).toEqual(names)
    await scratch.remove()
  })

  test('is described without being changed', async () => {
    const scratch = await empty()
    const pending = (await readMigrations(projectRoot(), engine)).map(({ name }) => name)
    expect(await migrationStatus(scratch.url)).toMatchObject({ ok: true, applied: [], pending })
    expect(await migrationStatus(scratch.url)).toMatchObject({ ok: true, applied: [], pending })
    await scratch.remove()
  })
})

test('an SQLite file is migrated by exactly one of three processes that start at once, and all three can work', async () => {
  const scratch = await emptySqlite()
  const script = `
    import { applyMigrations } from './app/platform/migrations.server.ts'
    import { openDatabase } from './app/platform/db.server.ts'
    console.log('ready')
    for await (const go of process.stdin) break
    const migrated = await applyMigrations(process.argv[1])
    const database = await openDatabase(process.argv[1])
    await database.prisma.session.deleteMany({})
    await database.close()
    console.log(JSON.stringify(migrated))
    process.stdin.destroy()
  `
  const processes = Array.from({ length: 3 }, () => startProcess(script, scratch.url))
  for (const one of processes) expect(await one.nextLine()).toBe('ready')
  for (const one of processes) one.send('go')
  const results = (await Promise.all(processes.map(one => one.ended()))).flat().sort()
  const names = (await readMigrations(projectRoot(), 'sqlite')).map(({ name }) => name)
  const nothing = JSON.stringify({ ok: true, applied: [] })
  expect(results).toEqual([JSON.stringify({ ok: true, applied: names }), nothing, nothing].sort())
  await scratch.remove()
}, 60_000)

describe('writing a migration', () => {
  test('writes the same number for both engines, the schema beside it, and the derived schema', async () => {
    await changeSchema('model User {', 'model Note {\n  id String @id\n}\n\nmodel User {')
    const written = await writeMigration('add_notes', root)
    expect(written).toMatchObject({ ok: true, name: expect.stringMatching(/^\d{4}_add_notes$/) })
    for (const { engine, schemaFile } of engines) {
      const last = (await readMigrations(root, engine)).at(-1)
      expect(last?.name).toBe(written.ok ? written.name : '')
      expect(last?.sql).toMatch(/CREATE TABLE "Note"/)
      expect(last?.sql).not.toMatch(/"User"/)
      expect(await readLastSchema(root, engine)).toBe(await readFile(path.join(root, schemaFile), 'utf8'))
    }
    expect(await writeMigration('again', root)).toEqual({
      ok: false,
      reason: 'The schema asks for nothing new, so no migration was written.',
    })
  })

  test('begins with 0001 and the whole schema', async () => {
    await rm(path.join(root, 'prisma/migrations'), { recursive: true })
    // The schema as it was then lies beside the migration that it became.
    const schemaThen = 'prisma/migrations/sqlite/0001_init/schema.prisma'
    await copyFile(path.join(projectRoot(), schemaThen), path.join(root, 'prisma/schema.prisma'))
    expect(await writeMigration('init', root)).toMatchObject({ ok: true, name: '0001_init' })
    const [first] = await readMigrations(root, 'postgresql')
    expect(first?.sql).toBe((await readMigrations(projectRoot(), 'postgresql'))[0]?.sql)
  })

  test.each(['', 'Add_notes', 'add notes', '../notes', '1_notes'])('refuses the name "%s"', async name => {
    expect(await writeMigration(name, root)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('small letters'),
    })
  })
})

describe('a database that cannot be migrated', () => {
  test('is explained in one sentence', async () => {
    expect(await applyMigrations('mysql://localhost/academy')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('DATABASE_URL'),
    })
    expect(await migrationStatus('postgresql://a:secret@127.0.0.1:1/academy')).toEqual({
      ok: false,
      reason:
        'DATABASE_URL names PostgreSQL at 127.0.0.1:1/academy, where nothing answers: start the server, or correct the host and the port.',
    })
    expect(await applyMigrations(`file:${root}/prisma/schema.prisma`)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not a sound SQLite database'),
    })
  })
})
