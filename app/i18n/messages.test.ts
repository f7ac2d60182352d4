import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { type Language, languages } from '#app/platform/language.ts'
import bg from './bg.json'
import en from './en.json'
import { translatorFor } from './translator.server.ts'
import type { MessageKey } from './translator.ts'

type Tree = { [key: string]: string | Tree }

const messages: Record<Language, Map<string, string>> = { bg: leavesOf(bg), en: leavesOf(en) }

function leavesOf(tree: Tree, prefix = ''): Map<string, string> {
  const leaves = Object.entries(tree).flatMap(([key, node]): [string, string][] =>
    typeof node === 'string' ? [[prefix + key, node]] : [...leavesOf(node, `${prefix}${key}.`)],
  )
  return new Map(leaves)
}

function placesIn(message: string): string[] {
  return [...message.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '').sort()
}

test('both languages have the same keys', () => {
  expect([...messages.bg.keys()].sort()).toEqual([...messages.en.keys()].sort())
})

test('both languages name the same values in every message', () => {
  for (const [key, message] of messages.bg) {
    expect(placesIn(messages.en.get(key) ?? ''), key).toEqual(placesIn(message))
  }
})

test.each(languages)(
  'no message in %s is empty, has loose spaces or a broken place for a value',
  language => {
    for (const [key, message] of messages[language]) {
      expect(message, key).toMatch(/^\S(?:[\s\S]*\S)?$/)
      expect(message.replace(/\{\{\w+\}\}/g, 'X'), key).not.toMatch(/[{}]|\s{2}/)
    }
  },
)

test.each(languages)('every plural message in %s has every form that the language needs', language => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const bases = [...messages[language].keys()].filter(key => /_(?:one|other)$/.test(key)).map(withoutPlural)
  expect(bases.length).toBeGreaterThan(0)
  for (const base of bases) {
    for (const category of pluralCategories)
      expect([...messages[language].keys()]).toContain(`${base}_${category}`)
  }
})

test('English quotation marks and apostrophes are typographic, Bulgarian ones are „such“', () => {
  for (const [key, message] of messages.en) expect(message, key).not.toMatch(/["']/)
  for (const [key, message] of messages.bg) expect(message, key).not.toMatch(/["'”’]/)
})

/**
 * Values of every sort for every place: whole, broken, none, and text that a template could trip over. Not "{{id}}",
 * which i18next fills in once more when a visitor's name says so; ours leaves it alone, see translator.test.ts.
 */
const samples: (string | number)[] = [
  0,
  1,
  2,
  3,
  5,
  10,
  11,
  21,
  22,
  100,
  1.5,
  1_000_000,
  -1,
  '',
  'a $& {id} <b>',
]

test.each(languages)('every message in %s reads as i18next itself would read it', async language => {
  const original = createInstance()
  await original.init({
    lng: language,
    resources: { [language]: { translation: language === 'bg' ? bg : en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  })
  const translate = translatorFor(language)
  const keys = [...new Set([...messages[language].keys()].flatMap(key => [key, withoutPlural(key)]))]
  let compared = 0
  for (const key of keys) {
    const places = new Set(
      placesIn(messages[language].get(key) ?? messages[language].get(`${key}_other`) ?? ''),
    )
    for (const sample of samples) {
      const values = Object.fromEntries([...places].map(name => [name, sample]))
      if (!messages[language].has(key) && typeof values.count !== 'number') continue
      // Also the plural forms themselves, which the type of a key leaves out.
      expect(translate(key as MessageKey, values), key).toBe(original.t(key, values))
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(keys.length)
})

function withoutPlural(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, '')
}
