import type { CertificateSnapshot } from '../snapshot.ts'
import { buildCredential, type CredentialAddresses } from './build-credential.ts'
import { type CredentialKey, signCredential } from './sign-credential.server.ts'

/**
 * The credential of a certificate, signed: the exact text that is stored and attached to its PDF. The same arguments
 * give the same text.
 */
export async function issueCredential(
  snapshot: CertificateSnapshot,
  { credentialKey, ...addresses }: CredentialAddresses & { credentialKey: CredentialKey },
): Promise<string> {
  const credential = buildCredential(snapshot, addresses)
  return JSON.stringify(await signCredential(credential, credentialKey, new Date(snapshot.issuedAt)))
}
