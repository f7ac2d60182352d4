import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { now } from '#app/platform/clock.ts'
import type { Hub } from '#app/platform/hub.server.ts'
import { fileSeal } from '../seal/file-seal.server.ts'
import type { HubKeys } from './hub-keys.server.ts'
import { type Manifest, manifestFile, readManifest } from './manifest.server.ts'
import { multikeyOf } from './new-keys.server.ts'
import { isOpenToOthers, modeOf, readPrivateKey } from './private-file.server.ts'
import type { Trust } from './trust.ts'

export type KeysResult = { ok: true; keys: HubKeys } | { ok: false; problems: string[] }

type Opening = {
  passphrase: string | null
  /** `did:web` of the hub: whose keys these are. */
  did: string
  hub: Pick<Hub, 'name' | 'domain'>
  /** In live mode: nobody else may read the keys, and a passphrase that is given must be in use. */
  strict: boolean
}

/** Whether keys were ever made here: without a manifest nothing in the folder counts. */
export function holdsKeys(folder: string): boolean {
  return readManifest(folder).state !== 'missing'
}

/** Opens the keys in use. Each problem is one sentence that says what to do. */
export function openKeyFolder(folder: string, opening: Opening): KeysResult {
  const mode = modeOf(folder)
  if (mode === null) return failed(`There are no keys in ${folder}: run "npx zagore keys init".`)
  if (opening.strict && isOpenToOthers(mode))
    return failed(`The folder of the keys can be read by others: run chmod 700 ${folder}`)
  const read = readManifest(folder)
  if (read.state === 'missing') return failed(whyNoManifest(folder))
  if (read.state === 'unreadable') return failed(read.problem)

  const { manifest } = read
  const sealEntry = manifest.seals.find(({ retiredAt }) => retiredAt === null)
  const credentialEntry = manifest.credentialKeys.find(({ retiredAt }) => retiredAt === null)
  if (sealEntry === undefined || credentialEntry === undefined)
    return failed(`${path.join(folder, manifestFile)} is damaged: bring it back from the back-up.`)

  const certificate = Buffer.from(sealEntry.certificate, 'base64')
  const x509 = new X509Certificate(certificate)
  const problems = opening.strict ? openFiles(folder, manifest) : []
  const sealKey = readMatching(path.join(folder, sealEntry.file), opening, key => x509.checkPrivateKey(key))
  const credentialKey = readMatching(
    path.join(folder, credentialEntry.file),
    opening,
    key =>
      key.asymmetricKeyType === 'ed25519' &&
      multikeyOf(createPublicKey(key)) === credentialEntry.publicKeyMultibase,
  )
  if (!sealKey.ok) problems.push(sealKey.problem)
  if (!credentialKey.ok) problems.push(credentialKey.problem)
  if (Date.parse(x509.validTo) < now().getTime())
    problems.push(`The certificate of the seal ended on ${x509.validTo}: run "npx zagore keys rotate".`)
  if (!sealKey.ok || !credentialKey.ok || problems.length > 0) return { ok: false, problems }

  return {
    ok: true,
    keys: {
      seal: fileSeal(sealKey.key, certificate, [Buffer.from(manifest.root.certificate, 'base64')]),
      credentialKey: {
        id: `${opening.did}#${credentialEntry.id}`,
        privateKey: credentialKey.key,
        publicKeyMultibase: credentialEntry.publicKeyMultibase,
      },
      trust: trustOf(manifest, opening),
    },
  }
}

function failed(problem: string): KeysResult {
  return { ok: false, problems: [problem] }
}

function whyNoManifest(folder: string): string {
  const file = path.join(folder, manifestFile)
  return readdirSync(folder).some(name => name.endsWith('.pem'))
    ? `${file} is missing beside private keys. If it was lost, bring it back from the back-up; if making the keys was interrupted, run "npx zagore keys init" again.`
    : `There are no keys in ${folder}: run "npx zagore keys init".`
}

/** Private files that somebody else may read, the root's among them when it is here. */
function openFiles(folder: string, manifest: Manifest): string[] {
  return [manifest.root, ...manifest.seals, ...manifest.credentialKeys]
    .map(({ file }) => path.join(folder, file))
    .filter(file => isOpenToOthers(modeOf(file) ?? 0))
    .map(file => `A private key can be read by others: run chmod 600 ${file}`)
}

function readMatching(
  file: string,
  { passphrase, strict }: Opening,
  matches: (key: KeyObject) => boolean,
): { ok: true; key: KeyObject } | { ok: false; problem: string } {
  const read = readPrivateKey(file, passphrase)
  if (!read.ok) return read
  if (strict && passphrase !== null && !read.encrypted)
    return {
      ok: false,
      problem: `KEYS_PASSPHRASE is given, and yet ${file} is not encrypted: see docs/operating.md.`,
    }
  if (!matches(read.key))
    return {
      ok: false,
      problem: `${file} holds another key than ${manifestFile} says: bring both back from the back-up.`,
    }
  return read
}

function trustOf(manifest: Manifest, { did, hub }: Opening): Trust {
  return {
    version: 1,
    hub: { name: hub.name, domain: hub.domain },
    did,
    asOf: now().toISOString(),
    credentialKeys: manifest.credentialKeys.map(({ id, publicKeyMultibase, validFrom, retiredAt }) => ({
      id: `${did}#${id}`,
      publicKeyMultibase,
      validFrom,
      retiredAt,
    })),
    sealCertificates: manifest.seals.map(({ certificate, validFrom, retiredAt }) => ({
      certificate,
      sha256: createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('hex'),
      validFrom,
      retiredAt,
    })),
    roots: [manifest.root.certificate],
  }
}
