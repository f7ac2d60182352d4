import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Manifest, placeFirstManifest, readManifest, replaceManifest } from './manifest.server.ts'
import { type Making, makeCredentialKey, makeRoot, makeSeal } from './new-keys.server.ts'
import { isOpenToOthers, modeOf, readPrivateKey } from './private-file.server.ts'

export type InitResult = { ok: true } | { ok: false; reason: 'exists' | 'open-folder' }

export type RotateResult =
  | { ok: true; seal: string; credentialKey: string }
  /** A sentence that says what to do. */
  | { ok: false; problem: string }

/**
 * Makes the root, the key of the seal and the key for credentials in a folder that has none. They count from the
 * moment at which the manifest is in place: what an interrupted attempt left behind does no harm, and of two
 * processes that try at once one gets `exists` and uses the keys of the other.
 */
export async function initKeys(folder: string, making: Making): Promise<InitResult> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readManifest(folder).state !== 'missing') return { ok: false, reason: 'exists' }
  if (!making.demo && isOpenToOthers(modeOf(folder) ?? 0)) return { ok: false, reason: 'open-folder' }

  const [root, openRoot] = await makeRoot(folder, making)
  const seal = await makeSeal(folder, making, openRoot, [])
  const credentialKey = await makeCredentialKey(folder, making, [])
  const manifest: Manifest = { version: 1, root, seals: [seal], credentialKeys: [credentialKey] }
  if (placeFirstManifest(folder, manifest)) return { ok: true }
  for (const { file } of [root, seal, credentialKey]) rmSync(path.join(folder, file), { force: true })
  return { ok: false, reason: 'exists' }
}

/**
 * Makes a new seal certificate and a new key for credentials, retires the old ones and removes their private keys.
 * Their public ones stay in the manifest. The root's private key must be in the folder for it, and only then.
 */
export async function rotateKeys(folder: string, making: Making): Promise<RotateResult> {
  const read = readManifest(folder)
  if (read.state !== 'read')
    return {
      ok: false,
      problem:
        read.state === 'missing' ? `${folder} holds no keys yet: run "npx zagore keys init".` : read.problem,
    }
  const { manifest } = read
  const rootFile = path.join(folder, manifest.root.file)
  if (modeOf(rootFile) === null) {
    return {
      ok: false,
      problem: `The private key of the root is kept elsewhere: copy ${manifest.root.file} into ${folder} for the rotation, and take it away again afterwards.`,
    }
  }
  const rootKey = readPrivateKey(rootFile, making.passphrase)
  if (!rootKey.ok) return rootKey

  const root = { certificate: Buffer.from(manifest.root.certificate, 'base64'), key: rootKey.key }
  const seal = await makeSeal(folder, making, root, manifest.seals)
  const credentialKey = await makeCredentialKey(folder, making, manifest.credentialKeys)
  const retired = { retiredAt: making.at.toISOString() }
  replaceManifest(folder, {
    ...manifest,
    seals: [...manifest.seals.map(old => (old.retiredAt === null ? { ...old, ...retired } : old)), seal],
    credentialKeys: [
      ...manifest.credentialKeys.map(old => (old.retiredAt === null ? { ...old, ...retired } : old)),
      credentialKey,
    ],
  })
  for (const { file } of [...manifest.seals, ...manifest.credentialKeys]) {
    rmSync(path.join(folder, file), { force: true })
  }
  return { ok: true, seal: seal.id, credentialKey: credentialKey.id }
}
