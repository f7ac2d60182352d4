import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { completeCourse, createAmina, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { correctName } from './correct-name.server.ts'
import { listCertificates } from './holder-certificates.server.ts'
import { formatIdentifier } from './identifier.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { revokeCertificate } from './revoke-certificate.server.ts'
import { verifyNumber } from './verify/verify-number.server.ts'

const issuedAt = new Date('2026-11-22T12:00:00.000Z')
const end = new Date('2027-11-22T12:00:00.000Z')

/** Well formed, and issued by nobody. */
const unknown = 'J58E5J8JPRY7K5S2'

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => issuedAt))
afterEach(() => setClock(() => new Date()))

async function certificate(
  validMonths: number | null = 12,
): Promise<{ id: string; userId: string; email: string }> {
  const amina = await createAmina()
  const course = { ...sampleCourse, certificate: { validMonths } }
  await completeCourse(amina.id, course)
  const names = { name: 'Амина Примерова', nameLatin: 'Amina Primerova' }
  const result = await issueCertificate({
    userId: amina.id,
    course,
    ...names,
    publicUrl: 'http://localhost:3000',
  })
  if (!result.ok) throw new Error(result.reason)
  return { id: result.id, userId: amina.id, email: amina.email }
}

const stateOf = async (input: string) => (await verifyNumber(input)).state

describeOnBothDatabases('revoking a certificate', context => {
  const row = (id: string) => context.database().prisma.certificate.findUniqueOrThrow({ where: { id } })

  test('takes effect at once, on the page and in the learner’s list', async () => {
    const { id, userId } = await certificate()
    expect(await revokeCertificate(formatIdentifier(id), 'identity')).toEqual({
      ok: true,
      id,
      already: false,
      successor: null,
    })
    expect(await stateOf(id)).toBe('revoked')
    expect(await listCertificates(userId)).toMatchObject([{ id, state: 'revoked', reason: 'identity' }])
  })

  test('changes neither the snapshot nor the PDF', async () => {
    const { id } = await certificate()
    const before = await row(id)
    await revokeCertificate(id, 'other')
    expect(await row(id)).toEqual({ ...before, revokedAt: issuedAt, revocationReason: 'other' })
  })

  test('a second time changes neither the date nor the reason', async () => {
    const { id } = await certificate()
    await revokeCertificate(id, 'identity')
    const before = await row(id)
    setClock(() => end)
    expect(await revokeCertificate(id, 'other')).toMatchObject({ ok: true, id, already: true })
    expect(await row(id)).toEqual(before)
  })

  test('thirty times at once revokes once, tells verifiers once and is kept in the audit log once', async () => {
    const { id } = await certificate()
    const revision = async () => {
      const lists = await context.database().prisma.statusList.findMany({ orderBy: { number: 'asc' } })
      return lists.map(list => list.revision)
    }
    const [before = 0] = await revision()
    const results = await Promise.all(Array.from({ length: 30 }, () => revokeCertificate(id, 'other')))
    expect(results.filter(result => result.ok && !result.already)).toHaveLength(1)
    expect(results.every(result => result.ok)).toBe(true)
    expect(await revision()).toEqual([before + 1])
    const [entry, ...others] = await context.database().prisma.auditEvent.findMany()
    expect(others).toEqual([])
    expect(entry).toMatchObject({ actorId: null, action: 'certificate.revoke', subject: id, at: issuedAt })
    expect(JSON.parse(entry?.details ?? '')).toEqual({ reason: 'other' })
  })

  test('of one that was corrected names the one that took its place, which stays valid', async () => {
    const { id, userId } = await certificate()
    const names = { name: 'Амина Нова', nameLatin: 'Amina Nova' }
    const corrected = await correctName({ userId, id, ...names, publicUrl: 'http://localhost:3000' })
    if (!corrected.ok) throw new Error(corrected.reason)
    expect(await revokeCertificate(id, 'identity')).toEqual({
      ok: true,
      id,
      already: false,
      successor: corrected.id,
    })
    expect(await stateOf(id)).toBe('revoked')
    expect(await stateOf(corrected.id)).toBe('valid')
  })

  test('leaves no way to another one: asking again gives the revoked one', async () => {
    const { id, userId } = await certificate()
    await revokeCertificate(id, 'misconduct')
    const names = { name: 'Амина', nameLatin: 'Amina' }
    const again = await issueCertificate({
      userId,
      course: sampleCourse,
      ...names,
      publicUrl: 'http://localhost:3000',
    })
    expect(again).toEqual({ ok: true, id })
    expect(await stateOf(id)).toBe('revoked')
  })

  test('of an unknown or mistyped number changes nothing and says which it is', async () => {
    const { id } = await certificate()
    expect(await revokeCertificate(unknown, 'other')).toEqual({ ok: false, reason: 'unknown' })
    expect(await revokeCertificate(`${unknown.slice(0, 15)}3`, 'other')).toEqual({
      ok: false,
      reason: 'mistyped',
    })
    expect(await revokeCertificate('', 'other')).toEqual({ ok: false, reason: 'mistyped' })
    expect((await row(id)).revokedAt).toBeNull()
  })
})
