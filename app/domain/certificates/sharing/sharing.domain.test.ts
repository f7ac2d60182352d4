import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { createCertified } from '#tests/certificate-factory.ts'
import { createOleg, openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { correctName } from '../correct-name.server.ts'
import { revokeCertificate } from '../revoke-certificate.server.ts'
import { verifyNumber } from '../verify/verify-number.server.ts'
import { withdrawCertificate } from '../withdraw-certificate.server.ts'
import { openShare } from './open-share.server.ts'
import { setSharing } from './set-sharing.server.ts'
import { endShare, listShares, MOST_LINKS, makeShare } from './share-links.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const inDays = (days: number) => new Date(noon.getTime() + days * 86_400_000)

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

async function link(userId: string, id: string, parts: Parameters<typeof makeShare>[0]['parts'] = []) {
  const made = await makeShare({ userId, id, parts, until: { days: 7 } })
  if (!made.ok) throw new Error(`No link: ${made.reason}`)
  return made.token
}

describeOnBothDatabases('a share link', context => {
  const audit = () =>
    context.database().prisma.auditEvent.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })

  test('shows the basics and what was chosen, until it ends', async () => {
    const { amina, id } = await createCertified()
    const token = await link(amina.id, id, ['result'])
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
    const shared = await openShare(token)
    expect(shared).toMatchObject({
      state: 'valid',
      endsAt: inDays(7).toISOString(),
      facts: { learner: { name: 'Амина Примерова' }, result: { resultPercent: 100 } },
    })
    expect(JSON.stringify(shared)).not.toContain(id)
    setClock(() => new Date(inDays(7).getTime() - 1))
    expect(await openShare(token)).not.toBeNull()
    setClock(() => inDays(7))
    expect(await openShare(token)).toBeNull()
    expect(await listShares(amina.id, id)).toEqual([])
  })

  test('that ended early, one that never was and one that no link looks like are all nothing', async () => {
    const { amina, id } = await createCertified()
    const token = await link(amina.id, id)
    expect(await endShare(amina.id, id, token)).toBe(true)
    expect(await endShare(amina.id, id, token)).toBe(true)
    expect(await openShare(token)).toBeNull()
    for (const other of ['A'.repeat(22), '', '\0', `${token}=`, token.slice(1), `${token.slice(1)}\0`, id])
      expect(await openShare(other), other).toBeNull()
    expect((await audit()).filter(({ action }) => action === 'certificate.unshare')).toHaveLength(1)
  })

  test('is made, listed and ended by nobody but the holder', async () => {
    const { amina, id } = await createCertified()
    const oleg = await createOleg()
    const token = await link(amina.id, id)
    const made = await makeShare({ userId: oleg.id, id, parts: ['number'], until: { days: 7 } })
    expect(made).toEqual({ ok: false, reason: 'unknown' })
    expect(await listShares(oleg.id, id)).toEqual([])
    expect(await endShare(oleg.id, id, token)).toBe(false)
    expect(await endShare(amina.id, 'J58E5J8JPRY7K5S2', token)).toBe(false)
    expect(await openShare(token)).not.toBeNull()
    expect(await listShares(amina.id, id)).toEqual([
      { token, parts: [], createdAt: noon.toISOString(), endsAt: inDays(7).toISOString() },
    ])
  })

  test('for a day that cannot be is none', async () => {
    const { amina, id } = await createCertified()
    const made = await makeShare({ userId: amina.id, id, parts: [], until: { date: '2026-11-01' } })
    expect(made).toEqual({ ok: false, reason: 'past' })
    expect(await listShares(amina.id, id)).toEqual([])
  })

  test('too many is refused, until one of the others ends', async () => {
    const { amina, id } = await createCertified()
    const tokens: string[] = []
    for (let made = 0; made < MOST_LINKS; made += 1) tokens.push(await link(amina.id, id))
    const more = () => makeShare({ userId: amina.id, id, parts: [], until: { days: 7 } })
    expect(await more()).toEqual({ ok: false, reason: 'too-many' })
    await endShare(amina.id, id, tokens[0] ?? '')
    expect(await more()).toMatchObject({ ok: true })
    expect(await more()).toEqual({ ok: false, reason: 'too-many' })
    setClock(() => inDays(8))
    expect(await more()).toMatchObject({ ok: true })
  })

  test('asked for fifty times at once is never one too many, and every promised one works', async () => {
    const { amina, id } = await createCertified()
    for (let made = 0; made < MOST_LINKS - 5; made += 1) await link(amina.id, id)
    const results = await Promise.all(
      Array.from({ length: 50 }, () => makeShare({ userId: amina.id, id, parts: [], until: { days: 7 } })),
    )
    const promised = results.flatMap(result => (result.ok ? [result.token] : []))
    const working = (await listShares(amina.id, id)).map(({ token }) => token)
    expect(working.length).toBeLessThanOrEqual(MOST_LINKS)
    expect(working).toHaveLength(MOST_LINKS - 5 + promised.length)
    expect(working).toEqual(expect.arrayContaining(promised))
  })

  test('tells of a revocation, of a correction and of a withdrawal as soon as there is one', async () => {
    const { amina, id } = await createCertified()
    const token = await link(amina.id, id, ['number'])
    const corrected = await correctName({
      userId: amina.id,
      id,
      name: 'Амина Нова',
      nameLatin: 'Amina Nova',
      publicUrl: 'https://academy.example.org',
    })
    const superseded = await openShare(token)
    expect(superseded).toMatchObject({ state: 'superseded', changedAt: noon.toISOString() })
    // Neither the new name nor the new number is anybody's to see here.
    expect(JSON.stringify(superseded)).not.toMatch(/Нова|Nova/)
    expect(JSON.stringify(superseded)).not.toContain(corrected.ok ? corrected.id : '')
    await revokeCertificate(id, 'misconduct')
    expect(await openShare(token)).toMatchObject({ state: 'revoked', reason: 'misconduct' })
    await withdrawCertificate(amina.id, id)
    expect(await openShare(token)).toEqual({
      state: 'withdrawn',
      changedAt: noon.toISOString(),
      endsAt: inDays(7).toISOString(),
      checkedAt: noon.toISOString(),
    })
    const more = await makeShare({ userId: amina.id, id, parts: [], until: { days: 7 } })
    expect(more).toEqual({ ok: false, reason: 'withdrawn' })
  })

  test('outlives the account until its end', async () => {
    const { amina, id } = await createCertified()
    const token = await link(amina.id, id)
    await context.database().prisma.user.delete({ where: { id: amina.id } })
    expect(await openShare(token)).toMatchObject({ state: 'valid' })
  })

  test('stands in the audit log without what would open it', async () => {
    const { amina, id } = await createCertified()
    const token = await link(amina.id, id, ['result', 'number'])
    const [entry, ...others] = await audit()
    expect(others).toEqual([])
    expect(entry).toMatchObject({ actorId: amina.id, action: 'certificate.share', subject: id, at: noon })
    expect(JSON.parse(entry?.details ?? '')).toEqual({
      parts: ['result', 'number'],
      endsAt: inDays(7).toISOString(),
    })
    expect(JSON.stringify(entry)).not.toContain(token)
  })
})

describeOnBothDatabases('what the number shows', context => {
  test('is for its holder to choose, and for nobody else', async () => {
    const { amina, id } = await createCertified()
    const oleg = await createOleg()
    const state = async () => (await verifyNumber(id)).state
    expect(await state()).toBe('valid')
    expect(await setSharing(oleg.id, id, 'name')).toBe(false)
    expect(await state()).toBe('valid')
    expect(await setSharing(amina.id, id, 'name')).toBe(true)
    expect(await state()).toBe('guarded')
    expect(await setSharing(amina.id, id, 'name')).toBe(true)
    expect(await setSharing(amina.id, id, 'page')).toBe(true)
    expect(await state()).toBe('valid')
    expect(await setSharing(amina.id, 'J58E5J8JPRY7K5S2', 'name')).toBe(false)
    expect(await context.database().prisma.auditEvent.count()).toBe(2)
  })
})
