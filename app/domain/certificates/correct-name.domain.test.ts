import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { createCertified, publicUrl } from '#tests/certificate-factory.ts'
import { createOleg, openAcademy, type Person } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { correctName } from './correct-name.server.ts'
import { viewCertificate } from './holder-certificates.server.ts'
import { MOST_CORRECTIONS } from './may-correct.ts'
import { revokeCertificate } from './revoke-certificate.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'
import { verifyNumber } from './verify/verify-number.server.ts'
import { withdrawCertificate } from './withdraw-certificate.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const later = new Date('2027-02-01T12:00:00.000Z')
const names = { name: 'Амина Нова', nameLatin: 'Amina Nova' }

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

const correct = (person: Person, id: string, change: Partial<typeof names> = {}) =>
  correctName({ userId: person.id, id, ...names, ...change, publicUrl })

describeOnBothDatabases('correcting the name on a certificate', context => {
  const rows = () => context.database().prisma.certificate.findMany({ orderBy: { sequence: 'asc' } })
  const snapshotOf = async (id: string): Promise<CertificateSnapshot> =>
    JSON.parse((await context.database().prisma.certificate.findUniqueOrThrow({ where: { id } })).snapshot)

  async function corrected(person: Person, id: string, change: Partial<typeof names> = {}) {
    const result = await correct(person, id, change)
    if (!result.ok) throw new Error(`Not corrected: ${result.reason}`)
    return result.id
  }

  test('issues another one with the name, and everything else as it was', async () => {
    const { amina, id } = await createCertified()
    const before = await snapshotOf(id)
    setClock(() => later)
    const next = await corrected(amina, id)
    expect(await snapshotOf(next)).toEqual({
      ...before,
      id: next,
      learner: names,
      issuedAt: later.toISOString(),
      verifyUrl: `${publicUrl}/v/${next}`.toUpperCase(),
    })
    const [old, made] = await rows()
    expect(made).toMatchObject({ id: next, sequence: 2, issuedAt: later, validUntil: old?.validUntil })
    expect((await verifyNumber(next)).state).toBe('valid')
  })

  test('supersedes the old one, which changes in nothing else and does not tell who took its place', async () => {
    const { amina, id } = await createCertified()
    const [before] = await rows()
    setClock(() => later)
    const next = await corrected(amina, id)
    expect((await rows())[0]).toEqual({ ...before, supersededAt: later, supersededById: next })
    const verdict = await verifyNumber(id)
    expect(verdict).toMatchObject({ state: 'superseded', supersededAt: later.toISOString() })
    expect(JSON.stringify(verdict)).not.toContain(next)
    expect(JSON.stringify(verdict)).not.toContain('Нова')
    expect(await viewCertificate(amina.id, id)).toMatchObject({ state: 'superseded', successor: next })
  })

  test('is told to verifiers and kept in the audit log', async () => {
    const { amina, id } = await createCertified()
    const { prisma } = context.database()
    const before = await prisma.statusList.findFirstOrThrow({ orderBy: { number: 'asc' } })
    const by = await corrected(amina, id)
    const after = await prisma.statusList.findUniqueOrThrow({ where: { number: before.number } })
    expect(after.revision).toBe(before.revision + 1)
    const [entry, ...others] = await prisma.auditEvent.findMany()
    expect(others).toEqual([])
    expect(entry).toMatchObject({ actorId: amina.id, action: 'certificate.correct', subject: id })
    expect(JSON.parse(entry?.details ?? '')).toEqual({ by })
  })

  test('asked for twenty times at once is one certificate, and everybody hears the same number', async () => {
    const { amina, id } = await createCertified()
    const ids = await Promise.all(Array.from({ length: 20 }, () => corrected(amina, id)))
    expect(new Set(ids).size).toBe(1)
    expect(await rows()).toHaveLength(2)
    expect(await context.database().prisma.auditEvent.count()).toBe(1)
    expect(await corrected(amina, id)).toBe(ids[0])
  })

  test('to twenty names at once is one of them', async () => {
    const { amina, id } = await createCertified()
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => correct(amina, id, { nameLatin: `Amina ${index}` })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results) if (!result.ok) expect(result).toEqual({ ok: false, reason: 'superseded' })
    expect(await rows()).toHaveLength(2)
  })

  test('never loses against a revocation at the same time: what is revoked has no valid successor', async () => {
    const { amina, id } = await createCertified()
    const [result] = await Promise.all([correct(amina, id), revokeCertificate(id, 'misconduct')])
    const all = await rows()
    // Either it was corrected first, and the old one was revoked afterwards, or there is nothing but the revoked one.
    if (result.ok) expect(all.map(row => row.supersededAt === null)).toEqual([false, true])
    else expect([result.reason, all.length]).toEqual(['revoked', 1])
    expect(all[0]?.revokedAt).toEqual(noon)
  })

  test('is nobody’s but the holder’s', async () => {
    const { id } = await createCertified()
    const oleg = await createOleg()
    const before = await rows()
    expect(await correct(oleg, id)).toEqual({ ok: false, reason: 'unknown' })
    expect(await correct(oleg, 'J58E5J8JPRY7K5S2')).toEqual({ ok: false, reason: 'unknown' })
    expect(await rows()).toEqual(before)
  })

  test('is refused where a name cannot be printed, or is the one that stands there', async () => {
    const { amina, id } = await createCertified()
    expect(await correct(amina, id, { name: 'Амина 🌳' })).toMatchObject({
      field: 'name',
      reason: 'unprintable',
      symbol: '🌳',
    })
    expect(await correct(amina, id, { nameLatin: ' ' })).toMatchObject({
      field: 'nameLatin',
      reason: 'empty',
    })
    const { learner } = await snapshotOf(id)
    expect(await correct(amina, id, { ...learner, name: ` ${learner.name}  ` })).toEqual({
      ok: false,
      reason: 'same',
    })
    expect(await rows()).toHaveLength(1)
  })

  test('is refused on one that is revoked, withdrawn, replaced or over', async () => {
    const { amina, id } = await createCertified()
    const next = await corrected(amina, id)
    expect(await correct(amina, id, { name: 'Друга' })).toEqual({ ok: false, reason: 'superseded' })
    setClock(() => new Date('2028-01-01T00:00:00.000Z'))
    expect(await correct(amina, next, { name: 'Друга' })).toEqual({ ok: false, reason: 'expired' })
    setClock(() => later)
    await revokeCertificate(next, 'identity')
    expect(await correct(amina, next, { name: 'Друга' })).toEqual({ ok: false, reason: 'revoked' })
    await withdrawCertificate(amina.id, next)
    expect(await correct(amina, next, { name: 'Друга' })).toEqual({ ok: false, reason: 'withdrawn' })
    expect(await rows()).toHaveLength(2)
  })

  test('is done three times and no more', async () => {
    const { amina, id } = await createCertified()
    let last = id
    for (let time = 1; time <= MOST_CORRECTIONS; time += 1) {
      expect((await viewCertificate(amina.id, last))?.correctionsLeft).toBe(MOST_CORRECTIONS - time + 1)
      last = await corrected(amina, last, { name: `Амина ${time}` })
    }
    expect(await viewCertificate(amina.id, last)).toMatchObject({ correction: 'used-up', correctionsLeft: 0 })
    expect(await correct(amina, last, { name: 'Още една' })).toEqual({ ok: false, reason: 'used-up' })
    expect(await rows()).toHaveLength(MOST_CORRECTIONS + 1)
  })
})
