import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { env, publicUrlOf } from '#app/platform/env.server.ts'
import { signCredential } from '../credential/sign-credential.server.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'

/** Bits of a list: the fewest that hide a certificate among others (W3C Bitstring Status List 1.0, 3.4). */
export const LIST_LENGTH = 131_072

const VALID_MS = 48 * 3_600_000

/**
 * A BitstringStatusListCredential in which these bits are set, signed now with both proofs and valid for two days:
 * who withholds a newer one gains no more than that.
 */
export async function signStatusList(
  number: number,
  revoked: readonly number[],
): Promise<{ text: string; validUntil: Date }> {
  // Loaded when a list is signed and not before: it brings the libraries of linked data with it.
  const { createCredential, createList } = await import('@digitalbazaar/vc-bitstring-status-list')
  const list = await createList({ length: LIST_LENGTH })
  for (const index of revoked) list.setStatus(index, true)
  const id = statusListAddress(number)
  const at = now()
  const validUntil = new Date(at.getTime() + VALID_MS)
  const credential = {
    ...(await createCredential({ id, list, statusPurpose: 'revocation' })),
    issuer: hubKeys().trust.did,
    validFrom: at.toISOString(),
    validUntil: validUntil.toISOString(),
  }
  const signed = await signCredential(credential, hubKeys().credentialKey, at)
  return { text: JSON.stringify(signed), validUntil }
}

export function statusListAddress(number: number): string {
  return `${publicUrlOf(env())}${paths.statusList(number)}`
}
