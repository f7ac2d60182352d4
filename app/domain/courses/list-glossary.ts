import { type Language, otherLanguage } from '#app/platform/language.ts'
import type { GlossaryTerm } from './glossary.ts'

export type GlossaryEntry = { id: string; term: string; other: string; definition: string; also: string[] }

export type GlossaryLetter = { letter: string; entries: GlossaryEntry[] }

/** The terms as one language reads them, in its alphabetical order, under their first letters. */
export function listGlossary(terms: readonly GlossaryTerm[], language: Language): GlossaryLetter[] {
  const { compare } = new Intl.Collator(language)
  const entries = terms
    .map(({ id, term, definition, also }) => ({
      id,
      term: term[language],
      other: term[otherLanguage(language)],
      definition: definition[language],
      also: [...also[language]],
    }))
    .sort((a, b) => compare(a.term, b.term) || compare(a.id, b.id))
  const letters: GlossaryLetter[] = []
  for (const entry of entries) {
    const letter = firstLetter(entry.term, language)
    const last = letters.at(-1)
    if (last?.letter === letter) last.entries.push(entry)
    else letters.push({ letter, entries: [entry] })
  }
  return letters
}

/** Terms that begin with a digit or a sign stand together under #. */
function firstLetter(term: string, language: Language): string {
  const letter = /\p{L}/u.exec([...term.normalize()][0] ?? '')?.[0]
  return letter?.toLocaleUpperCase(language) ?? '#'
}
