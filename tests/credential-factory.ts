import { createPrivateKey, createPublicKey } from 'node:crypto'
import { normalSample } from '#app/domain/certificates/certificate-samples.ts'
import { issueCredential } from '#app/domain/certificates/credential/issue-credential.server.ts'
import type { OpenBadgeCredential, Signed } from '#app/domain/certificates/credential/open-badge.ts'
import type { HubKeys } from '#app/domain/certificates/keys/hub-keys.server.ts'
import { ed25519Multikey } from '#app/domain/certificates/keys/multikey.ts'
import type { Trust } from '#app/domain/certificates/keys/trust.ts'
import type { CertificateSnapshot } from '#app/domain/certificates/snapshot.ts'

export const did = 'did:web:academy.example.org'
export const publicUrl = 'https://academy.example.org'
export const status = { list: 1, index: 94_567 }

/** A credential key that everybody can have: its seed is a number. */
export function credentialKey(seed: number, name = 'credential-2026-1'): HubKeys['credentialKey'] {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    id: `${did}#${name}`,
    privateKey,
    publicKeyMultibase: ed25519Multikey(Buffer.from(x, 'base64url')),
  }
}

export const hubKey = credentialKey(1)

/** Trust in this key alone, in use since the beginning of 2026. */
export function trustIn(
  { id, publicKeyMultibase }: HubKeys['credentialKey'],
  inUse: Partial<Pick<Trust['credentialKeys'][number], 'validFrom' | 'retiredAt'>> = {},
): Trust {
  return {
    version: 1,
    hub: { name: normalSample.issuer.name, domain: normalSample.issuer.domain },
    did,
    asOf: '2026-12-01T00:00:00.000Z',
    credentialKeys: [
      { id, publicKeyMultibase, validFrom: '2026-01-01T00:00:00.000Z', retiredAt: null, ...inUse },
    ],
    sealCertificates: [],
    roots: [],
  }
}

export type SignedBadge = Signed<OpenBadgeCredential>

/** The credential of a snapshot as a receiver reads it. */
export async function signedBadge(
  snapshot: CertificateSnapshot = normalSample,
  key: HubKeys['credentialKey'] = hubKey,
): Promise<SignedBadge> {
  return JSON.parse(await issueCredential(snapshot, { credentialKey: key, did, publicUrl, status }))
}
