import { beforeAll, expect, test } from 'vitest'
import { freeStatusEntry } from '#app/domain/certificates/status/status-list.server.ts'
import { openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { loader } from './status-list.ts'

beforeAll(() => openAcademy())

const get = (list: string) => loader({ params: { list } })

describeOnBothDatabases('the address of a status list', () => {
  test('answers with a credential that may be kept for five minutes', async () => {
    await freeStatusEntry()
    const response = await get('1')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/vc')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300')
    expect(await response.json()).toMatchObject({ type: expect.arrayContaining(['VerifiableCredential']) })
  })

  test('knows no other list, however it is asked for', async () => {
    await freeStatusEntry()
    for (const list of ['2', '0', '01', '-1', '1.0', '1e0', ' 1', 'x', '', '9'.repeat(30), '__proto__'])
      expect((await get(list)).status).toBe(404)
  })
})
