import { createHash } from 'node:crypto'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { cookieOf, createAmina, createOleg, openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { beginSession, endSession, readSession } from './sessions.server.ts'
import { setRole } from './set-role.server.ts'

const DAY_MS = 86_400_000
const start = new Date('2026-11-22T09:30:00.000Z')

beforeAll(() => openAcademy({ SESSION_DAYS: '30' }))
afterEach(() => void vi.useRealTimers())

/** Lucia asks the system for the time, so that the system's clock is what stands still here. */
function setDay(day: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: start.getTime() + day * DAY_MS })
}

function identifierIn(cookie: string): string {
  return cookie.slice(cookie.indexOf('=') + 1)
}

describeOnBothDatabases('a session', context => {
  const stored = () => context.database().prisma.session.findMany({ orderBy: { id: 'asc' } })

  test('is stored as a hash, which signs nobody in', async () => {
    const amina = await createAmina()
    const identifier = identifierIn(amina.cookie)
    const [row] = await stored()
    expect(row?.id).toBe(createHash('sha256').update(identifier).digest('hex'))
    expect(JSON.stringify(row)).not.toContain(identifier)
    expect((await readSession(`session=${row?.id}`)).user).toBeNull()
  })

  test('has an identifier of at least 128 random bits', async () => {
    const amina = await createAmina()
    const more = await Promise.all(Array.from({ length: 20 }, () => beginSession(amina.id, null)))
    const identifiers = more.map(cookieOf).map(identifierIn)
    // Five bits a letter.
    for (const identifier of identifiers) expect(identifier).toMatch(/^[a-z2-7]{26,}$/)
    expect(new Set(identifiers).size).toBe(20)
  })

  test('travels in a cookie that scripts cannot read and other sites cannot send with a form', async () => {
    const { id } = await createAmina()
    const setCookie = await beginSession(id, null)
    expect(setCookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Lax',
    ])
  })

  test('takes the place of the one that the browser held, and leaves those of other devices', async () => {
    const amina = await createAmina()
    const phone = cookieOf(await beginSession(amina.id, null))
    const renewed = cookieOf(await beginSession(amina.id, amina.cookie))
    expect(renewed).not.toBe(amina.cookie)
    expect((await readSession(amina.cookie)).user).toBeNull()
    expect((await readSession(renewed)).user?.id).toBe(amina.id)
    expect((await readSession(phone)).user?.id).toBe(amina.id)
  })

  test('never takes over an identifier that was planted before signing in', async () => {
    const { id } = await createAmina()
    const planted = 'a'.repeat(40)
    const setCookie = await beginSession(id, `session=${planted}`)
    expect(setCookie).not.toContain(planted)
    expect((await readSession(`session=${planted}`)).user).toBeNull()
  })

  test('is over after signing out, for everyone who kept the cookie, and only that one', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    const phone = cookieOf(await beginSession(amina.id, null))
    expect(await endSession(amina.cookie)).toMatch(/^session=; .*Max-Age=0/)
    expect((await readSession(amina.cookie)).user).toBeNull()
    expect((await readSession(phone)).user?.id).toBe(amina.id)
    expect((await readSession(oleg.cookie)).user?.id).toBe(oleg.id)
  })

  test('that does not exist is answered with a cookie that forgets it', async () => {
    for (const cookie of ['session=nonsense', `session=${'a'.repeat(5000)}`, "session=' OR 1=1 --"]) {
      const { user, setCookie } = await readSession(cookie)
      expect(user).toBeNull()
      expect(setCookie).toMatch(/^session=; .*Max-Age=0/)
    }
  })

  test('is not looked for without its cookie, and nothing is set', async () => {
    expect(await readSession(null)).toEqual({ user: null, setCookie: null })
    expect(await readSession('theme=dark')).toEqual({ user: null, setCookie: null })
  })

  test('lasts thirty days without a visit, and not a moment longer', async () => {
    setDay(0)
    const amina = await createAmina()
    setDay(30 - 1 / DAY_MS)
    const phone = cookieOf(await beginSession(amina.id, null))
    setDay(30)
    expect((await readSession(amina.cookie)).user).toBeNull()
    expect((await readSession(phone)).user?.id).toBe(amina.id)
    expect(await stored()).toHaveLength(1)
  })

  test('is prolonged by a visit in its second half, and the browser is told', async () => {
    setDay(0)
    const amina = await createAmina()
    setDay(14)
    expect((await readSession(amina.cookie)).setCookie).toBeNull()
    setDay(16)
    expect((await readSession(amina.cookie)).setCookie).toContain(amina.cookie)
    setDay(45)
    expect((await readSession(amina.cookie)).user?.id).toBe(amina.id)
    setDay(76)
    expect((await readSession(amina.cookie)).user).toBeNull()
  })

  test('carries the role of this moment, and not the one of signing in', async () => {
    const amina = await createAmina()
    await setRole(amina.email, 'trainer')
    expect((await readSession(amina.cookie)).user?.role).toBe('trainer')
  })

  test('ends with the account', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await context.database().prisma.user.delete({ where: { id: amina.id } })
    expect((await readSession(amina.cookie)).user).toBeNull()
    expect((await stored()).map(({ userId }) => userId)).toEqual([oleg.id])
  })
})
