import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, inject } from 'vitest'
import { connectDatabase, type Database, database } from '#app/platform/db.server.ts'

export type DatabaseContext = {
  engine: Database['engine']
  /** The DATABASE_URL of the running test. */
  url(): string
  /** The database of the running test: migrated, empty, its own, and the one that `database()` gives to the code. */
  database(): Database
}

type Scratch = { url: string; remove(): Promise<void> }

type Suite = (context: DatabaseContext) => void

/**
 * A suite that runs once on each engine, every test on a fresh migrated database. Its tests run one after
 * another, because the code under test finds its database through the process.
 */
export function describeOnBothDatabases(title: string, suite: Suite): void {
  describeOnSqlite(title, suite)
  describeOn('postgresql', `${title} (on PostgreSQL)`, suite)
}

/** The same for what only SQLite has. */
export function describeOnSqlite(title: string, suite: Suite): void {
  describeOn('sqlite', `${title} (on SQLite)`, suite)
}

function describeOn(engine: Database['engine'], title: string, suite: Suite): void {
  describe(title, () => {
    let scratch: Scratch | null = null
    let opened: Database | null = null

    beforeEach(async () => {
      scratch = await (engine === 'sqlite' ? beginSqlite() : beginPostgresql())
      const connected = await connectDatabase(scratch.url)
      if (!connected.ok) throw new Error(connected.reason)
      opened = connected.database
    })

    afterEach(async () => {
      await opened?.close()
      await scratch?.remove()
      opened = null
      scratch = null
    })

    suite({
      engine,
      url() {
        if (scratch === null) throw new Error('There is a database only while a test runs')
        return scratch.url
      },
      database,
    })
  })
}

/** A place for an SQLite file, with nothing in it yet. */
export async function emptySqlite(): Promise<Scratch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-test-'))
  return {
    url: `file:${path.join(folder, 'academy.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A PostgreSQL database without tables. */
export function emptyPostgresql(): Promise<Scratch> {
  return createPostgresql('template0')
}

async function beginSqlite(): Promise<Scratch> {
  const scratch = await emptySqlite()
  await copyFile(inject('sqliteTemplate'), scratch.url.slice('file:'.length))
  return scratch
}

function beginPostgresql(): Promise<Scratch> {
  return createPostgresql(inject('postgresqlTemplate'))
}

async function createPostgresql(template: string): Promise<Scratch> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  const url = new URL(inject('postgresqlServer'))
  url.pathname = `/${name}`
  return { url: url.href, remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresqlServer') })
  await client.connect()
  await client.query(statement)
  await client.end()
}
