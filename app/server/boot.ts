import path from 'node:path'
import { endOldSessions } from '#app/domain/accounts/sessions.server.ts'
import { loadKeys } from '#app/domain/certificates/keys/load-keys.server.ts'
import { catalogue, setCatalogueSource } from '#app/domain/courses/catalogue.server.ts'
import { setSearchFolder, warmSearchIndex } from '#app/domain/courses/search/search-index.server.ts'
import { recordEditions } from '#app/domain/learning/edition-blocks.server.ts'
import { connectDatabase } from '#app/platform/db.server.ts'
import { type Env, readEnv, setEnv } from '#app/platform/env.server.ts'
import { readHub, setHub } from '#app/platform/hub.server.ts'
import { log, startLog } from '#app/platform/log.server.ts'
import { applyMigrations } from '#app/platform/migrations.server.ts'
import { loadSecret } from '#app/platform/secret.server.ts'
import { holdsDemoAccounts, seedDemo } from '#prisma/seed.ts'
import { problemsOfLiveHub } from './live-mode.ts'

export type BootResult = { ok: true; env: Env } | { ok: false; problems: string[] }

/** Everything that must be true before the first request. Each problem is one sentence that says what to do. */
export async function boot(source: Record<string, string | undefined>): Promise<BootResult> {
  const read = readEnv(source)
  if (!read.ok) return read
  const { env } = read
  setEnv(env)
  startLog(env.logLevel)

  const hub = readHub(env.contentDir)
  if (!hub.ok) return hub
  setHub(hub.hub)
  const unready = env.mode === 'live' ? problemsOfLiveHub(env, hub.hub) : []
  const keys = await loadKeys(env, hub.hub)
  if (!keys.ok) return { ok: false, problems: [...unready, ...keys.problems] }
  if (unready.length > 0) return { ok: false, problems: unready }

  const migrated = await applyMigrations(env.databaseUrl)
  if (!migrated.ok) return { ok: false, problems: [migrated.reason] }
  const connected = await connectDatabase(env.databaseUrl)
  if (!connected.ok) return { ok: false, problems: [connected.reason] }

  setCatalogueSource({
    contentDir: env.contentDir,
    watch: env.nodeEnv === 'development',
    cacheFile: path.join(env.dataDir, 'compiled-lessons.db'),
  })
  if (catalogue().courses.length === 0) {
    return {
      ok: false,
      problems: [`No course can be served from ${env.contentDir}. Run "npx zagore content check".`],
    }
  }
  if (env.mode === 'demo') await seedDemo()
  else if (await holdsDemoAccounts()) {
    return {
      ok: false,
      problems: ['This database holds the sample accounts of a demo: name another one in DATABASE_URL.'],
    }
  }
  await loadSecret('options')
  await loadSecret('addresses')
  await recordEditions(catalogue().courses)
  // Now and not at the first search, which would wait for it.
  setSearchFolder(env.dataDir)
  warmSearchIndex(catalogue())
  await endOldSessions()
  log().info({ mode: env.mode, courses: catalogue().courses.length, applied: migrated.applied }, 'ready')
  return { ok: true, env }
}
