import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { initKeys } from '#app/domain/certificates/keys/make-keys.server.ts'

/** Keys that are worth nothing. Making them takes a second, so that one folder serves every test of every run. */
export const testKeysDir = path.join(tmpdir(), `academy-test-keys-2-${userInfo().uid}`)

/** Makes the keys of the tests, when this machine has none yet. Valid whatever the clock of a test says. */
export default async function setup(): Promise<void> {
  const both = (text: string) => ({ bg: text, en: text })
  await initKeys(testKeysDir, {
    passphrase: null,
    hub: { legalName: both('Примерен хъб (измислен)'), place: both('Стара Загора') },
    demo: true,
    at: new Date('2020-01-01T00:00:00.000Z'),
    sealYears: 20,
  })
}
