import { type Language, otherLanguage } from '#app/platform/language.ts'
import type { Catalogue } from '../catalogue.ts'
import { canSee, type Viewer } from '../visibility.ts'
import { describeHit } from './describe-hit.ts'
import { type Found, findPlaces } from './find-places.server.ts'
import { foldWord } from './fold-word.ts'
import { planQuery, type QueryPlan, type SoughtWord } from './plan-query.ts'
import { readQuery, tidyQuery } from './read-query.ts'
import { rememberAnswer } from './remember-answers.ts'
import { type SearchIndex, withSearchIndex } from './search-index.server.ts'
import type { SearchHit, SearchResults } from './search-results.ts'

export type SearchOptions = {
  query: string
  /** The reader's: what is found in it comes first. */
  language: Language
  viewer: Viewer
  /** How many pages at most. */
  limit: number
  /** The last word may be unfinished. */
  typing?: boolean
}

/** Of the other language, so many of every four pages are kept for it. */
const SHARE_OF_OTHER = 0.25

/**
 * Finds pages of a catalogue that somebody may see, in both languages at once. Every page comes once, with the best
 * of its places. Never throws on what was typed.
 */
export function searchCourses(catalogue: Catalogue, options: SearchOptions): SearchResults {
  const { query, language, viewer, limit, typing = false } = options
  const asked = { query: tidyQuery(query), language, seesDemos: canSee('demo', viewer), limit, typing }
  return withSearchIndex(catalogue, index =>
    rememberAnswer(index.answers, JSON.stringify(Object.values(asked)), () => search(index, asked)),
  )
}

type Asked = { query: string; language: Language; seesDemos: boolean; limit: number; typing: boolean }

type Side = { language: Language; plan: QueryPlan; found: Found[] }

function search(index: SearchIndex, { query, language, seesDemos, limit, typing }: Asked): SearchResults {
  const words = readQuery(query)
  if (words.length === 0) return { query, hits: [], more: false, everyWord: true, instead: [] }
  const planned = (mending: boolean) =>
    [language, otherLanguage(language)].map(one => ({
      language: one,
      plan: planQuery(words, index.vocabularies[one], { typing, mending }),
    }))
  const find = (sides: ReturnType<typeof planned>, joinedBy: 'AND' | 'OR'): Side[] =>
    sides.map(({ language: one, plan }) => {
      const sought = { language: one, words: plan.words, joinedBy, seesDemos, limit: limit + 1 }
      return { language: one, plan, found: findPlaces(index, sought) }
    })
  const isWhole = ({ plan }: { plan: QueryPlan }) => plan.missing.length === 0
  // A slip of the finger is forgiven only where no language knows the words as they are.
  const sure = planned(false).filter(isWhole)
  const plans = sure.length > 0 ? sure : planned(true)
  const whole = find(plans.filter(isWhole), 'AND')
  const everyWord = whole.some(({ found }) => found.length > 0)
  const some = plans.filter(({ plan }) => plan.words.length > 0)
  const sides = everyWord ? whole : find(some, 'OR')
  const chosen = choose(sides, limit)
  const hits = chosen.found.map(({ found, side }) =>
    describeHit(found, stemsOf(side.plan.words), side.plan.words.length),
  )
  return {
    query,
    hits,
    more: chosen.more,
    everyWord: everyWord || hits.length === 0,
    instead: hits.length === 0 ? [] : shownInstead(sides, hits),
  }
}

type Chosen = { found: { found: Found; side: Side }[]; more: boolean }

/** The reader's language first; the other one gets its share, and what the first one leaves. Each page once. */
function choose(sides: readonly Side[], limit: number): Chosen {
  const seen = new Set<string>()
  const lists = sides.map(side =>
    side.found.flatMap(found => {
      const page = found.document.key.slice(found.document.language.length)
      if (seen.has(page)) return []
      seen.add(page)
      return [{ found, side }]
    }),
  )
  const [own = [], other = []] = lists
  const kept = Math.min(other.length, Math.floor(limit * SHARE_OF_OTHER))
  const first = own.slice(0, limit - kept)
  const found = [...first, ...other.slice(0, limit - first.length)]
  return { found, more: own.length + other.length > found.length }
}

function stemsOf(words: readonly SoughtWord[]): Set<string> {
  return new Set(words.flatMap(({ alternatives }) => alternatives.flat()))
}

/** For honesty: what stands on the pages in place of what was typed. */
function shownInstead(sides: readonly Side[], hits: readonly SearchHit[]): SearchResults['instead'] {
  const words = sides.filter(({ found }) => found.length > 0).flatMap(({ plan }) => plan.words)
  const changed = words.flatMap(word => {
    if (word.by === 'typed') return []
    const shown = word.shown ?? wordOnPage(word, hits)
    return shown === null ? [] : [{ typed: word.typed, shown }]
  })
  return [...new Map(changed.map(one => [`${one.typed} ${one.shown}`, one])).values()]
}

/** The first marked word that this one stands for. */
function wordOnPage({ alternatives }: SoughtWord, hits: readonly SearchHit[]): string | null {
  const stems = new Set(alternatives.flat())
  for (const { title, heading, snippet } of hits) {
    for (const { text, marks } of [title, heading, snippet]) {
      for (const [start, end] of marks) {
        const word = text.slice(start, end)
        if (stems.has(foldWord(word))) return word.toLowerCase()
      }
    }
  }
  return null
}
