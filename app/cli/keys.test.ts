import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from './main.ts'

let root = ''
let keysDir = ''
let out = ''
let err = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'academy-keys-'))
  keysDir = path.join(root, 'keys')
  vi.stubEnv('KEYS_DIR', keysDir)
  vi.stubEnv('KEYS_PASSPHRASE', 'дълга тайна фраза')
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += String(text)
    return true
  })
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

describe('npx zagore keys', () => {
  test('makes keys, shows them, and takes new ones into use', async () => {
    expect(await run(['keys', 'list'])).toBe(1)
    expect(err).toContain('npx zagore keys init')

    expect(await run(['keys', 'init'])).toBe(0)
    expect(out).toContain(`The keys are in ${keysDir}`)
    const pems = readdirSync(keysDir).filter(name => name.endsWith('.pem'))
    for (const name of pems) expect(readFileSync(path.join(keysDir, name), 'utf8')).toContain('ENCRYPTED')
    expect(await run(['keys', 'init'])).toBe(1)
    expect(err).toContain('holds keys already')

    const year = new Date().getUTCFullYear()
    out = ''
    expect(await run(['keys', 'list'])).toBe(0)
    expect(out).toMatch(/^root +ends \d{4}-\d\d-\d\d, private key here: root-[0-9a-f]{8}\.pem$/m)
    expect(out).toMatch(new RegExp(`^seal-${year}-1 +in use since ${year}-`, 'm'))
    expect(out).toMatch(new RegExp(`^credential-${year}-1 +in use since ${year}-`, 'm'))

    const rootKey = pems.find(name => name.startsWith('root')) ?? ''
    renameSync(path.join(keysDir, rootKey), path.join(root, rootKey))
    expect(await run(['keys', 'rotate'])).toBe(1)
    expect(err).toContain(`copy ${rootKey} into ${keysDir}`)
    renameSync(path.join(root, rootKey), path.join(keysDir, rootKey))
    out = ''
    expect(await run(['keys', 'rotate'])).toBe(0)
    expect(out).toMatch(new RegExp(`^seal-${year}-2 +in use since`, 'm'))
    expect(out).toMatch(new RegExp(`^seal-${year}-1 +\\S+ to \\S+, certificate ends`, 'm'))
  })

  test('makes none in a folder of a live hub that others can read', async () => {
    const live = { HUB_MODE: 'live', PUBLIC_URL: 'https://hub.example.org', SMTP_URL: 'smtp://localhost' }
    for (const [name, value] of Object.entries(live)) vi.stubEnv(name, value)
    mkdirSync(keysDir)
    chmodSync(keysDir, 0o755)
    expect(await run(['keys', 'init'])).toBe(1)
    expect(err).toBe(`${keysDir} can be read by others: run chmod 700 ${keysDir}\n`)
    expect(readdirSync(keysDir)).toEqual([])
  })

  test('with the wrong passphrase says so and changes nothing', async () => {
    expect(await run(['keys', 'init'])).toBe(0)
    const before = readdirSync(keysDir)
    vi.stubEnv('KEYS_PASSPHRASE', 'друга тайна фраза')
    expect(await run(['keys', 'rotate'])).toBe(1)
    expect(err).toMatch(/^KEYS_PASSPHRASE does not open the private key .*root-/)
    expect(readdirSync(keysDir)).toEqual(before)
  })
})
