import { expect, test } from 'vitest'
import { decoyHash, hashPassword, isPassword } from './password.server.ts'

const password = 'жълта лодка пее тихо'

test('a hash is opened by its password and by no other', async () => {
  const hash = await hashPassword(password)
  expect(await isPassword(hash, password)).toBe(true)
  expect(await isPassword(hash, `${password} `)).toBe(false)
  expect(await isPassword(hash, password.toUpperCase())).toBe(false)
  expect(await isPassword(hash, '')).toBe(false)
})

test('the same password is hashed differently every time, with Argon2id and the parameters of OWASP', async () => {
  const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(other).not.toBe(one)
})

test('a password typed on another system, with letters composed differently, opens the same hash', async () => {
  const hash = await hashPassword('кафене „Йод“ до ъгъла'.normalize('NFD'))
  expect(await isPassword(hash, 'кафене „Йод“ до ъгъла'.normalize('NFC'))).toBe(true)
})

test('every character of a long password counts', async () => {
  const hash = await hashPassword(`${'ж'.repeat(127)}а`)
  expect(await isPassword(hash, `${'ж'.repeat(127)}б`)).toBe(false)
})

test('the decoy is as costly as a real hash and the same for the whole process', async () => {
  expect(await decoyHash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await decoyHash()).toBe(await decoyHash())
  expect(await isPassword(await decoyHash(), password)).toBe(false)
})
