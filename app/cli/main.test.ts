import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from './main.ts'

let out = ''
let err = ''

beforeEach(() => {
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
  // The command's own words for people go through the console.
  vi.spyOn(console, 'log').mockImplementation(text => {
    out += `${text}\n`
  })
})

afterEach(() => void vi.unstubAllEnvs())

describe('help', () => {
  test.each([[[]], [['help']], [['--help']]])(
    'for everything comes with %j, on standard output',
    async args => {
      expect(await run(args)).toBe(0)
      for (const command of [
        'content check',
        'certificate verify',
        'certificate revoke',
        'user add',
        'user role',
        'user accommodate',
        'keys init',
        'keys rotate',
        'keys list',
        'db migrate',
        'db status',
      ]) {
        expect(out).toContain(command)
      }
      expect(err).toBe('')
    },
  )

  test.each(['content', 'certificate', 'user', 'keys', 'db'])(
    'for "%s" comes with --help and with nothing',
    async command => {
      expect(await run([command, '--help'])).toBe(0)
      const help = out
      out = ''
      expect(await run([command])).toBe(0)
      expect(out).toBe(help)
      expect(help).toContain(`Usage: npx zagore ${command} `)
      expect(err).toBe('')
    },
  )

  test.each([
    ['content', 'check'],
    ['certificate', 'revoke'],
    ['user', 'add'],
  ])('for "%s %s" is the help of the command, and nothing is done', async (command, action) => {
    expect(await run([command, action, '--help'])).toBe(0)
    expect(out).toContain(`Usage: npx zagore ${command} `)
  })
})

describe('what is not understood', () => {
  test.each([
    [['frobnicate'], 'no command "frobnicate"'],
    [['--version'], 'no command "--version"'],
    [[''], 'no command ""'],
    [['content', 'publish'], 'no "content publish"'],
    [['certificate', 'delete'], 'no "certificate delete"'],
    [['certificate', 'revoke'], 'Name the certificate'],
    [['certificate', 'verify'], 'Name the file'],
    [['certificate', 'verify', 'a.pdf', '--trust'], '--trust and --status each need'],
    [['certificate', 'revoke', 'J58E5J8JPRY7K5S2', '--reason', 'dislike'], '--reason must be one of'],
    [['certificate', 'revoke', 'J58E5J8JPRY7K5S2', '--reason'], '--reason must be one of'],
    [['user', 'delete', 'amina@example.org'], 'Usage: npx zagore user'],
    [['user', 'add'], 'Usage: npx zagore user'],
    [['user', 'role', 'amina@example.org'], 'Usage: npx zagore user'],
    [['user', 'role', 'amina@example.org', 'owner'], 'Usage: npx zagore user'],
    [['user', 'add', 'amina@example.org', '--name', 'Амина', '--role', 'owner'], 'Usage: npx zagore user'],
    [['user', 'accommodate'], 'Usage: npx zagore user'],
    [['user', 'accommodate', 'amina@example.org'], 'Usage: npx zagore user'],
    [['user', 'accommodate', 'amina@example.org', '--extra-time', '301'], '0 to 300'],
    [['user', 'accommodate', 'amina@example.org', '--extra-time', '-5'], '0 to 300'],
    [['user', 'accommodate', 'amina@example.org', '--extra-time', '12.5'], '0 to 300'],
    [['user', 'accommodate', 'amina@example.org', '--extra-time'], '0 to 300'],
    [['user', 'add', 'amina@example.org'], '--name'],
    [['user', 'add', 'amina@example.org', '--name', '🌻'], '--name'],
    [['keys', 'delete'], 'no "keys delete"'],
    [['db', 'drop'], 'no "db drop"'],
    [['db', 'migration'], 'Give the migration a name'],
  ])('%j ends with 2 and one explanation on standard error', async (args, words) => {
    expect(await run(args)).toBe(2)
    expect(err).toContain(words)
    expect(out).toBe('')
  })
})

describe('a broken environment', () => {
  test.each([
    [['db', 'status']],
    [['db', 'migrate']],
    [['user', 'role', 'amina@example.org', 'admin']],
    [['certificate', 'revoke', 'J58E5J8JPRY7K5S2']],
    [['keys', 'list']],
  ])('makes %j end with 1 after every problem was named', async args => {
    vi.stubEnv('DATABASE_URL', 'mysql://localhost')
    vi.stubEnv('PORT', 'abc')
    expect(await run(args)).toBe(1)
    expect(err).toMatch(/^PORT /m)
    expect(err).toMatch(/^DATABASE_URL /m)
  })

  test('with a database out of reach ends with 1 and a sentence', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/academy')
    expect(await run(['user', 'role', 'amina@example.org', 'admin'])).toBe(1)
    expect(err).toContain('DATABASE_URL')
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('checking the content', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'academy-content-'))
    mkdirSync(join(folder, 'courses'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('ends with 0 where nothing is wrong', async () => {
    expect(await run(['content', 'check', folder])).toBe(0)
    expect(out).toContain('0 errors')
  })

  test('ends with 1 where something is wrong, and lists it', async () => {
    mkdirSync(join(folder, 'courses', 'broken'))
    writeFileSync(join(folder, 'courses', 'broken', 'course.yml'), 'title: [\n')
    expect(await run(['content', 'check', folder])).toBe(1)
    expect(out).toContain('broken/course.yml:')
  })

  test('looks at CONTENT_DIR when no folder is named', async () => {
    vi.stubEnv('CONTENT_DIR', join(folder, 'missing'))
    expect(await run(['content', 'check'])).toBe(2)
    expect(out).toContain(join(folder, 'missing'))
    vi.stubEnv('CONTENT_DIR', folder)
    expect(await run(['content', 'check', '--json'])).toBe(0)
  })

  test('ends with 2 where there is no such folder or option', async () => {
    expect(await run(['content', 'check', join(folder, 'missing')])).toBe(2)
    expect(await run(['content', 'check', '--fix'])).toBe(2)
  })
})

describe('the program itself', () => {
  const program = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['app/cli/zagore.mjs', ...args])

  test('prints its help and ends well', async () => {
    expect((await program('--help')).stdout).toMatch(/^Usage: npx zagore <command>/)
  }, 60_000)

  test('passes the exit code on', async () => {
    await expect(program('frobnicate')).rejects.toMatchObject({ code: 2, stdout: '' })
  }, 60_000)
})
