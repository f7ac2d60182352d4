import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '#app/platform/env.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import {
  completeCourse,
  createAmina,
  createOleg,
  openAcademy,
  type Person,
  sampleCourse,
} from '#tests/factories.ts'
import { testKeysDir } from '#tests/setup/keys.ts'
import { startProcess } from '#tests/setup/other-process.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { formatIdentifier } from './identifier.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { loadKeys } from './keys/load-keys.server.ts'
import { rotateKeys } from './keys/make-keys.server.ts'
import { ask } from './pdf-judges.server.ts'
import { verifyFile } from './verify/verify-file.server.ts'

const publicUrl = 'http://localhost:3000'
const names = { name: 'Йоана Щъркелова-Д’Артанян', nameLatin: 'Yoana Shtarkelova-D’Artanyan' }

let folder: string
beforeEach(() => {
  openAcademy()
  folder = mkdtempSync(path.join(tmpdir(), 'academy-issued-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describeOnBothDatabases('a certificate as it is issued', context => {
  const certificates = () => context.database().prisma.certificate

  async function issue(person: Person) {
    await completeCourse(person.id)
    const issued = await issueCertificate({ userId: person.id, course: sampleCourse, ...names, publicUrl })
    if (!issued.ok) throw new Error(issued.reason)
    return certificates().findUniqueOrThrow({ where: { id: issued.id } })
  }

  test('is what every independent judge says a certificate should be', async () => {
    const { id, pdf, credential } = await issue(await createAmina())
    const file = path.join(folder, 'certificate.pdf')
    writeFileSync(file, pdf)

    expect(ask('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found')
    const seal = ask('pdfsig', [file])
    expect(seal).toContain('Signature Validation: Signature is Valid.')
    expect(seal).toContain('Total document signed')
    expect(ask('pdfinfo', [file])).toMatch(/Tagged: +yes[\s\S]*Pages: +1[\s\S]*PDF version: +1\.7/)

    const detached = path.join(folder, 'credential.json')
    expect(ask('pdfdetach', ['-list', file])).toContain('1: credential.json')
    ask('pdfdetach', ['-save', '1', '-o', detached, file])
    expect(readFileSync(detached, 'utf8')).toBe(credential)

    ask('pdftoppm', ['-r', '150', '-png', '-singlefile', file, path.join(folder, 'page')])
    expect(ask('zbarimg', ['--quiet', '--raw', path.join(folder, 'page.png')]).trim()).toBe(
      `${publicUrl}/v/${id}`.toUpperCase(),
    )
    const text = ask('pdftotext', ['-layout', file, '-'])
    expect(text.indexOf(names.name)).toBeGreaterThan(0)
    expect(text.indexOf(formatIdentifier(id))).toBeGreaterThan(text.indexOf(names.name))
    expect(pdf.byteLength).toBeLessThan(80_000)
  })

  test('stays genuine, with every check, when the keys were rotated; the next has the new ones', async () => {
    const keysDir = path.join(folder, 'keys')
    cpSync(testKeysDir, keysDir, { recursive: true })
    openAcademy({ KEYS_DIR: keysDir })
    await loadKeys(env(), hub())
    const before = await issue(await createAmina())
    const rotated = await rotateKeys(keysDir, { passphrase: null, hub: hub(), demo: true, at: new Date() })
    expect(rotated.ok).toBe(true)
    await loadKeys(env(), hub())
    const after = await issue(await createOleg())
    for (const { pdf, credential } of [before, after]) {
      for (const bytes of [new Uint8Array(pdf), new TextEncoder().encode(credential ?? '')]) {
        const verdict = await verifyFile(bytes)
        expect(verdict).toMatchObject({ state: 'genuine', record: { state: 'valid' } })
        expect(verdict.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
      }
    }
    const keyOf = (text: string | null) => JSON.parse(text ?? '').proof[0].verificationMethod
    expect(keyOf(after.credential)).not.toBe(keyOf(before.credential))
  })

  test('is there whole or not at all when the process dies over it, and once when it is asked for again', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const script = `
      import { connectDatabase } from './app/platform/db.server.ts'
      import { issueCertificate } from './app/domain/certificates/issue-certificate.server.ts'
      import { openAcademy, sampleCourse } from './tests/factories.ts'
      openAcademy()
      await connectDatabase(process.argv[1])
      const issuing = { userId: process.argv[2], course: sampleCourse, ...JSON.parse(process.argv[3]), publicUrl: '${publicUrl}' }
      console.log('ready')
      for await (const go of process.stdin) break
      await Promise.all(Array.from({ length: 10 }, () => issueCertificate(issuing)))
      console.log('done')
    `
    // From before anything was made to after everything was stored, in a process that is not warm yet.
    for (const delay of [0, 150, 300, 450]) {
      await certificates().deleteMany()
      const process = startProcess(script, context.url(), amina.id, JSON.stringify(names))
      expect(await process.nextLine()).toBe('ready')
      process.send('go')
      await new Promise(resolve => setTimeout(resolve, delay))
      await process.kill()
      const left = await certificates().findMany()
      expect(left.length).toBeLessThanOrEqual(1)
      const again = await Promise.all(
        Array.from({ length: 10 }, () =>
          issueCertificate({ userId: amina.id, course: sampleCourse, ...names, publicUrl }),
        ),
      )
      const [row, ...others] = await certificates().findMany()
      expect(others).toEqual([])
      expect(new Set(again.map(result => (result.ok ? result.id : result.reason)))).toEqual(
        new Set([row?.id]),
      )
      if (left[0] !== undefined) expect(row?.id).toBe(left[0].id)
      expect(row?.pdfSha256).toBe(
        createHash('sha256')
          .update(row?.pdf ?? '')
          .digest('hex'),
      )
      expect((await verifyFile(new Uint8Array(row?.pdf ?? []))).state).toBe('genuine')
    }
  }, 120_000)
})
