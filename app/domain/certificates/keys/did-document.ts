import type { Trust } from './trust.ts'

/**
 * The DID document of the hub (W3C Decentralized Identifiers 1.0, did:web): its keys for credentials, as Multikeys.
 * Retired ones stay among the assertion methods, because what was signed with them is still to be believed.
 */
export function didDocument({ did, credentialKeys }: Trust) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: credentialKeys.map(({ id, publicKeyMultibase }) => ({
      id,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
    })),
    assertionMethod: credentialKeys.map(({ id }) => id),
  }
}
