import { ObjectIdentifier } from 'asn1js'
import { type Certificate, createECDSASignatureFromCMS } from 'pkijs'
import { der, parsedDer } from './cms.ts'

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512'

const keyTypes = { rsa: '1.2.840.113549.1.1.1', ec: '1.2.840.10045.2.1' }

/** Elliptic curves, with the bytes of one of their numbers. */
const curves: Record<string, { name: string; size: number } | undefined> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 32 },
  '1.3.132.0.34': { name: 'P-384', size: 48 },
}

/** Says whether a signature over data was made with the key that it knows. */
export type Verifier = (data: Uint8Array, signature: Uint8Array) => Promise<boolean>

/** A verifier with the public key of a certificate (RSA PKCS #1 v1.5, or ECDSA); null for other keys. */
export async function verifierOf(
  { subjectPublicKeyInfo }: Certificate,
  hash: HashName,
): Promise<Verifier | null> {
  const { algorithmId, algorithmParams } = subjectPublicKeyInfo.algorithm
  const spki = new Uint8Array(der(subjectPublicKeyInfo.toSchema()))
  if (algorithmId === keyTypes.rsa) {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash }
    const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
    return (data, signature) =>
      crypto.subtle.verify(algorithm, key, new Uint8Array(signature), new Uint8Array(data))
  }
  const curve =
    algorithmId === keyTypes.ec && algorithmParams instanceof ObjectIdentifier
      ? curves[algorithmParams.valueBlock.toString()]
      : undefined
  if (curve === undefined) return null
  const algorithm = { name: 'ECDSA', namedCurve: curve.name, hash }
  const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
  return (data, signature) => {
    // X.509 writes the two numbers as a SEQUENCE, WebCrypto one after the other.
    const plain = createECDSASignatureFromCMS(parsedDer(signature), curve.size)
    return crypto.subtle.verify(algorithm, key, plain, new Uint8Array(data))
  }
}

export function isEllipticCurve({ subjectPublicKeyInfo }: Certificate): boolean {
  return subjectPublicKeyInfo.algorithm.algorithmId === keyTypes.ec
}

export async function digestOf(hash: HashName | 'SHA-1', data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(data)))
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** How the certificate calls its holder: the common name, or else the organization. */
export function holderOf({ subject }: Certificate): string | null {
  const named = (type: string) => subject.typesAndValues.find(part => part.type === type)
  const part = named('2.5.4.3') ?? named('2.5.4.10')
  return part === undefined ? null : String(part.value.valueBlock.value)
}
