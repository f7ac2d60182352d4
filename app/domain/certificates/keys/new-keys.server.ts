import { createPublicKey, generateKeyPair, type KeyObject, randomBytes, X509Certificate } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Hub } from '#app/platform/hub.server.ts'
import type { Manifest } from './manifest.server.ts'
import { ed25519Multikey } from './multikey.ts'
import { privateKeyText, writeNewFile } from './private-file.server.ts'
import { type DistinguishedName, makeRootCertificate, makeSealCertificate } from './x509.server.ts'

export type Making = {
  /** Encrypts the private keys; null: the folder's permissions alone protect them. */
  passphrase: string | null
  hub: Pick<Hub, 'legalName' | 'place'>
  /** The certificates of a demo say in their names that they are worth nothing. */
  demo: boolean
  at: Date
  sealYears?: number
  /** Shorter ones are made faster, and are for tests alone. */
  rsaBits?: number
}

/** A root with which seal certificates can be signed. */
export type OpenRoot = { certificate: Uint8Array; key: KeyObject }

type SealEntry = Manifest['seals'][number]
type CredentialEntry = Manifest['credentialKeys'][number]

const ROOT_YEARS = 20
const SEAL_YEARS = 5
const RSA_BITS = 3072

const makePair = promisify(generateKeyPair)

export async function makeRoot(folder: string, making: Making): Promise<[Manifest['root'], OpenRoot]> {
  const key = await makeRsaKey(making)
  const certificate = await makeRootCertificate(key, nameOf(making, 'root'), lifetime(making.at, ROOT_YEARS))
  const entry = { certificate: base64(certificate), file: writeKey(folder, 'root', key, making.passphrase) }
  return [entry, { certificate, key }]
}

export async function makeSeal(
  folder: string,
  making: Making,
  root: OpenRoot,
  before: SealEntry[],
): Promise<SealEntry> {
  const id = nextId('seal', making.at, before)
  const key = await makeRsaKey(making)
  const certificate = await makeSealCertificate(
    createPublicKey(key),
    nameOf(making, 'seal'),
    lifetime(making.at, making.sealYears ?? SEAL_YEARS, new X509Certificate(root.certificate)),
    root,
  )
  return {
    id,
    certificate: base64(certificate),
    file: writeKey(folder, id, key, making.passphrase),
    validFrom: making.at.toISOString(),
    retiredAt: null,
  }
}

export async function makeCredentialKey(
  folder: string,
  making: Making,
  before: CredentialEntry[],
): Promise<CredentialEntry> {
  const id = nextId('credential', making.at, before)
  const { publicKey, privateKey } = await makePair('ed25519')
  return {
    id,
    publicKeyMultibase: multikeyOf(publicKey),
    file: writeKey(folder, id, privateKey, making.passphrase),
    validFrom: making.at.toISOString(),
    retiredAt: null,
  }
}

/** `publicKey` is an Ed25519 key. */
export function multikeyOf(publicKey: KeyObject): string {
  return ed25519Multikey(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
}

async function makeRsaKey({ rsaBits = RSA_BITS }: Making): Promise<KeyObject> {
  const { privateKey } = await makePair('rsa', { modulusLength: rsaBits })
  return privateKey
}

/** A name that no earlier attempt has taken, so that nothing is ever overwritten. */
function writeKey(folder: string, id: string, key: KeyObject, passphrase: string | null): string {
  const name = `${id}-${randomBytes(4).toString('hex')}.pem`
  writeNewFile(path.join(folder, name), privateKeyText(key, passphrase))
  return name
}

function nextId(kind: string, at: Date, before: { id: string }[]): string {
  const ofYear = `${kind}-${at.getUTCFullYear()}-`
  return `${ofYear}${before.filter(({ id }) => id.startsWith(ofYear)).length + 1}`
}

/** Another node, whose clock is behind, may seal at once. */
const CLOCKS_DIFFER_MS = 3_600_000

/** So many years, in the whole seconds of X.509, and no longer than the issuer. */
function lifetime(at: Date, years: number, issuer?: X509Certificate) {
  const notBefore = new Date(Math.floor((at.getTime() - CLOCKS_DIFFER_MS) / 1000) * 1000)
  const end = new Date(notBefore)
  end.setUTCFullYear(end.getUTCFullYear() + years)
  const notAfter = issuer === undefined ? end : new Date(Math.min(end.getTime(), Date.parse(issuer.validTo)))
  return { notBefore, notAfter }
}

/** What tells names apart stands first, because a long one is shortened at its end. */
function nameOf({ hub, demo }: Making, purpose: 'root' | 'seal'): DistinguishedName {
  const commonName = `${demo ? 'ДЕМО: ' : ''}${purpose === 'root' ? 'Root: ' : ''}${hub.legalName.bg}`
  return { commonName, organization: hub.legalName.en, place: hub.place.en }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
