import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLanguage, languageForBrowser, languageOfPath, languages, otherLanguage } from './language.ts'

test('Bulgarian is the first language', () => {
  expect(languages[0]).toBe('bg')
})

test('only our own two are languages', () => {
  expect(languages.every(isLanguage)).toBe(true)
  expect(['BG', 'de', '', 'bg-BG', null, undefined, 0, ['bg']].some(isLanguage)).toBe(false)
})

test('the other language of the other language is the first one', () => {
  for (const language of languages) {
    expect(otherLanguage(language)).not.toBe(language)
    expect(otherLanguage(otherLanguage(language))).toBe(language)
  }
})

test.each([
  ['/bg', 'bg'],
  ['/en/', 'en'],
  ['/en/courses/bg', 'en'],
  ['/bg.data', 'bg'],
  ['/en/courses.data', 'en'],
  ['/', null],
  ['', null],
  ['/english', null],
  ['/EN', null],
  ['/v/J58E', null],
  ['//bg', null],
  ['/content-files/en', null],
] as const)('the path %j names %j', (path, language) => {
  expect(languageOfPath(path)).toBe(language)
})

test.each([
  [null, 'bg'],
  ['', 'bg'],
  ['*', 'bg'],
  ['de, fr;q=0.9', 'bg'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,bg;q=0.8', 'en'],
  ['bg-BG,bg;q=0.9,en;q=0.8', 'bg'],
  ['en;q=0.5, bg;q=0.9', 'bg'],
  ['bg;q=0.5, EN-us;q=0.9', 'en'],
  ['de, en ; q=0.3', 'en'],
  ['en;q=0, bg;q=0.1', 'bg'],
  ['en;q=0', 'bg'],
  ['en;q=nonsense, bg;q=0.1', 'bg'],
  ['bg, en', 'bg'],
  ['en, bg', 'en'],
  ['de;level=1;q=1, en;level=2;q=0.2', 'en'],
] as const)('a browser that asks for %j gets %s', (header, language) => {
  expect(languageForBrowser(header)).toBe(language)
})

test('whatever a browser asks for, it gets one of our languages', () => {
  fc.assert(fc.property(fc.string(), header => isLanguage(languageForBrowser(header))))
})
