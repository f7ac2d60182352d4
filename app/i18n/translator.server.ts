import type { Language } from '#app/platform/language.ts'
import bg from './bg.json'
import en from './en.json'
import { createTranslator, type Messages, type Translate } from './translator.ts'

const translators: Record<Language, Translate> = {
  bg: createTranslator('bg', bg),
  // The test of equal keys is what makes this cast true.
  en: createTranslator('en', en as Messages),
}

export function translatorFor(language: Language): Translate {
  return translators[language]
}
