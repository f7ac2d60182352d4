import type { Language } from '#app/platform/language.ts'
import { MOST_PLACES, matchOf } from './index-tables.server.ts'
import type { SoughtWord } from './plan-query.ts'
import type { SearchDocument } from './search-documents.ts'
import type { SearchIndex } from './search-index.server.ts'

/** A page with the numbers of its places that were found, the best first. */
export type Found = { document: SearchDocument; places: readonly number[] }

type Sought = {
  language: Language
  words: readonly SoughtWord[]
  joinedBy: 'AND' | 'OR'
  seesDemos: boolean
  /** Pages, not places. */
  limit: number
}

/** Of a page so many places are looked at, on average; a page of more takes room from others. */
const PLACES_PER_PAGE = 6

/** Ranking more places than this takes longer than a search may. */
const MOST_RANKED = 600

/** The pages of one language that hold the words, the best first. */
export function findPlaces(index: SearchIndex, sought: Sought): Found[] {
  const words = expressionOf(sought)
  if (words === null) return []
  const { language, seesDemos, limit } = sought
  const lookup = index.lookups[language]
  const rows = limit * PLACES_PER_PAGE
  const match = matchOf(words, sought.words.length > 1 ? 'all' : 'own', seesDemos)
  if (expectedPlaces(index, sought) <= MOST_RANKED) return pagesOf(index, lookup.ranked(match, rows), limit)
  return frequentPages(index, sought, words, rows)
}

/**
 * Of a word that stands everywhere: pages that have it in their titles, the shortest title first, then those that
 * have it in a heading, then any. It says little of a text that merely holds it.
 */
function frequentPages(index: SearchIndex, sought: Sought, words: string, rows: number): Found[] {
  const { language, seesDemos, limit } = sought
  const found: number[] = []
  for (const columns of ['title', 'heading', sought.words.length > 1 ? 'all' : 'own'] as const) {
    found.push(...index.lookups[language].any(matchOf(words, columns, seesDemos), rows))
    const pages = pagesOf(index, found, rows)
    if (columns === 'title') pages.sort((a, b) => a.document.title.length - b.document.title.length)
    if (pages.length >= limit) return pages.slice(0, limit)
  }
  return pagesOf(index, found, limit)
}

/** The query in the language of FTS5; null when nothing is sought. Stems hold letters and digits alone. */
function expressionOf({ words, joinedBy }: Sought): string | null {
  const groups = words.map(({ alternatives }) => {
    const phrases = alternatives.map(stems => `"${stems.join(' ')}"`)
    return `(${phrases.join(' OR ')})`
  })
  return groups.length === 0 ? null : groups.join(` ${joinedBy} `)
}

function expectedPlaces({ vocabularies }: SearchIndex, { language, words, joinedBy }: Sought): number {
  const { count } = vocabularies[language]
  const counts = words.map(({ alternatives }) =>
    alternatives.reduce((sum, stems) => sum + Math.min(...stems.map(count)), 0),
  )
  return joinedBy === 'AND' ? Math.min(...counts) : counts.reduce((sum, one) => sum + one, 0)
}

/** Puts places together by page; the first place of a page is its best. */
function pagesOf({ documents }: SearchIndex, rows: readonly number[], limit: number): Found[] {
  const pages = new Map<SearchDocument, Set<number>>()
  for (const row of rows) {
    const document = documents.get(Math.floor(row / MOST_PLACES))
    if (document === undefined) continue
    const place = row % MOST_PLACES
    const page = pages.get(document)
    if (page !== undefined) page.add(place)
    else if (pages.size < limit) pages.set(document, new Set([place]))
  }
  return [...pages].map(([document, places]) => ({ document, places: [...places] }))
}
