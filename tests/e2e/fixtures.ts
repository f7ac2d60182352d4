import { test as base } from '@playwright/test'
import type { Translate } from '#app/i18n/translator.ts'
import type { Language } from '#app/platform/language.ts'
import { wordsOf } from './words.ts'

type Fixtures = {
  /** Patterns of the console messages that a test brings about on purpose. */
  expectedErrors: RegExp[]
  noErrors: undefined
  /** On a wide screen Bulgarian, on a phone English: for tests that need each page once. */
  language: Language
  t: Translate
}

/** Every test fails when a page throws or writes an error to the console, a refused policy included. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
  expectedErrors: async ({}, use) => use([]),
  noErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = []
      context.on('console', message => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', error => errors.push(String(error.error())))
      await use(undefined)
      const unexpected = errors.filter(error => !expectedErrors.some(pattern => pattern.test(error)))
      expect(unexpected, 'errors on the pages').toEqual([])
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  language: async ({}, use, { project }) => use(project.name === 'phone' ? 'en' : 'bg'),
  t: async ({ language }, use) => use(wordsOf(language)),
})

export const expect = test.expect

/** What Chromium writes when a document comes with this status. */
export function statusError(status: number): RegExp {
  return new RegExp(`the server responded with a status of ${status}`)
}
