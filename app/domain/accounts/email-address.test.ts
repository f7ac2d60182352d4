import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEmail } from './email-address.ts'

test.each([
  ['amina@example.org', 'amina@example.org'],
  [' Amina@Example.ORG\n', 'amina@example.org'],
  ['amina+kurs@mail.example.org', 'amina+kurs@mail.example.org'],
  ["o'brien@example.org", "o'brien@example.org"],
])('%j is stored as %j', (raw, email) => {
  expect(readEmail(raw)).toBe(email)
})

test.each([
  '',
  'amina',
  'amina@',
  '@example.org',
  'amina@localhost',
  'a b@example.org',
  'amina@example.org, oleg@example.org',
  'amina@example.org\r\nBcc: oleg@example.org',
  'amina@@example.org',
  '<amina@example.org>',
  `${'a'.repeat(250)}@example.org`,
])('%j is no address', raw => {
  expect(readEmail(raw)).toBeNull()
})

test('an address that was read is read as itself', () => {
  fc.assert(
    fc.property(fc.emailAddress(), raw => {
      const email = readEmail(raw)
      return email === null || readEmail(email) === email
    }),
  )
})
