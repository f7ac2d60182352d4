import { beforeAll, expect, test } from 'vitest'
import { createAmina, createOleg, createTomas, openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { hasAccount } from './has-account.server.ts'
import { saveProfile, saveTheme } from './profile.server.ts'
import { readSession } from './sessions.server.ts'
import { setRole } from './set-role.server.ts'

beforeAll(() => openAcademy())

describeOnBothDatabases('an account', () => {
  test('keeps a changed profile, and nobody else’s changes with it', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await saveProfile(amina.id, { name: 'Амина Нова', language: 'en', theme: 'dark' })
    expect((await readSession(amina.cookie)).user).toMatchObject({
      name: 'Амина Нова',
      language: 'en',
      theme: 'dark',
    })
    expect((await readSession(oleg.cookie)).user).toMatchObject({
      name: oleg.name,
      language: 'bg',
      theme: 'system',
    })
  })

  test('keeps a changed look without touching the rest', async () => {
    const amina = await createAmina()
    await saveTheme(amina.id, 'light')
    expect((await readSession(amina.cookie)).user).toMatchObject({
      name: amina.name,
      language: 'bg',
      theme: 'light',
    })
  })

  test('gets a role by its address, however that is written', async () => {
    const tomas = await createTomas()
    const oleg = await createOleg()
    expect(await setRole(' TOMAS@example.org', 'trainer')).toBe(true)
    expect((await readSession(tomas.cookie)).user?.role).toBe('trainer')
    expect((await readSession(oleg.cookie)).user?.role).toBe('learner')
  })

  test('that nobody has gets no role', async () => {
    expect(await setRole('nobody@example.org', 'admin')).toBe(false)
    expect(await setRole('nonsense', 'admin')).toBe(false)
  })

  test('is found by its address', async () => {
    const amina = await createAmina()
    expect(await hasAccount(amina.email.toUpperCase())).toBe(true)
    expect(await hasAccount('nobody@example.org')).toBe(false)
    expect(await hasAccount('nonsense')).toBe(false)
  })
})
