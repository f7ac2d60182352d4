import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { initKeys } from '#app/domain/certificates/keys/make-keys.server.ts'
import { type KeysResult, openKeyFolder } from '#app/domain/certificates/keys/open-keys.server.ts'
import { setClock } from '#app/platform/clock.ts'

const both = (text: string) => ({ bg: text, en: text })

export const keysHub = {
  name: both('Примерен хъб'),
  legalName: both('Примерен хъб (измислен)'),
  place: both('Стара Загора'),
  domain: 'academy.example.org',
}

/** How the keys of these tests are made: as a live hub does, but short, which is quick. */
export const making = {
  passphrase: null,
  hub: keysHub,
  demo: false,
  at: new Date('2026-11-24T10:00:00.500Z'),
  rsaBits: 2048,
}

export const opening = { passphrase: null, did: 'did:web:academy.example.org', hub: keysHub, strict: true }

/** A fresh copy of the same keys for every test, because making them takes a while; at the end of November 2026. */
export function freshKeys(passphrase: string | null = null): { folder(): string } {
  let root = ''
  let copy = ''
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'academy-keys-'))
    await initKeys(path.join(root, 'made'), { ...making, passphrase })
    // A busy machine is no failure.
  }, 60_000)
  beforeEach(() => {
    setClock(() => new Date('2026-12-01T00:00:00.000Z'))
    copy = mkdtempSync(path.join(root, 'copy-'))
    cpSync(path.join(root, 'made'), copy, { recursive: true })
  })
  afterAll(() => {
    setClock(() => new Date())
    rmSync(root, { recursive: true })
  })
  return { folder: () => copy }
}

export function opened(result: KeysResult) {
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.keys
}

export function problemsOf(result: KeysResult): string[] {
  return result.ok ? [] : result.problems
}

export function openIn(folder: string) {
  return opened(openKeyFolder(folder, opening))
}

/** The file of a private key, by the beginning of its name. */
export function keyFile(folder: string, kind: 'root' | 'seal' | 'credential'): string {
  const name = readdirSync(folder).find(one => one.startsWith(kind))
  if (name === undefined) throw new Error(`no ${kind} in ${folder}`)
  return path.join(folder, name)
}
