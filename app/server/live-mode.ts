import { statSync } from 'node:fs'
import type { Env } from '#app/platform/env.server.ts'
import type { Hub } from '#app/platform/hub.server.ts'

/** What keeps a hub from going live, beyond its environment: whose it is, and who else may read its keys. */
export function problemsOfLiveHub(env: Env, hub: Hub): string[] {
  const problems: string[] = []
  if (/0{9}/.test(hub.legalId.bg + hub.legalId.en) || hub.email.endsWith('@example.org')) {
    problems.push(
      'hub.yml still holds the sample identity: write legalName, legalId, address and email of your hub.',
    )
  }
  if (env.publicUrl !== null && new URL(env.publicUrl).host !== hub.domain) {
    problems.push(`hub.yml names the domain ${hub.domain}, and PUBLIC_URL another one: make them the same.`)
  }
  const mode = modeOf(env.keysDir)
  if (mode === null) problems.push(`KEYS_DIR names no folder: create it with mkdir -m 700 ${env.keysDir}`)
  else if ((mode & 0o077) !== 0) problems.push(`KEYS_DIR can be read by others: run chmod 700 ${env.keysDir}`)
  return problems
}

/** Permission bits of a folder; null when there is none. */
function modeOf(folder: string): number | null {
  try {
    const stats = statSync(folder)
    return stats.isDirectory() ? stats.mode & 0o777 : null
  } catch {
    return null
  }
}
