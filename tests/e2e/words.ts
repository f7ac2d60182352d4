import { readFileSync } from 'node:fs'
import { createTranslator, type Messages, type Translate } from '#app/i18n/translator.ts'
import { type Language, languages } from '#app/platform/language.ts'

/** The words of the pages, from the same files that the pages take them from. */
const translators = new Map<Language, Translate>(
  languages.map(language => {
    const file = new URL(`../../app/i18n/${language}.json`, import.meta.url)
    return [language, createTranslator(language, JSON.parse(readFileSync(file, 'utf8')) as Messages)]
  }),
)

export function wordsOf(language: Language): Translate {
  const t = translators.get(language)
  if (t === undefined) throw new Error(`There are no words in ${language}.`)
  return t
}
