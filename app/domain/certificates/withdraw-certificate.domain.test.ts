import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { createCertified, publicUrl } from '#tests/certificate-factory.ts'
import { createOleg, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { readCertificatePdf } from './certificate-files.server.ts'
import { listCertificates } from './holder-certificates.server.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { revokeCertificate } from './revoke-certificate.server.ts'
import { verifyNumber } from './verify/verify-number.server.ts'
import { withdrawCertificate } from './withdraw-certificate.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('withdrawing a certificate', context => {
  const row = (id: string) => context.database().prisma.certificate.findUniqueOrThrow({ where: { id } })
  const revision = async (id: string) => {
    const { statusList } = await row(id)
    const list = await context.database().prisma.statusList.findUniqueOrThrow({
      where: { number: statusList ?? 0 },
    })
    return list.revision
  }

  test('leaves nothing to be read of it but that', async () => {
    const { amina, id } = await createCertified()
    const before = await revision(id)
    expect(await withdrawCertificate(amina.id, id)).toBe(true)
    const verdict = await verifyNumber(id)
    expect(verdict).toEqual({
      state: 'withdrawn',
      id,
      withdrawnAt: noon.toISOString(),
      checkedAt: noon.toISOString(),
    })
    expect(await revision(id)).toBe(before + 1)
    expect(await context.database().prisma.auditEvent.findMany()).toMatchObject([
      { actorId: amina.id, action: 'certificate.withdraw', subject: id, at: noon, details: '{}' },
    ])
  })

  test('leaves its holder the file and a place in the list', async () => {
    const { amina, id } = await createCertified()
    await withdrawCertificate(amina.id, id)
    expect(await readCertificatePdf(amina.id, id)).not.toBeNull()
    expect(await listCertificates(amina.id)).toMatchObject([
      { id, state: 'withdrawn', changedAt: noon.toISOString() },
    ])
  })

  test('is nobody’s but the holder’s', async () => {
    const { id } = await createCertified()
    const oleg = await createOleg()
    const before = await row(id)
    expect(await withdrawCertificate(oleg.id, id)).toBe(false)
    expect(await withdrawCertificate(oleg.id, 'J58E5J8JPRY7K5S2')).toBe(false)
    expect(await row(id)).toEqual(before)
    expect(await context.database().prisma.auditEvent.count()).toBe(0)
  })

  test('asked for thirty times at once happens once', async () => {
    const { amina, id } = await createCertified()
    const before = await revision(id)
    const done = await Promise.all(Array.from({ length: 30 }, () => withdrawCertificate(amina.id, id)))
    expect(done.every(Boolean)).toBe(true)
    setClock(() => new Date('2027-01-01T00:00:00.000Z'))
    expect(await withdrawCertificate(amina.id, id)).toBe(true)
    expect((await row(id)).withdrawnAt).toEqual(noon)
    expect(await revision(id)).toBe(before + 1)
    expect(await context.database().prisma.auditEvent.count()).toBe(1)
  })

  test('is final: the same completion brings no other one', async () => {
    const { amina, id } = await createCertified()
    await withdrawCertificate(amina.id, id)
    const names = { name: amina.name, nameLatin: 'Amina' }
    const again = await issueCertificate({ userId: amina.id, course: sampleCourse, ...names, publicUrl })
    expect(again).toEqual({ ok: true, id })
    expect(await context.database().prisma.certificate.count()).toBe(1)
  })

  test('neither hinders a revocation nor is hindered by one', async () => {
    const { amina, id } = await createCertified()
    await withdrawCertificate(amina.id, id)
    expect(await revokeCertificate(id, 'identity')).toEqual({
      ok: true,
      id,
      already: false,
      successor: null,
    })
    expect(await row(id)).toMatchObject({ revokedAt: noon, revocationReason: 'identity', withdrawnAt: noon })
    expect((await verifyNumber(id)).state).toBe('withdrawn')
  })
})
