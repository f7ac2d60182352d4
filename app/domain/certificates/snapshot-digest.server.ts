import { createHash } from 'node:crypto'
import type { CertificateSnapshot } from './snapshot.ts'

/** SHA-256 of everything that a snapshot states, whatever the order of its keys. */
export function snapshotDigest(snapshot: CertificateSnapshot): Buffer {
  return createHash('sha256').update(canonicalJson(snapshot)).digest()
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
