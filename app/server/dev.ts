import { createServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { database } from '#app/platform/db.server.ts'
import { boot } from './boot.ts'
import { startExamSweep } from './exam-sweep.ts'
import { stopGracefully } from './graceful-stop.ts'
import { createApp } from './http.ts'
import { listen } from './listen.ts'
import { startStatusSweep } from './status-sweep.ts'
import { startThrottleSweep } from './throttle-sweep.ts'

/** The same process as in production, with Vite building on demand. */
export async function startDevelopment(vite: ViteDevServer): Promise<void> {
  const booted = await boot(process.env)
  if (!booted.ok) {
    process.stderr.write(booted.problems.map(problem => `${problem}\n`).join(''))
    process.exit(1)
  }
  const app = createApp({
    env: booted.env,
    // Vite types a loaded module as a record of unknowns; this one is Remix's own build.
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    files: vite.middlewares,
    isStopping: () => false,
  })
  const server = createServer(app)
  const listening = await listen(server, booted.env)
  if (!listening.ok) {
    process.stderr.write(`${listening.reason}\n`)
    process.exit(1)
  }
  const stopExamSweep = startExamSweep()
  const stopStatusSweep = startStatusSweep()
  const stopThrottleSweep = startThrottleSweep()
  stopGracefully(
    server,
    () => {},
    async () => {
      await vite.close()
      await stopExamSweep()
      await stopStatusSweep()
      await stopThrottleSweep()
      await database().close()
    },
  )
}
