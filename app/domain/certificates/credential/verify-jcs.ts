import { verifyAsync } from '@noble/ed25519'
import type { Trust } from '../keys/trust.ts'
import { decodeBase58 } from './base58.ts'
import { canonicalJson } from './canonical-json.ts'
import { findProof, type ProofOutcome } from './proof-set.ts'

/** The multicodec prefix of an Ed25519 public key in a Multikey. */
const ed25519 = [0xed, 0x01]

/**
 * Verifies the eddsa-jcs-2022 proof of a credential (W3C Data Integrity EdDSA Cryptosuites 1.0, 3.3) with the hub's
 * keys alone. Pure: the same in Node, in browsers, and in a page without a line. Takes anything, and never throws.
 *
 * The document is hashed with its own `@context`, although the specification would let it have more than its proof
 * has: what was added is not signed.
 */
export async function verifyJcs(credential: unknown, trust: Trust): Promise<ProofOutcome> {
  const found = findProof(credential, 'eddsa-jcs-2022', trust)
  if (!found.ok) return found.outcome
  const { proofValue, ...options } = found.proof
  const { proof: _, ...document } = found.credential
  const signature = decodeBase58(proofValue)
  const key = decodeBase58(found.key.publicKeyMultibase)
  if (signature?.length !== 64 || key === null || !ed25519.every((byte, at) => key[at] === byte))
    return 'invalid'
  const hashes = await Promise.all([sha256(canonicalJson(options)), sha256(canonicalJson(document))])
  try {
    const message = Uint8Array.from(hashes.flatMap(hash => [...hash]))
    // Strict as RFC 8032 is, and as Node's own verification is.
    const right = await verifyAsync(signature, message, key.subarray(ed25519.length), { zip215: false })
    return right ? 'valid' : 'invalid'
  } catch {
    // Bytes that are no point of the curve.
    return 'invalid'
  }
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
