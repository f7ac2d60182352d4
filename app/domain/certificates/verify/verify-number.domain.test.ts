import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { startLog } from '#app/platform/log.server.ts'
import { completeCourse, createAmina, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { formatIdentifier } from '../identifier.ts'
import { issueCertificate } from '../issue-certificate.server.ts'
import { revokeCertificate } from '../revoke-certificate.server.ts'
import { verifyNumber } from './verify-number.server.ts'

const issuedAt = new Date('2026-11-22T12:00:00.000Z')
const end = new Date('2027-11-22T12:00:00.000Z')
const checkedAt = issuedAt.toISOString()

/** Well formed, and issued by nobody. */
const unknown = 'J58E5J8JPRY7K5S2'

beforeAll(() => {
  openAcademy()
  startLog('silent')
})
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

const stateOf = async (input: string, name?: string) => (await verifyNumber(input, name)).state

describeOnBothDatabases('verifying a certificate’s number', () => {
  test('finds it valid from the moment of issue, with the time of the check', async () => {
    const { id } = await certificate()
    const verdict = await verifyNumber(id)
    expect(verdict).toMatchObject({ state: 'valid', checkedAt: issuedAt.toISOString(), snapshot: { id } })
  })

  test('finds it as it is printed, in small letters, with spaces, from the address and with a Cyrillic keyboard', async () => {
    const { id } = await certificate()
    const cyrillic: Record<string, string> = {
      A: 'А',
      B: 'В',
      C: 'С',
      E: 'Е',
      H: 'Н',
      K: 'К',
      M: 'М',
      P: 'Р',
      T: 'Т',
      X: 'Х',
      Y: 'У',
    }
    const inputs = [
      formatIdentifier(id),
      id.toLowerCase(),
      ` ${id.slice(0, 8)} ${id.slice(8)}\n`,
      `HTTPS://ACADEMY.EXAMPLE.ORG/V/${id}`,
      `http://localhost:3000/bg/verify/${formatIdentifier(id)}?from=mail`,
      [...id].map(symbol => cyrillic[symbol] ?? symbol).join(''),
    ]
    expect(await Promise.all(inputs.map(input => stateOf(input)))).toEqual(inputs.map(() => 'valid'))
  })

  test('finds it valid to the last moment and expired from the end on', async () => {
    const { id } = await certificate()
    setClock(() => new Date(end.getTime() - 1))
    expect(await stateOf(id)).toBe('valid')
    setClock(() => end)
    expect(await verifyNumber(id)).toMatchObject({
      state: 'expired',
      snapshot: { id },
      checkedAt: end.toISOString(),
    })
  })

  test('never finds one without an end expired', async () => {
    const { id } = await certificate(null)
    setClock(() => new Date('2999-01-01T00:00:00.000Z'))
    expect(await stateOf(id)).toBe('valid')
  })

  test('finds a revoked one revoked, also after its end', async () => {
    const { id } = await certificate()
    await revokeCertificate(id, 'misconduct')
    const revoked = {
      state: 'revoked',
      revokedAt: issuedAt.toISOString(),
      reason: 'misconduct',
      snapshot: { id },
    }
    expect(await verifyNumber(id)).toMatchObject(revoked)
    setClock(() => new Date('2030-01-01T00:00:00.000Z'))
    expect(await verifyNumber(id)).toMatchObject({ ...revoked, checkedAt: '2030-01-01T00:00:00.000Z' })
  })

  test('tells an unknown number from a mistyped one', async () => {
    const { id } = await certificate()
    expect(await verifyNumber(unknown)).toEqual({
      state: 'unknown',
      id: unknown,
      checkedAt: issuedAt.toISOString(),
    })
    expect(await stateOf(`${id.slice(0, 15)}${id.endsWith('2') ? '3' : '2'}`)).toBe('mistyped')
  })

  test('tells nothing of the account', async () => {
    const { id, userId, email } = await certificate()
    const told = JSON.stringify([await verifyNumber(id), await verifyNumber(unknown)])
    expect(told).not.toContain(userId)
    expect(told).not.toContain(email)
  })
})

describeOnBothDatabases('a certificate that took another turn', context => {
  const change = (id: string, data: Record<string, unknown>) =>
    context.database().prisma.certificate.update({ where: { id }, data })

  test('is superseded by a corrected one: the old record stays, with the old name alone', async () => {
    const { id } = await certificate()
    await change(id, { supersededAt: end, supersededById: unknown })
    const verdict = await verifyNumber(id)
    expect(verdict).toMatchObject({
      state: 'superseded',
      supersededAt: end.toISOString(),
      snapshot: { id, learner: { name: 'Амина Примерова' } },
    })
    expect(JSON.stringify(verdict)).not.toContain(unknown)
  })

  test('is withdrawn by its holder: that it existed is all that is told, even guarded and with its name', async () => {
    const { id } = await certificate()
    const withdrawn = { state: 'withdrawn', id, withdrawnAt: checkedAt, checkedAt }
    await change(id, { withdrawnAt: issuedAt, revokedAt: issuedAt, supersededAt: issuedAt, snapshot: '{}' })
    expect(await verifyNumber(id)).toEqual(withdrawn)
    await change(id, { sharing: 'name' })
    expect(await verifyNumber(id)).toEqual(withdrawn)
    expect(await verifyNumber(id, 'Амина Примерова')).toEqual(withdrawn)
  })

  test('is guarded by its holder: it opens to the name alone, however that is written', async () => {
    const { id } = await certificate()
    await change(id, { sharing: 'name' })
    const guarded = { state: 'guarded', id, tried: false, checkedAt }
    expect(await verifyNumber(id)).toEqual(guarded)
    expect(await verifyNumber(id, '  ')).toEqual(guarded)
    for (const wrong of ['Амина', 'Олег Чуждов', 'Amina Petrova', 'Примерова Амина'])
      expect(await verifyNumber(id, wrong)).toEqual({ ...guarded, tried: true })
    for (const right of ['Амина Примерова', ' АМИНА  примерова ', 'amina primerova', 'Амина\u00a0Примерова'])
      expect(await stateOf(id, right), right).toBe('valid')
  })

  test('opens to the name in every other state too', async () => {
    const { id } = await certificate()
    await change(id, { sharing: 'name' })
    await revokeCertificate(id, 'misconduct')
    expect(await stateOf(id)).toBe('guarded')
    expect(await stateOf(id, 'Амина Примерова')).toBe('revoked')
  })

  test('needs no name when it is not guarded, and a wrong one beside its number changes nothing', async () => {
    const { id } = await certificate()
    expect(await stateOf(id, 'Олег Чуждов')).toBe('valid')
  })
})

describeOnBothDatabases('a register that cannot be read', context => {
  test('leaves every number unchecked, which is neither unknown nor valid', async () => {
    const { id } = await certificate()
    await context.database().prisma.$executeRawUnsafe('DROP TABLE "CertificateShare"')
    await context.database().prisma.$executeRawUnsafe('DROP TABLE "Certificate"')
    const unchecked = { state: 'unchecked', why: 'register-unavailable', checkedAt }
    expect(await verifyNumber(id)).toEqual(unchecked)
    expect(await verifyNumber(unknown)).toEqual(unchecked)
    expect(await stateOf(`${id.slice(0, 15)}${id.endsWith('2') ? '3' : '2'}`), 'needs no register').toBe(
      'mistyped',
    )
  })
})
