import { afterEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { isPassword } from './password.server.ts'
import { type SignUp, signUp } from './sign-up.server.ts'

const amina: SignUp = {
  email: 'Amina@Example.org ',
  password: 'жълта лодка пее тихо',
  name: 'Амина Примерова',
  language: 'bg',
}

afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('signing up', context => {
  const people = () => context.database().prisma.user.findMany({ orderBy: { id: 'asc' } })

  test('makes a learner with a normalised address', async () => {
    setClock(() => new Date('2026-11-22T09:30:00.123Z'))
    expect(await signUp(amina)).toEqual({ ok: true })
    expect(await people()).toEqual([
      expect.objectContaining({
        email: 'amina@example.org',
        name: 'Амина Примерова',
        role: 'learner',
        language: 'bg',
        theme: 'system',
        createdAt: new Date('2026-11-22T09:30:00.123Z'),
      }),
    ])
  })

  test('keeps a hash and never the password', async () => {
    await signUp(amina)
    const [person] = await people()
    expect(JSON.stringify(person)).not.toContain(amina.password)
    expect(await isPassword(person?.passwordHash ?? '', amina.password)).toBe(true)
  })

  test.each(['amina@example.org', 'AMINA@EXAMPLE.ORG', ' amina@example.org\t'])(
    'with the taken address %j gives the same result and changes nothing',
    async email => {
      const first = await signUp(amina)
      const before = await people()
      const again = await signUp({ email, password: 'друга дълга парола тук', name: 'Олег', language: 'en' })
      expect(again).toEqual(first)
      expect(await people()).toEqual(before)
    },
  )

  test('twenty times at once makes one account, and nobody is told', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => signUp(amina)))
    expect(results).toEqual(Array.from({ length: 20 }, () => ({ ok: true })))
    expect(await people()).toHaveLength(1)
  })

  test.each<[Partial<SignUp>, string]>([
    [{ email: 'amina' }, 'email'],
    [{ password: 'кратка' }, 'too-short'],
    [{ password: 'ж'.repeat(129) }, 'too-long'],
    [{ password: 'паролапарола2026' }, 'too-common'],
    [{ password: 'Амина Примерова' }, 'like-account'],
    [{ password: 'AMINA@example.org' }, 'like-account'],
  ])('with %j makes no account: %s', async (change, reason) => {
    expect(await signUp({ ...amina, ...change })).toEqual({ ok: false, reason })
    expect(await people()).toEqual([])
  })

  test('with a weak password is refused whether the address is taken or not', async () => {
    const free = await signUp({ ...amina, password: 'кратка' })
    await signUp(amina)
    expect(await signUp({ ...amina, password: 'кратка' })).toEqual(free)
  })
})
