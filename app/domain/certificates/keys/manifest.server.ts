import { X509Certificate } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeNewFile } from './private-file.server.ts'

const inUse = { validFrom: z.iso.datetime(), retiredAt: z.iso.datetime().nullable() }
/** A plain name: what this file says must not lead out of its folder. */
const fileName = z.string().regex(/^[a-z0-9-]+\.pem$/)
const certificate = z.base64().refine(isCertificate)

const manifest = z.strictObject({
  version: z.literal(1),
  root: z.strictObject({ certificate, file: fileName }),
  seals: z.array(z.strictObject({ id: z.string(), certificate, file: fileName, ...inUse })).min(1),
  credentialKeys: z
    .array(z.strictObject({ id: z.string(), publicKeyMultibase: z.string(), file: fileName, ...inUse }))
    .min(1),
})

/**
 * What `keys.json` holds: everything public about the keys of the folder, and the names of the private files.
 * Ids are fragments (`credential-2026-1`), because the domain, and with it the did, may change.
 */
export type Manifest = z.infer<typeof manifest>

export const manifestFile = 'keys.json'

export type ManifestReading =
  | { state: 'read'; manifest: Manifest }
  | { state: 'missing' }
  /** A sentence that says what to do. */
  | { state: 'unreadable'; problem: string }

export function readManifest(folder: string): ManifestReading {
  const file = path.join(folder, manifestFile)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { state: 'missing' }
    return { state: 'unreadable', problem: `${file} cannot be read by the account that runs the service.` }
  }
  const parsed = manifest.safeParse(parseJson(text))
  if (parsed.success) return { state: 'read', manifest: parsed.data }
  return { state: 'unreadable', problem: `${file} is damaged: bring it back from the back-up.` }
}

function isCertificate(base64: string): boolean {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64')).raw.length > 0
  } catch {
    return false
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Puts the first manifest in place, with which the keys that it names begin to count. False: another process did so
 * before. A link, unlike a rename, never takes the place of what is there.
 */
export function placeFirstManifest(folder: string, value: Manifest): boolean {
  const draft = writeDraft(folder, value)
  try {
    linkSync(draft, path.join(folder, manifestFile))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

export function replaceManifest(folder: string, value: Manifest): void {
  renameSync(writeDraft(folder, value), path.join(folder, manifestFile))
}

function writeDraft(folder: string, value: Manifest): string {
  const draft = path.join(folder, `${manifestFile}.${process.pid}-${Date.now()}.new`)
  writeNewFile(draft, `${JSON.stringify(value, null, 2)}\n`)
  return draft
}
