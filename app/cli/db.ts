import { applyMigrations, migrationStatus, writeMigration } from '#app/platform/migrations.server.ts'
import { readSettings } from './with-database.ts'

const help = `Usage: npx zagore db migrate | status | migration NAME

  migrate         applies what is missing to the database of DATABASE_URL; safe to repeat
  status          lists applied and waiting migrations
  migration NAME  (for developers) writes the next migration for SQLite and PostgreSQL from prisma/schema.prisma
`

export async function runDb([action, name]: string[]): Promise<number> {
  if (action === '--help' || action === undefined) return say(help)
  if (action === 'migration') {
    if (name === undefined)
      return fail('Give the migration a name, such as: npx zagore db migration add_cohorts', 2)
    const written = await writeMigration(name)
    return written.ok
      ? say(`Written: ${written.name}. Read its SQL, then run "npm test".\n`)
      : fail(written.reason)
  }
  const env = readSettings()
  if (env === null) return 1
  if (action === 'migrate') {
    const result = await applyMigrations(env.databaseUrl)
    if (!result.ok) return fail(result.reason)
    return say(
      result.applied.length === 0
        ? 'The database is up to date.\n'
        : `Applied: ${result.applied.join(', ')}\n`,
    )
  }
  if (action === 'status') {
    const status = await migrationStatus(env.databaseUrl)
    if (!status.ok) return fail(status.reason)
    return say(
      `Applied: ${status.applied.join(', ') || 'none'}\nWaiting: ${status.pending.join(', ') || 'none'}\n`,
    )
  }
  return fail(`There is no "db ${action}". Run "npx zagore db --help".`, 2)
}

function say(text: string): number {
  process.stdout.write(text)
  return 0
}

function fail(reason: string, code = 1): number {
  process.stderr.write(`${reason}\n`)
  return code
}
