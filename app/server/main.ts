import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import * as build from 'virtual:remix/server-build'
import { database } from '#app/platform/db.server.ts'
import { boot } from './boot.ts'
import { startExamSweep } from './exam-sweep.ts'
import { stopGracefully } from './graceful-stop.ts'
import { createApp } from './http.ts'
import { listen } from './listen.ts'
import { staticFiles } from './static-files.ts'
import { startStatusSweep } from './status-sweep.ts'
import { startThrottleSweep } from './throttle-sweep.ts'

const booted = await boot(process.env)
if (!booted.ok) {
  process.stderr.write(booted.problems.map(problem => `${problem}\n`).join(''))
  process.exit(1)
}

const { env } = booted
let stopping = false
const clientDirectory = fileURLToPath(new URL('../client', import.meta.url))
const app = createApp({ env, build, files: staticFiles(clientDirectory), isStopping: () => stopping })
const server = createServer(app)
const listening = await listen(server, env)
if (!listening.ok) {
  process.stderr.write(`${listening.reason}\n`)
  process.exit(1)
}
const stopExamSweep = startExamSweep()
const stopStatusSweep = startStatusSweep()
const stopThrottleSweep = startThrottleSweep()
stopGracefully(
  server,
  () => {
    stopping = true
  },
  async () => {
    await stopExamSweep()
    await stopStatusSweep()
    await stopThrottleSweep()
    await database().close()
  },
)
