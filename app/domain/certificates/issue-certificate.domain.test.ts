import { createHash } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { saveProfile } from '#app/domain/accounts/profile.server.ts'
import type { Course } from '#app/domain/courses/course.ts'
import { enrol } from '#app/domain/learning/enrol.server.ts'
import { setClock } from '#app/platform/clock.ts'
import {
  answer,
  completeCourse,
  createAmina,
  createOleg,
  openAcademy,
  type Person,
  sampleCourse,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { readCertificatePdf } from './certificate-files.server.ts'
import { listCertificates } from './holder-certificates.server.ts'
import { readIdentifier } from './identifier.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { verifyNumber } from './verify/verify-number.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const names = { name: 'Амина Примерова', nameLatin: 'Amina Primerova' }

type Change = Partial<{ course: Course; name: string; nameLatin: string; publicUrl: string }>

function issue(person: Person, change: Change = {}) {
  return issueCertificate({
    userId: person.id,
    course: sampleCourse,
    ...names,
    publicUrl: 'https://academy.example.org',
    ...change,
  })
}

/** The identifier of a certificate that has to be issued. */
async function issued(person: Person, change: Change = {}): Promise<string> {
  const result = await issue(person, change)
  if (!result.ok) throw new Error(`Not issued: ${result.reason}`)
  return result.id
}

async function snapshotOf(id: string) {
  const verdict = await verifyNumber(id)
  if (!('snapshot' in verdict)) throw new Error(`The certificate is ${verdict.state}`)
  return verdict.snapshot
}

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('a certificate', context => {
  const rows = () => context.database().prisma.certificate.findMany({ orderBy: { id: 'asc' } })

  test('is never issued for a demonstration, to Олег as little as to whoever completed it', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    const course: Course = { ...sampleCourse, status: 'demo' }
    await completeCourse(amina.id, course)
    for (const person of [amina, oleg]) {
      expect(await issue(person, { course })).toEqual({ ok: false, reason: 'demonstration' })
    }
    expect(await rows()).toEqual([])
  })

  test('is issued to whoever completed the course, with a number, a snapshot and a PDF', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const id = await issued(amina)
    expect(readIdentifier(id)).toEqual({ ok: true, id })
    const [row, ...others] = await rows()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      id,
      userId: amina.id,
      courseId: 'sample',
      edition: 1,
      sequence: 1,
      issuedAt: noon,
      validUntil: new Date('2027-11-22T12:00:00.000Z'),
      revokedAt: null,
      revocationReason: null,
    })
    const pdf = Buffer.from(row?.pdf ?? [])
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(row?.pdfSha256).toBe(createHash('sha256').update(pdf).digest('hex'))
  })

  test('states the learner, the course, the hub and the way to verify it', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const id = await issued(amina)
    expect(await snapshotOf(id)).toMatchObject({
      id,
      demo: true,
      learner: names,
      course: { id: 'sample', title: sampleCourse.title, edition: 1 },
      issuer: { name: { bg: 'Примерен хъб' }, domain: 'academy.example.org' },
      issuedAt: noon.toISOString(),
      validUntil: '2027-11-22T12:00:00.000Z',
      assessment: { resultPercent: 100, firstAttemptPercent: 100 },
      verifyUrl: `HTTPS://ACADEMY.EXAMPLE.ORG/V/${id}`,
    })
  })

  test('tells the first attempts from the result', async () => {
    const amina = await createAmina()
    await answer(amina.id, 'q-bits', { values: ['5'] })
    await answer(amina.id, 'q-bits', { attempt: 2 })
    await completeCourse(amina.id)
    expect((await snapshotOf(await issued(amina))).assessment).toMatchObject({
      resultPercent: 100,
      firstAttemptPercent: 80,
    })
  })

  test('tells a trial academy from a real one', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    openAcademy({
      HUB_MODE: 'live',
      PUBLIC_URL: 'https://academy.example.org',
      KEYS_DIR: './keys',
      SMTP_URL: 'smtps://mail.example.org',
    })
    try {
      expect((await snapshotOf(await issued(amina))).demo).toBe(false)
    } finally {
      openAcademy()
    }
  })

  test('is for nobody who has not enrolled', async () => {
    expect(await issue(await createOleg())).toEqual({ ok: false, reason: 'not-earned' })
    expect(await rows()).toEqual([])
  })

  test('is not issued while anything is missing', async () => {
    const amina = await createAmina()
    const [passwords, connections] = sampleCourse.lessons
    if (passwords === undefined || connections === undefined) throw new Error('The sample course is empty')
    await enrol(amina.id, sampleCourse)
    expect(await issue(amina)).toEqual({ ok: false, reason: 'not-earned' })
    await completeCourse(amina.id, { ...sampleCourse, lessons: [passwords] })
    // That course of one lesson is complete, and the mark would count for the whole one.
    await context.database().prisma.enrolment.updateMany({ data: { completedAt: null } })
    expect(await issue(amina)).toEqual({ ok: false, reason: 'not-earned' })
    await answer(amina.id, 'q-bits')
    await answer(amina.id, 'q-telnet')
    expect(await issue(amina)).toEqual({ ok: false, reason: 'not-earned' })
    expect(await rows()).toEqual([])
  })

  test('is not issued to Олег because Амина has earned it', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id)
    await issued(amina)
    expect(await issue(oleg, names)).toEqual({ ok: false, reason: 'not-earned' })
  })

  test.each<[Change, string, string, string | null]>([
    [{ name: '' }, 'name', 'empty', null],
    [{ name: ' \u200b ' }, 'name', 'empty', null],
    [{ name: 'а'.repeat(201) }, 'name', 'too-long', null],
    [{ name: 'Амина 👩‍🎓' }, 'name', 'unprintable', '👩‍🎓'],
    [{ name: 'أمينة' }, 'name', 'unprintable', 'أ'],
    [{ nameLatin: '' }, 'nameLatin', 'empty', null],
    [{ nameLatin: 'a'.repeat(201) }, 'nameLatin', 'too-long', null],
    [{ nameLatin: '阿米娜' }, 'nameLatin', 'unprintable', '阿'],
    [{ name: '', nameLatin: '' }, 'name', 'empty', null],
  ])('is not issued for the name %j: %s is %s', async (change, field, reason, symbol) => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    expect(await issue(amina, change)).toMatchObject({ ok: false, field, reason, symbol })
    expect(await rows()).toEqual([])
  })

  test('carries the longest name and one with signs that have a meaning in a PDF', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id)
    await completeCourse(oleg.id)
    const long = 'Щ'.repeat(200)
    expect((await snapshotOf(await issued(amina, { name: long }))).learner.name).toBe(long)
    const signs = 'О’Нийл & <синове> (1\\2)'
    expect((await snapshotOf(await issued(oleg, { name: `  ${signs}  ` }))).learner.name).toBe(signs)
  })

  test('asked for fifty times at once is one certificate, and everybody hears the same number', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const ids = await Promise.all(Array.from({ length: 50 }, () => issued(amina)))
    expect(new Set(ids).size).toBe(1)
    expect((await rows()).map(({ id }) => id)).toEqual([ids[0]])
  })

  test('asked for again under another name is the first one, as it was', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const id = await issued(amina)
    const before = await rows()
    setClock(() => new Date('2027-01-01T00:00:00.000Z'))
    expect(await issued(amina, { name: 'Олег Чуждов', nameLatin: 'Oleg Chuzhdov' })).toBe(id)
    expect(await rows()).toEqual(before)
  })

  test('does not change when the course, its edition, the address of the site or the profile does', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const id = await issued(amina)
    const before = await rows()
    const snapshot = await snapshotOf(id)

    await saveProfile(amina.id, { name: 'Амина Нова', language: 'en', theme: 'dark' })
    const changed: Course = {
      ...sampleCourse,
      title: { bg: 'Съвсем друг курс', en: 'Quite another course' },
      edition: 2,
      outcomes: [],
      certificate: { validMonths: null },
    }
    expect(await issued(amina, { course: changed, publicUrl: 'https://other.example.org' })).toBe(id)
    expect(await snapshotOf(id)).toEqual(snapshot)
    expect(await rows()).toEqual(before)
    expect(Buffer.from((await readCertificatePdf(amina.id, id)) ?? [])).toEqual(
      Buffer.from(before[0]?.pdf ?? []),
    )
  })

  test('is for the edition that the learner began with', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const second: Course = {
      ...sampleCourse,
      edition: 2,
      editionName: { bg: 'пролет 2027', en: 'spring 2027' },
    }
    const { course } = await snapshotOf(await issued(amina, { course: second }))
    expect(course).toMatchObject({ edition: 1, editionName: null })
  })

  test('is read by its learner and by nobody else', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id)
    const id = await issued(amina)
    expect((await readCertificatePdf(amina.id, id))?.byteLength).toBeGreaterThan(10_000)
    expect(await readCertificatePdf(oleg.id, id)).toBeNull()
    expect(await readCertificatePdf('', id)).toBeNull()
    expect(await readCertificatePdf(amina.id, `${id.slice(1)}2`)).toBeNull()
    expect(await listCertificates(oleg.id)).toEqual([])
  })

  test('stands in the list of its learner, the newest first', async () => {
    const amina = await createAmina()
    const ids: string[] = []
    for (const [day, name] of ['one', 'two', 'three'].entries()) {
      const course = { ...sampleCourse, id: name }
      await completeCourse(amina.id, course)
      setClock(() => new Date(noon.getTime() + day * 86_400_000))
      ids.push(await issued(amina, { course }))
    }
    const list = await listCertificates(amina.id)
    expect(list.map(({ id }) => id)).toEqual(ids.toReversed())
    expect(list[0]).toEqual({
      id: ids[2],
      courseId: 'three',
      issuedAt: '2026-11-24T12:00:00.000Z',
      title: sampleCourse.title,
      state: 'valid',
      validUntil: '2027-11-24T12:00:00.000Z',
      changedAt: null,
      reason: null,
    })
  })

  test('outlives the account, and can still be verified', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const id = await issued(amina)
    await context.database().prisma.user.delete({ where: { id: amina.id } })
    expect((await verifyNumber(id)).state).toBe('valid')
    expect(await readCertificatePdf(amina.id, id)).toBeNull()
  })
})
