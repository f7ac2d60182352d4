import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readEnv } from '#app/platform/env.server.ts'
import { readHub } from '#app/platform/hub.server.ts'
import { problemsOfLiveHub } from './live-mode.ts'

const keys = mkdtempSync(join(tmpdir(), 'keys-'))
afterAll(() => rmSync(keys, { recursive: true }))

const sample = readHub('content')
if (!sample.ok) throw new Error(sample.problems.join())
const real = {
  ...sample.hub,
  legalId: { bg: 'ЕИК 123456789', en: 'UIC 123456789' },
  email: 'a@hub.eu',
  domain: 'hub.eu',
}

function envWith(keysDir: string) {
  const read = readEnv({
    HUB_MODE: 'live',
    PUBLIC_URL: 'https://hub.eu',
    KEYS_DIR: keysDir,
    SMTP_URL: 'smtp://hub.eu',
  })
  if (!read.ok) throw new Error(read.problems.join())
  return read.env
}

describe('problemsOfLiveHub', () => {
  test('lets a hub with its own identity and closed keys go live', () => {
    chmodSync(keys, 0o700)
    expect(problemsOfLiveHub(envWith(keys), real)).toEqual([])
  })

  test('refuses the sample identity and another domain', () => {
    expect(problemsOfLiveHub(envWith(keys), sample.hub)).toEqual([
      expect.stringContaining('sample identity'),
      expect.stringContaining('the domain localhost:3000'),
    ])
  })

  test('refuses keys that others can read, and keys that are not there', () => {
    chmodSync(keys, 0o750)
    expect(problemsOfLiveHub(envWith(keys), real)).toEqual([expect.stringContaining('chmod 700')])
    expect(problemsOfLiveHub(envWith(join(keys, 'none')), real)).toEqual([
      expect.stringContaining('mkdir -m 700'),
    ])
  })
})
