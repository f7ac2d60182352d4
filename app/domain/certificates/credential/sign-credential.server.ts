import { sign } from 'node:crypto'
import type { HubKeys } from '../keys/hub-keys.server.ts'
import { linkedData } from './cryptosuites.server.ts'
import { offlineLoader } from './document-loader.server.ts'
import type { Signed } from './open-badge.ts'

export type CredentialKey = Pick<HubKeys['credentialKey'], 'id' | 'privateKey'>

/**
 * A credential with two proofs that stand side by side (a proof set, W3C Data Integrity 1.0, 2.1.1): eddsa-rdfc-2022,
 * which wallets know, and eddsa-jcs-2022, which a short program checks without any linked data. The one given is left
 * as it is.
 */
export async function signCredential<Credential extends { '@context': string[] }>(
  credential: Credential,
  { id, privateKey }: CredentialKey,
  at: Date,
): Promise<Signed<Credential>> {
  const { issue, DataIntegrityProof, signing } = await linkedData()
  const documentLoader = await offlineLoader()
  const signer = {
    id,
    algorithm: 'Ed25519' as const,
    sign: async ({ data }: { data: Uint8Array }) => sign(null, data, privateKey),
  }
  const date = at.toISOString()
  const signed = structuredClone(credential)
  for (const cryptosuite of [signing.rdfc, signing.jcs]) {
    const suite = new DataIntegrityProof({ signer, cryptosuite, date })
    await issue({ credential: signed, suite, documentLoader })
  }
  // Each call added its proof.
  return signed as Signed<Credential>
}
