import { foldLetters, hasCyrillic } from './fold-letters.ts'
import { stemBulgarian } from './stem-bulgarian.ts'
import { stemEnglish } from './stem-english.ts'

/** Enough for everything that the texts of a hub hold; what a stranger types must not grow it without end. */
const MOST_KNOWN = 200_000

const known = new Map<string, string>()

/**
 * The form under which all forms of a word are found: „Паролите“, „пароли“ and „парола“ are one. '' for a text
 * without a letter or digit. Its alphabet says whether a word is Bulgarian or English.
 */
export function foldWord(word: string): string {
  const held = known.get(word)
  if (held !== undefined) return held
  const letters = foldLetters(word.replace(/['’ʼ]s$/i, ''))
  const stem = hasCyrillic(letters) ? stemBulgarian(letters) : stemEnglish(letters)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, stem)
  return stem
}
