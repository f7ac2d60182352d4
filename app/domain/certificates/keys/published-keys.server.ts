import { now } from '#app/platform/clock.ts'
import { didDocument } from './did-document.ts'
import { hubKeys } from './hub-keys.server.ts'
import type { Trust } from './trust.ts'

/** What the hub says of its keys to everybody, at this moment: they change with a restart alone. */
export function publishedTrust(): Trust {
  return { ...hubKeys().trust, asOf: now().toISOString() }
}

export function publishedDidDocument() {
  return didDocument(hubKeys().trust)
}
