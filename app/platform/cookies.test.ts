import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCookie, writeCookie } from './cookies.ts'

test.each([
  [null, null],
  ['', null],
  ['theme=dark', 'dark'],
  ['a=1; theme=dark; b=2', 'dark'],
  ['a=1;theme=dark', 'dark'],
  ['theme=', ''],
  ['theme', ''],
  ['theme=a=b=c', 'a=b=c'],
  ['mytheme=dark', null],
  ['Theme=dark', null],
  ['theme=light; theme=dark', 'light'],
  ['; ;=;theme=dark', 'dark'],
])('in the header %j the theme is %j', (header, value) => {
  expect(readCookie(header, 'theme')).toBe(value)
})

test('a cookie is for the whole site, not for scripts, and not for posts from other sites', () => {
  expect(writeCookie('theme', 'dark', 60)).toBe('theme=dark; Path=/; Max-Age=60; SameSite=Lax; HttpOnly')
})

test('a cookie that was written can be read among others', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_.-]{1,20}$/)
  fc.assert(
    fc.property(word, word, word, (name, value, other) => {
      const sent = writeCookie(name, value, 60).split(';')[0]
      expect(readCookie(`x${other}=${other}; ${sent}`, name)).toBe(name === `x${other}` ? other : value)
    }),
  )
})
