import { createHash } from 'node:crypto'
import { canonicalJson } from './credential/canonical-json.ts'
import type { CertificateSnapshot } from './snapshot.ts'

/** SHA-256 of everything that a snapshot states, whatever the order of its keys. */
export function snapshotDigest(snapshot: CertificateSnapshot): Buffer {
  return createHash('sha256').update(canonicalJson(snapshot)).digest()
}
