import { randomInt } from 'node:crypto'
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

/**
 * The server of these tests trusts a proxy on its own machine, which is what every test pretends to be: each comes from
 * an address of its own, so that limits per address hold and no test uses up another one's.
 */
export function ownAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
}

/** Every test fails when a page throws or writes an error to the console, a refused policy included. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': ownAddress() }),
  // biome-ignore lint/correctness/noEmptyPattern: as above
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
