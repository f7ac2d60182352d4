import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Env, readEnv } from '#app/platform/env.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { loader as didLoader } from '#app/routes/api/did.ts'
import { loader as trustLoader } from '#app/routes/api/trust.ts'
import { openAcademy } from '#tests/factories.ts'
import { hubKeys } from './hub-keys.server.ts'
import { loadKeys } from './load-keys.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'academy-load-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => openAcademy())

function envWith(source: Record<string, string>): Env {
  const read = readEnv(source)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.env
}

describe('loadKeys', () => {
  test('makes keys for a demo that has none, and finds them again at the next start', async () => {
    const env = envWith({ DATA_DIR: folder, PORT: '3111' })
    const first = await loadKeys(env, hub())
    expect(first).toEqual({ ok: true, keys: hubKeys() })
    expect(hubKeys().credentialKey.id).toMatch(/^did:web:localhost%3A3111#credential-\d{4}-1$/)
    const second = await loadKeys(env, hub())
    expect(second.ok && second.keys.trust.sealCertificates).toEqual(hubKeys().trust.sealCertificates)
    expect(first.ok && first.keys.trust.roots).toEqual(hubKeys().trust.roots)
  })

  test('makes none for a live hub, whose operator makes them', async () => {
    const keysDir = path.join(folder, 'live')
    const live = { HUB_MODE: 'live', PUBLIC_URL: 'https://hub.example.org', SMTP_URL: 'smtp://localhost' }
    expect(await loadKeys(envWith({ ...live, KEYS_DIR: keysDir }), hub())).toEqual({
      ok: false,
      problems: [`There are no keys in ${keysDir}: run "npx zagore keys init".`],
    })
    expect(existsSync(keysDir)).toBe(false)
  })
})

describe('the keys that everybody may read', () => {
  test('are a DID document with every key for credentials', async () => {
    const response = didLoader()
    expect(response.headers.get('Content-Type')).toBe('application/did+json')
    expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=\d{1,3}$/)
    const document = await response.json()
    const ids = hubKeys().trust.credentialKeys.map(({ id }) => id)
    expect(document.id).toBe(hubKeys().trust.did)
    expect(document.assertionMethod).toEqual(ids)
    expect(document.verificationMethod.map((method: { id: string }) => method.id)).toEqual(ids)
  })

  test('are all that a verifier needs, written down now', async () => {
    const response = trustLoader()
    expect(response.headers.get('Cache-Control')).toMatch(/^public, max-age=\d{1,3}$/)
    const { asOf, ...trust } = await response.json()
    expect(hubKeys().trust).toMatchObject(trust)
    expect(Date.now() - Date.parse(asOf)).toBeLessThan(60_000)
  })
})
