import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { freshKeys, keyFile, opened, openIn, opening, problemsOf } from '#tests/setup/key-folders.ts'
import { openKeyFolder } from './open-keys.server.ts'

const passphrase = 'дълга тайна фраза'
const { folder } = freshKeys()

describe('opening keys', () => {
  test('where there are none names the command that makes them', () => {
    expect(problemsOf(openKeyFolder(path.join(folder(), 'none'), opening))).toEqual([
      expect.stringContaining('npx zagore keys init'),
    ])
    mkdirSync(path.join(folder(), 'empty'), { mode: 0o700 })
    expect(problemsOf(openKeyFolder(path.join(folder(), 'empty'), opening))).toEqual([
      expect.stringContaining('npx zagore keys init'),
    ])
  })

  test.each([0o750, 0o705, 0o770, 0o711])('refuses a folder with the mode %o in live mode', mode => {
    chmodSync(folder(), mode)
    expect(problemsOf(openKeyFolder(folder(), opening))).toEqual([
      expect.stringContaining(`run chmod 700 ${folder()}`),
    ])
    opened(openKeyFolder(folder(), { ...opening, strict: false }))
  })

  test.each(['root', 'seal', 'credential'] as const)(
    'refuses a private key of the %s that others can read, in live mode',
    kind => {
      chmodSync(keyFile(folder(), kind), 0o640)
      expect(problemsOf(openKeyFolder(folder(), opening))).toEqual([
        expect.stringContaining(`run chmod 600 ${keyFile(folder(), kind)}`),
      ])
      opened(openKeyFolder(folder(), { ...opening, strict: false }))
    },
  )

  test('works without the private key of the root', () => {
    rmSync(keyFile(folder(), 'root'))
    openIn(folder())
  })

  test('names every private key that is missing', () => {
    const [seal, credential] = [keyFile(folder(), 'seal'), keyFile(folder(), 'credential')]
    rmSync(seal)
    rmSync(credential)
    expect(problemsOf(openKeyFolder(folder(), opening))).toEqual([
      `The private key ${seal} is missing: bring it back from the back-up.`,
      `The private key ${credential} is missing: bring it back from the back-up.`,
    ])
  })

  test.each([
    ['cut off', (text: string) => text.slice(0, 400)],
    ['empty', () => ''],
    ['overwritten', (text: string) => text.replace(/\n[^-]{200}/, `\n${'A'.repeat(200)}`)],
  ])('names a private key that is damaged: %s', (_, damage) => {
    const file = keyFile(folder(), 'seal')
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    expect(problemsOf(openKeyFolder(folder(), opening))).toEqual([
      `The private key ${file} is damaged: bring it back from the back-up.`,
    ])
  })

  test.each([
    ['no JSON', () => '{'],
    ['another form', () => '{"version":1}'],
    [
      'no key in use',
      (text: string) => text.replaceAll('"retiredAt": null', '"retiredAt": "2026-11-25T00:00:00Z"'),
    ],
    ['a name that leads elsewhere', (text: string) => text.replace(/"seal-[^"]*pem"/, '"../seal.pem"')],
    ['a certificate that is none', (text: string) => text.replace(/("certificate": )"[^"]*"/, '$1"AAAA"')],
  ])('says that keys.json is damaged: %s', (_, damage) => {
    const file = path.join(folder(), 'keys.json')
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    expect(problemsOf(openKeyFolder(folder(), opening))).toEqual([
      `${file} is damaged: bring it back from the back-up.`,
    ])
  })

  test('notices a private key that belongs to something else', () => {
    copyFileSync(keyFile(folder(), 'root'), keyFile(folder(), 'seal'))
    copyFileSync(keyFile(folder(), 'root'), keyFile(folder(), 'credential'))
    const problems = problemsOf(openKeyFolder(folder(), opening))
    expect(problems).toHaveLength(2)
    for (const problem of problems) expect(problem).toContain('holds another key than keys.json says')
  })

  test('says when the certificate of the seal has ended', () => {
    setClock(() => new Date('2031-11-25T00:00:00.000Z'))
    expect(problemsOf(openKeyFolder(folder(), opening))).toEqual([
      expect.stringMatching(/certificate of the seal ended on .* "npx zagore keys rotate"/),
    ])
  })
})

describe('a passphrase', () => {
  const locked = freshKeys(passphrase)

  test('encrypts every private key', () => {
    for (const kind of ['root', 'seal', 'credential'] as const) {
      expect(readFileSync(keyFile(locked.folder(), kind), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    }
    opened(openKeyFolder(locked.folder(), { ...opening, passphrase }))
  })

  test('that is missing or another one is said of each key', () => {
    expect(problemsOf(openKeyFolder(locked.folder(), opening))).toEqual([
      `The private key ${keyFile(locked.folder(), 'seal')} is encrypted: give its KEYS_PASSPHRASE.`,
      `The private key ${keyFile(locked.folder(), 'credential')} is encrypted: give its KEYS_PASSPHRASE.`,
    ])
    const other = problemsOf(openKeyFolder(locked.folder(), { ...opening, passphrase: 'друга тайна фраза' }))
    expect(other).toHaveLength(2)
    for (const problem of other) expect(problem).toMatch(/^KEYS_PASSPHRASE does not open the private key /)
  })

  test('that no key uses is noticed in live mode', () => {
    const problems = problemsOf(openKeyFolder(folder(), { ...opening, passphrase }))
    expect(problems).toHaveLength(2)
    for (const problem of problems) expect(problem).toContain('is not encrypted')
    opened(openKeyFolder(folder(), { ...opening, passphrase, strict: false }))
  })
})
