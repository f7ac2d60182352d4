import { beforeAll, expect, test } from 'vitest'
import { cookieOf, createAmina, createOleg, openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { readSession } from './sessions.server.ts'
import { signIn } from './sign-in.server.ts'

beforeAll(() => openAcademy())

describeOnBothDatabases('signing in', context => {
  test('with the right password opens a session of this person', async () => {
    const amina = await createAmina()
    const entered = await signIn({ email: amina.email, password: amina.password }, null)
    expect(entered).toMatchObject({ ok: true, language: 'bg' })
    const { user } = await readSession(entered.ok ? cookieOf(entered.setCookie) : null)
    expect(user).toEqual({
      id: amina.id,
      email: amina.email,
      name: amina.name,
      role: 'learner',
      language: 'bg',
      theme: 'system',
    })
  })

  test('reads the address as generously as signing up did', async () => {
    const { password } = await createAmina()
    expect((await signIn({ email: ' AMINA@example.org', password }, null)).ok).toBe(true)
  })

  test('fails in the same way whether the address, the password or both are wrong', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    const before = await context.database().prisma.session.count()
    const attempts = [
      { email: amina.email, password: `${amina.password}.` },
      { email: amina.email, password: oleg.password },
      { email: amina.email, password: '' },
      { email: 'nobody@example.org', password: amina.password },
      { email: 'no address', password: amina.password },
      { email: '', password: '' },
    ]
    const results = await Promise.all(attempts.map(attempt => signIn(attempt, null)))
    expect(results).toEqual(attempts.map(() => ({ ok: false })))
    expect(await context.database().prisma.session.count()).toBe(before)
  })

  test('that fails leaves the session that the browser holds', async () => {
    const amina = await createAmina()
    await signIn({ email: amina.email, password: 'не е тази парола' }, amina.cookie)
    expect((await readSession(amina.cookie)).user?.id).toBe(amina.id)
  })

  test('in a browser where somebody else was signed in ends that session', async () => {
    const oleg = await createOleg()
    const amina = await createAmina()
    const entered = await signIn(amina, oleg.cookie)
    expect((await readSession(oleg.cookie)).user).toBeNull()
    expect((await readSession(entered.ok ? cookieOf(entered.setCookie) : null)).user?.id).toBe(amina.id)
  })
})
