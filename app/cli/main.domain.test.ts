import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { issueCertificate } from '#app/domain/certificates/issue-certificate.server.ts'
import { hubKeys } from '#app/domain/certificates/keys/hub-keys.server.ts'
import { readStatusList } from '#app/domain/certificates/status/status-list.server.ts'
import { verifyNumber } from '#app/domain/certificates/verify/verify-number.server.ts'
import { connectDatabase, database } from '#app/platform/db.server.ts'
import { completeCourse, createAmina, openAcademy, sampleCourse } from '#tests/factories.ts'
import { testKeysDir } from '#tests/setup/keys.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { run } from './main.ts'

const password = 'седем тихи сини чайника'

let out = ''
let err = ''

beforeAll(() => openAcademy())
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
})
afterEach(() => void vi.unstubAllEnvs())

function typeIn(text: string): void {
  // A command reads its input as a stream and asks for nothing else that a terminal has.
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([text]) as typeof process.stdin)
}

describeOnBothDatabases('on the command line', context => {
  /** Runs a command, which closes the database as its last act, and opens it again for what the test asks next. */
  async function command(...args: string[]): Promise<number> {
    vi.stubEnv('DATABASE_URL', context.url())
    const code = await run(args)
    const reopened = await connectDatabase(context.url())
    if (!reopened.ok) throw new Error(reopened.reason)
    return code
  }
  afterEach(() => database().close())

  const people = () => database().prisma.user.findMany({ orderBy: { email: 'asc' } })

  test('a person is added with the role that was asked for, and can sign in', async () => {
    typeIn(`${password}\n`)
    expect(
      await command('user', 'add', 'Tomas@Example.org', '--name', ' Томас  Примеров', '--role', 'trainer'),
    ).toBe(0)
    expect(out).toBe('Tomas@Example.org can sign in as trainer.\n')
    expect(await people()).toMatchObject([
      { email: 'tomas@example.org', name: 'Томас Примеров', role: 'trainer' },
    ])
    expect((await signIn({ email: 'tomas@example.org', password }, null)).ok).toBe(true)
  })

  test('a person is a learner unless a role is named', async () => {
    typeIn(`${password}\r\n`)
    expect(await command('user', 'add', 'amina@example.org', '--name', 'Амина')).toBe(0)
    expect(await people()).toMatchObject([{ role: 'learner' }])
    expect((await signIn({ email: 'amina@example.org', password }, null)).ok).toBe(true)
  })

  test('adding somebody who is there changes neither the password nor the role, and says so', async () => {
    const amina = await createAmina()
    await command('user', 'role', amina.email, 'admin')
    const before = await people()
    typeIn(password)
    expect(await command('user', 'add', amina.email, '--name', 'Друга Амина')).toBe(1)
    expect(err).toContain('has an account already')
    expect(await people()).toEqual(before)
  })

  test.each([
    ['amina@example.org', 'кратка', 'too-short'],
    ['no address', password, 'the address is not valid'],
  ])('nobody is added as %j with the password %j', async (email, typed, words) => {
    typeIn(typed)
    expect(await command('user', 'add', email, '--name', 'Амина')).toBe(1)
    expect(err).toContain(words)
    expect(err).not.toContain(typed)
    expect(await people()).toEqual([])
  })

  test('a role is changed, and an address that nobody has is named', async () => {
    const amina = await createAmina()
    expect(await command('user', 'role', amina.email, 'trainer')).toBe(0)
    expect(await people()).toMatchObject([{ role: 'trainer' }])
    expect(await command('user', 'role', 'nobody@example.org', 'admin')).toBe(1)
    expect(err).toContain('nobody@example.org')
  })

  test('extra time for exams is given, changed and taken back, and an address that nobody has is named', async () => {
    const amina = await createAmina()
    const give = (percent: string, email = amina.email) =>
      command('user', 'accommodate', email, '--extra-time', percent)
    for (const percent of ['50', '300', '0']) {
      expect(await give(percent)).toBe(0)
      expect(await people()).toMatchObject([{ extraTimePercent: Number(percent) }])
    }
    expect(out).toContain('50 % more time')
    expect(await give('50', 'nobody@example.org')).toBe(1)
    expect(err).toContain('nobody@example.org')
  })

  test('a certificate is revoked, once', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const names = { name: 'Амина', nameLatin: 'Amina' }
    const publicUrl = 'http://localhost:3000'
    const issued = await issueCertificate({ userId: amina.id, course: sampleCourse, ...names, publicUrl })
    const number = issued.ok ? formatIdentifier(issued.id) : ''
    expect(await command('certificate', 'revoke', number.toLowerCase(), '--reason', 'identity')).toBe(0)
    expect(out).toBe(`${number} is revoked.\n`)
    expect(await command('certificate', 'revoke', number, '--reason', 'other')).toBe(0)
    expect(out).toContain('nothing changed')
    expect(await verifyNumber(number)).toMatchObject({ state: 'revoked', reason: 'identity' })
  })

  describe('a certificate file', () => {
    let folder: string
    let number: string
    const at = (name: string) => path.join(folder, name)

    beforeEach(async () => {
      vi.stubEnv('KEYS_DIR', testKeysDir)
      openAcademy()
      folder = mkdtempSync(path.join(tmpdir(), 'academy-cli-'))
      const amina = await createAmina()
      await completeCourse(amina.id)
      const issued = await issueCertificate({
        userId: amina.id,
        course: sampleCourse,
        name: 'Амина',
        nameLatin: 'Amina',
        publicUrl: 'http://localhost:3000',
      })
      number = issued.ok ? issued.id : ''
      const row = await database().prisma.certificate.findUniqueOrThrow({ where: { id: number } })
      writeFileSync(at('certificate.pdf'), row.pdf)
      writeFileSync(at('altered.json'), (row.credential ?? '').replace('"Амина"', '"Олег\\u001b[2J"'))
      writeFileSync(at('trust.json'), JSON.stringify(hubKeys().trust))
      writeFileSync(at('status.json'), (await readStatusList(1)) ?? '')
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    test('is genuine and valid with the register, and with the public keys alone', async () => {
      expect(await command('certificate', 'verify', at('certificate.pdf'))).toBe(0)
      expect(out).toContain('genuine and valid')
      expect(out).toContain('yes seal')
      out = ''
      const offline = ['--trust', at('trust.json'), '--status', at('status.json'), '--json']
      expect(await command('certificate', 'verify', at('certificate.pdf'), ...offline)).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ state: 'genuine', standing: 'valid', facts: { name: 'Амина' } })
    })

    test('that is revoked ends with a failure, and says so', async () => {
      expect(await command('certificate', 'revoke', number)).toBe(0)
      expect(await command('certificate', 'verify', at('certificate.pdf'))).toBe(1)
      expect(out).toContain('revoked: it no longer counts')
    })

    test('that was altered is shown beside what was issued, and rules no terminal', async () => {
      expect(await command('certificate', 'verify', at('altered.json'))).toBe(1)
      expect(out).toContain('ALTERED')
      expect(out).toContain('name: issued Амина, the file says Олег·[2J')
      expect(await command('certificate', 'verify', at('altered.json'), '--trust', at('trust.json'))).toBe(1)
    })

    test.each([
      [['missing.pdf'], 'cannot be read'],
      [['certificate.pdf', '--trust', 'status.json'], 'is no trust.json'],
      [['certificate.pdf', '--trust', 'trust.json', '--status', 'certificate.pdf'], 'is no status list'],
    ])('is not verified with %j, and the reason is told', async (args, words) => {
      const named = args.map(arg => (arg.startsWith('--') ? arg : at(arg)))
      expect(await command('certificate', 'verify', ...named)).toBe(1)
      expect(err).toContain(words)
    })
  })

  test.each([
    ['J58E-5J8J-PRY7-K5S2', 'No certificate J58E-5J8J-PRY7-K5S2 was issued here'],
    ['J58E-5J8J-PRY7-K5S3', 'is no certificate number'],
  ])('the certificate %s is not revoked, and the reason is told', async (number, words) => {
    expect(await command('certificate', 'revoke', number)).toBe(1)
    expect(err).toContain(words)
    expect(out).toBe('')
  })

  test('the state of the database is told, and migrating a migrated one changes nothing', async () => {
    expect(await command('db', 'status')).toBe(0)
    expect(out).toMatch(/^Applied: 0001_init.*\nWaiting: none\n$/)
    out = ''
    expect(await command('db', 'migrate')).toBe(0)
    expect(out).toBe('The database is up to date.\n')
  })
})
