import type { Trust } from '../keys/trust.ts'
import { isWithinBounds } from './credential-bounds.ts'
import { type LinkedData, linkedData } from './cryptosuites.server.ts'
import { offlineLoader } from './document-loader.server.ts'
import { type FoundProof, findProof, type ProofOutcome } from './proof-set.ts'

export type ProofOutcomes = { rdfc: ProofOutcome; jcs: ProofOutcome }

/**
 * Verifies both proofs of a credential through the libraries, with the hub's keys, those in use and those retired.
 * Nothing is fetched: what the keys and the kept contexts do not explain is not believed. Takes anything, never
 * throws, and looks deeply only into what is as small as a credential of ours. Says nothing of revocation or of the
 * end of validity.
 */
export async function verifyProofs(credential: unknown, trust: Trust): Promise<ProofOutcomes> {
  const rdfc = findProof(credential, 'eddsa-rdfc-2022', trust)
  const jcs = findProof(credential, 'eddsa-jcs-2022', trust)
  // Whatever is not ours is told apart before a library sees it.
  const small = isWithinBounds(credential)
  return {
    rdfc: !rdfc.ok ? rdfc.outcome : small ? await verifyOne(rdfc, 'rdfc') : 'invalid',
    jcs: !jcs.ok ? jcs.outcome : small ? await verifyOne(jcs, 'jcs') : 'invalid',
  }
}

async function verifyOne(
  { credential, proof, key, did }: Extract<FoundProof, { ok: true }>,
  suiteName: keyof LinkedData['verifying'],
): Promise<ProofOutcome> {
  const { verifyCredential, DataIntegrityProof, verifying } = await linkedData()
  const method = { id: key.id, type: 'Multikey', controller: did, publicKeyMultibase: key.publicKeyMultibase }
  const documentLoader = await offlineLoader(
    new Map<string, object>([
      [key.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method }],
      [did, { '@context': ['https://www.w3.org/ns/did/v1'], id: did, assertionMethod: [key.id] }],
    ]),
  )
  const { verified } = await verifyCredential({
    // One at a time: for the library a set is good when one of its proofs is.
    credential: { ...credential, proof },
    suite: new DataIntegrityProof({ cryptosuite: verifying[suiteName] }),
    documentLoader,
    // Whether it is revoked, and whether it has expired by now, is asked elsewhere.
    checkStatus: async () => ({ verified: true }),
    now: new Date(proof.created),
  })
  return verified ? 'valid' : 'invalid'
}
