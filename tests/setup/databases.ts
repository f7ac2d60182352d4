import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { generateClients } from '#app/platform/generate-clients.mjs'
import { applyMigrations } from '#app/platform/migrations.server.ts'
import { startPostgresql } from './postgresql.ts'

declare module 'vitest' {
  // Vitest has this one extended, and only an interface can be.
  interface ProvidedContext {
    /** A migrated SQLite file that nobody opens: a test copies it. */
    sqliteTemplate: string
    /** The server's own database, from which a test makes and drops its own. */
    postgresqlServer: string
    /** The name of a migrated database that nobody opens: a test makes its own from it. */
    postgresqlTemplate: string
  }
}

const postgresqlTemplate = 'academy_template'

/** Prepares both engines once per run, and returns what ends them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  generateClients()
  const folder = await mkdtemp(path.join(tmpdir(), 'academy-sqlite-'))
  const postgresql = await startPostgresql()
  async function teardown(): Promise<void> {
    await postgresql.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const sqliteTemplate = path.join(folder, 'template.db')
    await migrate(`file:${sqliteTemplate}`)
    await createDatabase(postgresql.url('postgres'), postgresqlTemplate)
    await migrate(postgresql.url(postgresqlTemplate))
    project.provide('sqliteTemplate', sqliteTemplate)
    project.provide('postgresqlServer', postgresql.url('postgres'))
    project.provide('postgresqlTemplate', postgresqlTemplate)
    return teardown
  } catch (error) {
    await teardown()
    throw error
  }
}

async function migrate(url: string): Promise<void> {
  const migrated = await applyMigrations(url)
  if (!migrated.ok) throw new Error(migrated.reason)
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}
