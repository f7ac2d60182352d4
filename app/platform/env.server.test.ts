import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from './env.server.ts'

const live = {
  HUB_MODE: 'live',
  PUBLIC_URL: 'https://academy.example.org',
  KEYS_DIR: './keys',
  SMTP_URL: 'smtps://user:secret@mail.example.org',
}

/** What `readEnv` complains about, by the first word: the variable. */
function complaints(source: Record<string, string | undefined>): string[] {
  const read = readEnv(source)
  return read.ok ? [] : read.problems.map(problem => problem.split(' ')[0] ?? '')
}

function envOf(source: Record<string, string | undefined>) {
  const read = readEnv(source)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.env
}

test('an empty environment is a demo on this machine', () => {
  expect(envOf({})).toEqual({
    nodeEnv: 'production',
    mode: 'demo',
    host: 'localhost',
    port: 3000,
    publicUrl: null,
    databaseUrl: 'file:./data/academy.db',
    dataDir: resolve('data'),
    contentDir: resolve('content'),
    keysDir: resolve('data/keys'),
    keysPassphrase: null,
    tsaUrl: null,
    trustProxy: null,
    smtpUrl: null,
    sessionDays: 30,
    logLevel: 'info',
  })
})

test('the environment cannot be changed after it was read', () => {
  expect(Object.isFrozen(envOf({}))).toBe(true)
})

test('everything that is wrong is named at once', () => {
  const source = {
    NODE_ENV: 'staging',
    HUB_MODE: 'trial',
    PORT: '70000',
    PUBLIC_URL: 'academy.example.org',
    DATABASE_URL: 'mysql://localhost/academy',
    KEYS_PASSPHRASE: 'too short',
    TSA_URL: 'ftp://time.example.org',
    TRUST_PROXY: 'everybody',
    SMTP_URL: 'http://mail.example.org',
    SESSION_DAYS: '1.5',
    LOG_LEVEL: 'loud',
  }
  expect(complaints(source).sort()).toEqual(Object.keys(source).sort())
})

test('what live mode lacks is named together with what is wrong', () => {
  expect(complaints({ HUB_MODE: 'live', PORT: 'abc', PUBLIC_URL: 'nonsense' }).sort()).toEqual([
    'KEYS_DIR',
    'PORT',
    'PUBLIC_URL',
    'SMTP_URL',
  ])
})

test.each([
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', 'http'],
  ['PORT', '80.5'],
  ['SESSION_DAYS', '0'],
  ['SESSION_DAYS', '366'],
  ['SESSION_DAYS', 'forever'],
])('%s=%s is refused and the sentence tells what is allowed', (name, value) => {
  const read = readEnv({ [name]: value })
  expect(read.ok ? [] : read.problems).toEqual([
    expect.stringMatching(`^${name} must be a whole number from \\d`),
  ])
})

test.each(['', ' ', '\t'])('a variable set to %j counts as not set', blank => {
  expect(envOf({ PORT: blank, HUB_MODE: blank, PUBLIC_URL: blank, SESSION_DAYS: blank })).toEqual(envOf({}))
})

test('slashes at the end of the public address are taken off', () => {
  expect(envOf({ PUBLIC_URL: 'https://academy.example.org//' }).publicUrl).toBe('https://academy.example.org')
})

test.each(['javascript:alert(1)', 'ftp://example.org', '/academy', 'https://'])(
  '%s is no public address',
  value => {
    expect(complaints({ PUBLIC_URL: value })).toEqual(['PUBLIC_URL'])
  },
)

describe('live mode', () => {
  test('starts when the public address, the keys and the mail server are given', () => {
    expect(envOf(live)).toMatchObject({ mode: 'live', publicUrl: live.PUBLIC_URL, keysDir: resolve('keys') })
  })

  test.each(['PUBLIC_URL', 'KEYS_DIR', 'SMTP_URL'])('does not start without %s', name => {
    expect(complaints({ ...live, [name]: undefined })).toEqual([name])
  })

  test('does not start on plain http', () => {
    expect(complaints({ ...live, PUBLIC_URL: 'http://academy.example.org' })).toEqual(['PUBLIC_URL'])
  })
})

describe('a secret in a file', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'academy-env-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function fileWith(text: string): string {
    const path = join(folder, `secret-${text.length}`)
    writeFileSync(path, text)
    return path
  }

  test('stands for the variable, without the line break at its end', () => {
    const secret = fileWith('postgresql://academy:secret@db.example.org/academy\n')
    expect(envOf({ DATABASE_URL_FILE: secret }).databaseUrl).toBe(
      'postgresql://academy:secret@db.example.org/academy',
    )
  })

  test('is checked like the variable itself', () => {
    expect(complaints({ DATABASE_URL_FILE: fileWith('mysql://localhost') })).toEqual(['DATABASE_URL'])
  })

  test('may not contradict the variable', () => {
    const read = readEnv({ DATABASE_URL: 'file:./a.db', DATABASE_URL_FILE: fileWith('file:./bb.db') })
    expect(read).toEqual({
      ok: false,
      problems: ['DATABASE_URL and DATABASE_URL_FILE are both set: keep one of them'],
    })
  })

  test('that cannot be read is named, beside the other problems', () => {
    const missing = join(folder, 'missing')
    const read = readEnv({ DATABASE_URL_FILE: missing, PORT: 'abc' })
    expect(read.ok ? [] : read.problems).toEqual([
      `DATABASE_URL_FILE names a file that cannot be read: ${missing}`,
      'PORT must be a whole number from 0 to 65535',
    ])
  })

  test('that is empty does not make the service fall back to its defaults', () => {
    expect(complaints({ DATABASE_URL_FILE: fileWith('\n') })).toEqual(['DATABASE_URL_FILE'])
  })

  test('is never repeated in a complaint', () => {
    const read = readEnv({ SMTP_URL_FILE: fileWith('imap://user:opensesame@mail.example.org') })
    expect(read.ok ? '' : read.problems.join()).toMatch(/^SMTP_URL (?!.*opensesame)/)
  })
})
