import { type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { Seal } from './seal.ts'

const signInBackground = promisify(sign)

/** A seal whose private key, RSA or EC P-256, is in this process. */
export function fileSeal(key: KeyObject, certificate: Uint8Array, chain: Uint8Array[]): Seal {
  return {
    certificate,
    chain,
    algorithm: key.asymmetricKeyType === 'ec' ? 'ECDSA-SHA256' : 'RSA-SHA256',
    sign: data => signInBackground('sha256', data, key),
  }
}
