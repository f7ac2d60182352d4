import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { startLog } from '#app/platform/log.server.ts'
import { completeCourse, createAmina, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { generateIdentifier } from '../identifier.ts'
import { issueCertificate } from '../issue-certificate.server.ts'
import { checkFile, checkList, checkNumber } from './verify-for-visitor.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const here = '203.0.113.7'
const elsewhere = '198.51.100.9'

beforeAll(() => {
  openAcademy()
  startLog('silent')
})
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

async function certificate(): Promise<string> {
  const amina = await createAmina()
  await completeCourse(amina.id)
  const names = { name: 'Амина Примерова', nameLatin: 'Amina Primerova' }
  const publicUrl = 'http://localhost:3000'
  const result = await issueCertificate({ userId: amina.id, course: sampleCourse, ...names, publicUrl })
  if (!result.ok) throw new Error(result.reason)
  return result.id
}

const unknown = () => generateIdentifier(count => randomBytes(count))

/** How often something is answered before its address has to wait. */
async function answered(ask: () => Promise<object>, most = 40): Promise<number> {
  for (let count = 0; count < most; count += 1) {
    const answer = await ask()
    if ('state' in answer && answer.state === 'throttled') return count
  }
  return most
}

describeOnBothDatabases('a visitor who checks certificates', context => {
  test('may ask for 30 numbers or files a minute, and then has to wait for the next one', async () => {
    const id = await certificate()
    const files = await answered(() => checkFile(here, new Uint8Array([1])), 10)
    expect(files + (await answered(() => checkNumber(here, id)))).toBe(30)
    expect(await checkNumber(here, id)).toEqual({ state: 'throttled', retryAfterSeconds: 60 })
    expect(await checkNumber(elsewhere, id), 'another address').toMatchObject({ state: 'valid' })
    setClock(() => new Date(noon.getTime() + 60_000))
    expect(await checkNumber(here, id)).toMatchObject({ state: 'valid' })
  })

  test('may ask for 10 unknown numbers or wrong names a minute, and then for nothing at all', async () => {
    const id = await certificate()
    await context.database().prisma.certificate.update({ where: { id }, data: { sharing: 'name' } })
    await answered(() => checkNumber(here, id, 'Олег'), 4)
    expect(await answered(() => checkNumber(here, unknown()))).toBe(6)
    expect(await checkNumber(here, id, 'Амина Примерова')).toMatchObject({ state: 'throttled' })
    expect(await checkFile(here, new Uint8Array([1]))).toMatchObject({ state: 'throttled' })
    expect(await checkList(here, id)).toMatchObject({ state: 'throttled' })
    expect(await checkNumber(elsewhere, id)).toMatchObject({ state: 'guarded' })
  })

  test('may mistype as often as people do', async () => {
    expect(await answered(() => checkNumber(here, 'J58E-5J8J-PRY7'))).toBe(40)
  })

  test('may have 10 lists a minute checked, of which one with unknown numbers counts as one', async () => {
    const list = Array.from({ length: 50 }, unknown).join('\n')
    expect(await answered(() => checkList(here, list))).toBe(10)
    expect(await answered(() => checkList(elsewhere, 'id\nno number'))).toBe(10)
  })
})

describeOnBothDatabases('a list', context => {
  test('gets the verdict that each of its numbers gets alone', async () => {
    const id = await certificate()
    const other = unknown()
    const list = await checkList(here, `id,name\n${id},Amina Primerova\n${other},\n${id},Олег Чуждов\n`)
    expect(list).toMatchObject({
      ok: true,
      checkedAt: noon.toISOString(),
      rows: [
        { row: 2, verdict: await checkNumber(elsewhere, id), name: 'same', repeats: null },
        { row: 3, verdict: await checkNumber(elsewhere, other), name: null },
        { row: 4, verdict: { state: 'valid' }, name: 'different', repeats: 2 },
      ],
    })
  })

  test('compares the SHA-256 of a file with that of the file which was issued', async () => {
    const id = await certificate()
    const { pdfSha256 } = await context
      .database()
      .prisma.certificate.findUniqueOrThrow({ where: { id }, select: { pdfSha256: true } })
    const list = await checkList(here, `${id},,${pdfSha256}\n${id},,${'0'.repeat(64)}`)
    expect(list).toMatchObject({ ok: true, rows: [{ file: 'same' }, { file: 'different' }] })
  })

  test('is not checked while the register cannot be read', async () => {
    await context.database().prisma.$executeRawUnsafe('DROP TABLE "CertificateShare"')
    await context.database().prisma.$executeRawUnsafe('DROP TABLE "Certificate"')
    expect(await checkList(here, unknown())).toEqual({ ok: false, reason: 'register-unavailable' })
  })
})
