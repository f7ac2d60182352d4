import type { Language } from '#app/platform/language.ts'
import type { Marked } from './mark-words.ts'
import type { SearchSubject } from './search-documents.ts'

/** A page that was found, as data: nothing in it is HTML. */
export type SearchHit = {
  kind: SearchSubject['kind']
  /** The language in which it was found. */
  language: Language
  /** Of the page that the hit leads to: a course, a path or a term. */
  id: string
  /** Of a lesson; `id` is its course then. */
  lesson: { id: string; number: number; courseTitle: string } | null
  /** Where on the page; null for its beginning. */
  anchor: string | null
  title: Marked
  heading: Marked
  snippet: Marked
  /** How many other places of the same page were found along with this one. */
  otherPlaces: number
}

export type SearchResults = {
  /** As it was understood: tidy and of bounded length. */
  query: string
  hits: readonly SearchHit[]
  /** Whether there are more pages than were asked for. */
  more: boolean
  /** False when no place holds all words, and those are shown that hold some. */
  everyWord: boolean
  /** Words that are sought in another form than they were typed. */
  instead: readonly { typed: string; shown: string }[]
}
