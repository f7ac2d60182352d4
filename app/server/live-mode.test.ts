import { describe, expect, test } from 'vitest'
import { readEnv } from '#app/platform/env.server.ts'
import { readHub } from '#app/platform/hub.server.ts'
import { problemsOfLiveHub } from './live-mode.ts'

const sample = readHub('content')
if (!sample.ok) throw new Error(sample.problems.join())
const real = {
  ...sample.hub,
  legalId: { bg: 'ЕИК 123456789', en: 'UIC 123456789' },
  email: 'a@hub.eu',
  domain: 'hub.eu',
}

const read = readEnv({
  HUB_MODE: 'live',
  PUBLIC_URL: 'https://hub.eu',
  KEYS_DIR: '/var/lib/academy/keys',
  SMTP_URL: 'smtp://hub.eu',
})
if (!read.ok) throw new Error(read.problems.join())
const { env } = read

describe('problemsOfLiveHub', () => {
  test('lets a hub with its own identity go live', () => {
    expect(problemsOfLiveHub(env, real)).toEqual([])
  })

  test('refuses the sample identity and another domain', () => {
    expect(problemsOfLiveHub(env, sample.hub)).toEqual([
      expect.stringContaining('sample identity'),
      expect.stringContaining('the domain localhost:3000'),
    ])
  })
})
