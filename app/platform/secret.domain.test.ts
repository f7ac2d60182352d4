import { expect, test } from 'vitest'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { loadSecret, secret, setSecret } from './secret.server.ts'

describeOnBothDatabases('a secret of the server', context => {
  test('is made once, and is the same for every process and after a restart', async () => {
    await Promise.all([loadSecret('options'), loadSecret('options'), loadSecret('options')])
    const first = secret('options')
    setSecret('options', 'what another process held in memory')
    await loadSecret('options')
    expect(secret('options')).toBe(first)
    expect(await context.database().prisma.secret.count()).toBe(1)
  })

  test('has 256 bits and is no other academy’s', async () => {
    await loadSecret('options')
    expect(Buffer.from(secret('options'), 'base64url')).toHaveLength(32)
  })
})
