import { connectDatabase, database } from '#app/platform/db.server.ts'
import { type Env, readEnv, setEnv } from '#app/platform/env.server.ts'
import { startLog } from '#app/platform/log.server.ts'
import { migrationStatus } from '#app/platform/migrations.server.ts'

/** Runs a command's work on the configured database and closes it afterwards. */
export async function withDatabase(work: (env: Env) => Promise<number>): Promise<number> {
  const env = readSettings()
  if (env === null) return 1
  const status = await migrationStatus(env.databaseUrl)
  if (status.ok && status.pending.length > 0) {
    process.stderr.write(
      'The database is not prepared for this version: run "npx zagore db migrate" first.\n',
    )
    return 1
  }
  const connected = await connectDatabase(env.databaseUrl)
  if (!connected.ok) {
    process.stderr.write(`${connected.reason}\n`)
    return 1
  }
  try {
    return await work(env)
  } finally {
    await database().close()
  }
}

/** The environment, or null after every problem in it was named. */
export function readSettings(): Env | null {
  const read = readEnv(process.env)
  if (!read.ok) {
    process.stderr.write(read.problems.map(problem => `${problem}\n`).join(''))
    return null
  }
  setEnv(read.env)
  startLog('warn')
  return read.env
}
