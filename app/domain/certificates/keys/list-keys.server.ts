import { X509Certificate } from 'node:crypto'
import path from 'node:path'
import { readManifest } from './manifest.server.ts'
import { modeOf } from './private-file.server.ts'

type ListedKey = { id: string; validFrom: string; retiredAt: string | null }

export type KeyList = {
  root: { endsAt: string; sha256: string; isHere: boolean; file: string }
  seals: (ListedKey & { endsAt: string; sha256: string })[]
  credentialKeys: (ListedKey & { publicKeyMultibase: string })[]
}

export type KeyListResult = { ok: true; list: KeyList } | { ok: false; problem: string }

/** All keys of the folder, past and present, without opening a private one. Instants are ISO 8601, in UTC. */
export function listKeys(folder: string): KeyListResult {
  const read = readManifest(folder)
  if (read.state === 'missing')
    return { ok: false, problem: `There are no keys in ${folder}: run "npx zagore keys init".` }
  if (read.state === 'unreadable') return { ok: false, problem: read.problem }
  const { root, seals, credentialKeys } = read.manifest
  const list: KeyList = {
    root: {
      ...certificateFacts(root.certificate),
      isHere: modeOf(path.join(folder, root.file)) !== null,
      file: root.file,
    },
    seals: seals.map(({ id, validFrom, retiredAt, certificate }) => ({
      id,
      validFrom,
      retiredAt,
      ...certificateFacts(certificate),
    })),
    credentialKeys: credentialKeys.map(({ id, validFrom, retiredAt, publicKeyMultibase }) => ({
      id,
      validFrom,
      retiredAt,
      publicKeyMultibase,
    })),
  }
  return { ok: true, list }
}

function certificateFacts(base64: string): { endsAt: string; sha256: string } {
  const certificate = new X509Certificate(Buffer.from(base64, 'base64'))
  return {
    endsAt: new Date(certificate.validTo).toISOString(),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}
