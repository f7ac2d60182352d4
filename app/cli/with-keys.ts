import { loadKeys } from '#app/domain/certificates/keys/load-keys.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { type Hub, readHub, setHub } from '#app/platform/hub.server.ts'

/** Runs a command's work with the hub's keys opened: within `withDatabase`, which has read the environment. */
export async function withKeys(env: Env, work: () => Promise<number>): Promise<number> {
  const hub = openHub(env)
  if (hub === null) return 1
  const loaded = await loadKeys(env, hub)
  return loaded.ok ? work() : named(loaded.problems)
}

/** Who runs the academy, or null after every problem with it was named. */
export function openHub(env: Env): Hub | null {
  const read = readHub(env.contentDir)
  if (read.ok) {
    setHub(read.hub)
    return read.hub
  }
  named(read.problems)
  return null
}

function named(problems: string[]): number {
  process.stderr.write(problems.map(problem => `${problem}\n`).join(''))
  return 1
}
