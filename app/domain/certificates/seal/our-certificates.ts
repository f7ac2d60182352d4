import { Certificate } from 'pkijs'
import type { Trust } from '../keys/trust.ts'
import { type CmsFrame, cmsFrame } from './cms.ts'
import type { Seal } from './seal.ts'
import { digestOf, hexOf, isEllipticCurve, sameBytes, type Verifier, verifierOf } from './verify-signature.ts'

/** A seal certificate of the hub, ready to verify with. */
export type OurCertificate = {
  sha256: string
  bytes: Uint8Array
  parsed: Certificate
  algorithm: Seal['algorithm']
  verify: Verifier
  roots: Uint8Array[]
  /** By the places of the chain's certificates among the roots. */
  frames: Map<string, CmsFrame>
}

/** What the hub's CMS looks like with these certificates above the seal's; null when one is no root of the hub. */
export function frameWith(ours: OurCertificate, chain: Uint8Array[]): CmsFrame | null {
  const places = chain.map(one => ours.roots.findIndex(root => sameBytes(root, one)))
  if (places.includes(-1) || places.length > ours.roots.length) return null
  const key = places.join()
  const known = ours.frames.get(key)
  if (known !== undefined) return known
  const made = cmsFrame({ algorithm: ours.algorithm, certificate: ours.bytes, chain })
  ours.frames.set(key, made)
  return made
}

const prepared = new WeakMap<Trust, Promise<Map<string, OurCertificate>>>()

/** The seal certificates of the hub by their SHA-256, parsed once. */
export function ourCertificates(trust: Trust): Promise<Map<string, OurCertificate>> {
  const known = prepared.get(trust)
  if (known !== undefined) return known
  const roots = trust.roots.map(fromBase64)
  const reading = Promise.all(
    trust.sealCertificates.map(({ certificate }) => ourCertificate(fromBase64(certificate), roots)),
  )
  const byDigest = reading.then(all => new Map(all.filter(one => one !== null).map(one => [one.sha256, one])))
  prepared.set(trust, byDigest)
  return byDigest
}

async function ourCertificate(
  bytes: Uint8Array<ArrayBuffer>,
  roots: Uint8Array[],
): Promise<OurCertificate | null> {
  const parsed = Certificate.fromBER(bytes)
  const verify = await verifierOf(parsed, 'SHA-256')
  if (verify === null) return null
  const algorithm = isEllipticCurve(parsed) ? 'ECDSA-SHA256' : 'RSA-SHA256'
  const sha256 = hexOf(await digestOf('SHA-256', bytes))
  return { sha256, bytes, parsed, algorithm, verify, roots, frames: new Map() }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
}
