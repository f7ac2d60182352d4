import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '#app/platform/language.ts'
import { inLanguage, paths } from './paths.ts'

const course = 'cybersecurity-essentials'
const id = 'J58E5J8JPRY7K5S2'

describe.each(languages)('in %s', language => {
  const all = [
    paths.home(language),
    paths.courses(language),
    paths.course(language, course),
    paths.courseCertificate(language, course),
    paths.exam(language, course),
    paths.examAttempt(language, course, 1),
    paths.examAttempt(language, course, 1, 2),
    paths.examAttempt(language, course, 1, 'hand-in'),
    paths.examAnswers(language, course, 1),
    paths.lesson(language, course, 'passwords'),
    paths.learning(language),
    paths.certificates(language),
    paths.certificatePdf(language, id),
    paths.verify(language),
    paths.verifyCertificate(language, id),
    paths.login(language),
    paths.login(language, '/'),
    paths.signup(language),
    paths.signup(language, '/bg'),
    paths.logout(language),
    paths.settings(language),
  ]

  test('every path begins with the language, has no double slash and none at its end', () => {
    for (const path of all) {
      expect(path).toMatch(new RegExp(`^/${language}(?=[/?]|$)`))
      expect(path).not.toMatch(/\/\/|\/$|\/\?/)
    }
  })

  test('every path is its own', () => {
    expect(new Set(all).size).toBe(all.length)
  })
})

test('paths without a language have no double slash either', () => {
  expect(paths.shortVerify(id)).toBe(`/v/${id}`)
  expect(paths.contentFile(course, 'passwords', '0a1b2c3d', 'keyboard.webp')).toBe(
    `/content-files/${course}/passwords/0a1b2c3d/keyboard.webp`,
  )
})

test('where to go on after signing in comes back whole, whatever it holds', () => {
  const target = fc.string({ unit: 'grapheme' }).map(text => `/bg/${text}`)
  fc.assert(
    fc.property(target, next => {
      const url = new URL(paths.login('bg', next), 'http://localhost')
      expect(url.pathname).toBe('/bg/login')
      expect(url.searchParams.get('next')).toBe(next)
      expect(url.hash).toBe('')
    }),
  )
})

test.each([
  ['/bg/courses/passwords', '/en/courses/passwords'],
  ['/en', '/en'],
  ['/bg', '/en'],
  ['/bg/', '/en/'],
  ['/bgx/bg', '/bgx/bg'],
  ['/v/J58E', '/v/J58E'],
])('%s in English is %s', (pathname, english) => {
  expect(inLanguage(pathname, 'en')).toBe(english)
})
