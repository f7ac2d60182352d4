import type { Env } from '#app/platform/env.server.ts'
import type { Hub } from '#app/platform/hub.server.ts'

/** What keeps a hub from going live, beyond its environment and its keys: whose it is. */
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
  return problems
}
