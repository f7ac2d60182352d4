import { foldLetters } from './fold-letters.ts'
import { foldWord } from './fold-word.ts'
import { readOnOtherLayout } from './keyboard-layout.ts'
import { readAsBulgarian } from './latin-to-cyrillic.ts'
import { splitWords } from './split-words.ts'

/** How long a query may be, in characters; the rest is passed over. */
export const LONGEST_QUERY = 100

const MOST_WORDS = 12

/** Words that hold questions together: sought only when there is nothing else. */
const small = new Set(
  `и на за от да се не с със в във са си е по при до как какво кой коя кое кои кога къде защо или а но че ли
  the a an of to in on is are and or for with by from how what which who when where why do does i
  na za ot da se ne kak kakvo kade`
    .split(/\s+/)
    .map(foldWord),
)

/** One way to understand a word: stems that must stand side by side, mostly a single one. */
export type Reading = {
  stems: readonly string[]
  /** The word as a person would write it. */
  shown: string
  /** `typed`: as it stands; `alphabet`: Latin letters for a Bulgarian word; `keyboard`: the other layout was on. */
  by: 'typed' | 'alphabet' | 'keyboard'
}

export type QueryWord = {
  typed: string
  /** Its letters, folded, for completing it; '' when it falls into several words. */
  letters: string
  /** The likeliest first, at least one, at most MOST_READINGS + 8. */
  readings: readonly Reading[]
}

/** A query as it is shown again: without control characters, tidy, of bounded length. */
export function tidyQuery(query: string): string {
  const tidy = query
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return [...tidy].slice(0, LONGEST_QUERY).join('').trim()
}

/** Reads what somebody typed into words, each with everything that it may stand for. Never throws. */
export function readQuery(query: string): QueryWord[] {
  const words = tidyQuery(query)
    .split(' ')
    .slice(0, MOST_WORDS)
    .map(readWord)
    .filter(word => word.readings.length > 0)
  const telling = words.filter(word => !isSmall(word))
  return telling.length > 0 ? telling : words
}

function readWord(typed: string): QueryWord {
  const parts = splitWords(typed)
  const whole = foldLetters(parts.map(({ text }) => text).join(''))
  const readings = [
    reading(typed, 'typed'),
    // „е-поща“ and „епоща“ are one word in two spellings.
    ...(parts.length > 1 ? [reading(whole, 'typed')] : []),
    // A single letter would stand for too much.
    ...(typed.length < 2
      ? []
      : [
          ...readAsBulgarian(whole).map(word => reading(word, 'alphabet')),
          ...readOnOtherLayout(withoutQuotes(typed)).map(word => reading(word, 'keyboard')),
        ]),
  ]
  const distinct = new Map<string, Reading>()
  for (const one of readings) {
    const key = one.stems.join(' ')
    if (key !== '' && !distinct.has(key)) distinct.set(key, one)
  }
  return { typed, letters: parts.length === 1 ? whole : '', readings: [...distinct.values()] }
}

function reading(shown: string, by: Reading['by']): Reading {
  const stems = splitWords(shown)
    .map(({ text }) => foldWord(text))
    .filter(stem => stem !== '')
  return { stems, shown, by }
}

function isSmall({ readings: [first] }: QueryWord): boolean {
  return first?.by === 'typed' && first.stems.every(stem => small.has(stem))
}

/** Quotation marks and brackets around a word are no keys that were meant as letters. */
function withoutQuotes(typed: string): string {
  return typed.replace(/^[„“”"«»(]+|[„“”"«»)?!]+$/g, '')
}
