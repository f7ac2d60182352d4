import { foldWord } from './fold-word.ts'
import type { QueryWord, Reading } from './read-query.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is sought for one word of the query: any of these, each being stems side by side. */
export type SoughtWord = {
  typed: string
  alternatives: readonly (readonly string[])[]
  /** `typed`: as written or completed; `variant`: in other letters; `slip`: one letter mended. */
  by: 'typed' | 'variant' | 'slip'
  /** What is sought instead, as a person would write it; null when it is what was typed, or only a stem. */
  shown: string | null
}

export type QueryPlan = {
  words: readonly SoughtWord[]
  /** Words of the query that this language has nothing for. */
  missing: readonly string[]
}

const MOST_COMPLETIONS = 12
const MOST_VARIANTS = 6
const MOST_SLIPS = 4

/** Shorter beginnings of a word would complete to anything, and in other letters all the more. */
const SHORTEST_BEGINNING = 2
const SHORTEST_VARIANT = 3

/** A word that stands in so many places is taken for a whole one, even while somebody is still typing. */
const ENOUGH_PLACES = 6

/** `typing`: the last word may be unfinished; `mending`: a slip of the finger is forgiven. */
export type Planning = { typing: boolean; mending: boolean }

/**
 * Decides by the words of an index what every word of a query stands for. For a slip of the finger there is room
 * only where nothing else fits.
 */
export function planQuery(
  query: readonly QueryWord[],
  vocabulary: Vocabulary,
  { typing, mending }: Planning,
): QueryPlan {
  const sought = query.map((word, index) => ({
    typed: word.typed,
    found: seek(word, vocabulary, { last: index === query.length - 1, typing, mending }),
  }))
  return {
    words: sought.flatMap(({ found }) => found ?? []),
    missing: sought.filter(({ found }) => found === null).map(({ typed }) => typed),
  }
}

type Place = Planning & { last: boolean }

function seek(word: QueryWord, vocabulary: Vocabulary, { last, typing, mending }: Place): SoughtWord | null {
  const { typed, readings } = word
  const present = readings.filter(({ stems }) => stems.every(stem => vocabulary.count(stem) > 0))
  const exact = present.filter(({ by }) => by === 'typed')
  if (exact.length > 0 || last) {
    const places = exact.reduce((sum, { stems }) => sum + Math.min(...stems.map(vocabulary.count)), 0)
    const unfinished = last && (places === 0 || (typing && places < ENOUGH_PLACES))
    const completions = unfinished ? complete(word.letters, vocabulary, SHORTEST_BEGINNING) : []
    const alternatives = distinct([...exact.map(({ stems }) => stems), ...completions.map(stem => [stem])])
    if (alternatives.length > 0) return { typed, alternatives, by: 'typed', shown: null }
  }
  const [likeliest] = present
  if (likeliest) {
    const alternatives = distinct(present.slice(0, MOST_VARIANTS).map(({ stems }) => stems))
    return { typed, alternatives, by: 'variant', shown: likeliest.shown }
  }
  const others = readings.filter(({ by }) => by !== 'typed').slice(0, MOST_VARIANTS)
  if (last) {
    for (const other of others) {
      const letters = other.stems.length === 1 ? other.shown : ''
      const completions = complete(letters, vocabulary, SHORTEST_VARIANT)
      if (completions.length > 0)
        return { typed, alternatives: completions.map(stem => [stem]), by: 'variant', shown: null }
    }
  }
  if (!mending) return null
  return mendSlip(typed, [...readings.filter(({ by }) => by === 'typed'), ...others], vocabulary)
}

/** Stems that a beginning may grow into. It may have grown into an article already: „паролат“. */
function complete(letters: string, vocabulary: Vocabulary, shortest: number): string[] {
  if (letters.length < shortest) return []
  const grown = ['', 'а', 'е', 'о', 'та', 'те', 'т', 's']
    .map(ending => foldWord(letters + ending))
    .filter(stem => vocabulary.count(stem) > 0)
  const longer = vocabulary.startingWith(letters, MOST_COMPLETIONS).filter(
    // „phishing“ is enough: what it is a part of is rarer, and would come first for that alone.
    (stem, index, all) =>
      !all.slice(0, index).some(other => other.length > letters.length && stem.startsWith(other)),
  )
  return [...new Set([...grown, ...longer])].slice(0, MOST_COMPLETIONS)
}

function mendSlip(typed: string, readings: readonly Reading[], vocabulary: Vocabulary): SoughtWord | null {
  for (const { stems } of readings) {
    const [stem] = stems
    if (stem === undefined || stems.length > 1) continue
    const near = vocabulary.near(stem, MOST_SLIPS)
    if (near.length > 0) return { typed, alternatives: near.map(one => [one]), by: 'slip', shown: null }
  }
  return null
}

function distinct(phrases: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(phrases.map(phrase => [phrase.join(' '), phrase])).values()]
}
