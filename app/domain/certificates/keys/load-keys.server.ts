import { X509Certificate } from 'node:crypto'
import { now } from '#app/platform/clock.ts'
import { type Env, publicUrlOf } from '#app/platform/env.server.ts'
import type { Hub } from '#app/platform/hub.server.ts'
import { log } from '#app/platform/log.server.ts'
import { didOfSite } from './did.ts'
import { setHubKeys } from './hub-keys.server.ts'
import { initKeys } from './make-keys.server.ts'
import { type KeysResult, openKeyFolder } from './open-keys.server.ts'

/** From so many days before the end on, every start says so. */
const DAYS_TO_ROTATE = 60

/**
 * Opens the keys that the environment names, for `hubKeys()` to give them to everybody. A demo that has none makes
 * them, because it asks for nothing.
 */
export async function loadKeys(env: Env, hub: Hub): Promise<KeysResult> {
  const { keysDir, keysPassphrase: passphrase } = env
  if (env.mode === 'demo') await initKeys(keysDir, { passphrase, hub, demo: true, at: now() })
  const did = didOfSite(publicUrlOf(env))
  const opened = openKeyFolder(keysDir, { passphrase, did, hub, strict: env.mode === 'live' })
  if (!opened.ok) return opened
  setHubKeys(opened.keys)
  const end = new Date(new X509Certificate(opened.keys.seal.certificate).validTo)
  const days = Math.floor((end.getTime() - now().getTime()) / 86_400_000)
  if (days < DAYS_TO_ROTATE)
    log().warn({ days }, 'the certificate of the seal ends soon: npx zagore keys rotate')
  return opened
}
