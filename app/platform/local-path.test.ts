import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

const site = 'https://academy.example.org'

test.each([
  '/bg/courses',
  '/bg/courses/passwords?next=%2Fbg#q-strong',
  '/',
  '/a//b',
  '/bg/verify/J58E-5J8J-PRY7-K5S2',
  '/bg?url=https://other.example',
])('%s is a path of this site', path => {
  expect(localPath(path, '/fallback')).toBe(path)
})

test.each([
  null,
  undefined,
  '',
  'bg/courses',
  'https://evil.example',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/bg\\..\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nSet-Cookie: a=b',
  '/\u0000',
  '/\u007f',
  ' //evil.example',
  '\u00a0//evil.example',
  // Browsers take the dots away and keep the two slashes: another host.
  '/.//evil.example',
  '/..//evil.example',
  '/bg/..//evil.example',
  '/bg/%2e%2e//evil.example',
  '/%2E//evil.example',
])('%j is answered with the fallback', given => {
  expect(localPath(given, '/fallback')).toBe('/fallback')
})

test('the dots of a path are resolved, so that what is checked is what the browser opens', () => {
  expect(localPath('/bg/../en/courses', '/fallback')).toBe('/en/courses')
})

test('letters beyond ASCII are encoded, as a header needs them', () => {
  expect(localPath('/bg/проверка', '/fallback')).toMatch(/^\/bg\/(?:%[0-9A-F]{2})+$/)
})

test('a path of more than 2000 characters is answered with the fallback', () => {
  expect(localPath(`/${'a'.repeat(1999)}`, '/fallback')).toHaveLength(2000)
  expect(localPath(`/${'a'.repeat(2000)}`, '/fallback')).toBe('/fallback')
})

const pieces = [
  '/',
  '\\',
  '.',
  '..',
  '%2e',
  '%2f',
  '%5c',
  '\t',
  '\n',
  '@',
  ':',
  '?',
  '#',
  'evil.example',
  'http:',
  'б',
]

test('whatever is given, the result never leads to another host and changes nothing when given again', () => {
  const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(chosen => `/${chosen.join('')}`)
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), given => {
      const path = localPath(given, '/fallback')
      return (
        /^\/(?![/\\])[\x21-\x7e]*$/.test(path) &&
        new URL(path, `${site}/bg/login`).origin === site &&
        localPath(path, '/fallback') === path
      )
    }),
    { numRuns: 1000 },
  )
})
