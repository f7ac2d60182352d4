import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { boot } from '#app/server/boot.ts'
import { type RunningServer, startServer } from './server-process.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Settings of the academy that is measured: the demo's, on a database of its own. */
function settingsIn(folder: string): Record<string, string> {
  return {
    HUB_MODE: 'demo',
    DATABASE_URL: `file:${path.join(folder, 'academy.db')}`,
    DATA_DIR: folder,
    CONTENT_DIR: path.join(root, 'content'),
  }
}

/** Opens the academy in this process, so that learners can be made and asked after. Quiet. */
export async function openAcademy(folder: string): Promise<void> {
  const booted = await boot({ ...settingsIn(folder), NODE_ENV: 'production', LOG_LEVEL: 'warn' })
  if (!booted.ok) throw new Error(booted.problems.join('\n'))
}

/** Starts the built academy as `npm start` runs it, its log of requests included. */
export function startAcademy(folder: string, nodeOptions: string[] = []): Promise<RunningServer> {
  return startServer({
    name: 'academy',
    script: path.join(root, 'build/server/index.js'),
    folder,
    environment: settingsIn(folder),
    // The heap bound of `npm start`: see package.json.
    nodeOptions: ['--max-old-space-size=192', ...nodeOptions],
    cwd: root,
  })
}
