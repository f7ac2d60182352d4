import { type Language, languages } from '#app/platform/language.ts'
import { log } from '#app/platform/log.server.ts'
import {
  type DerivedDatabase,
  type DerivedStatement,
  isBrokenFile,
  removeDerivedFile,
} from '#app/platform/sqlite-derived.server.ts'
import type { Catalogue } from '../catalogue.ts'
import { openIndexFile, type PlaceLookup, placeLookup, storedStems } from './index-tables.server.ts'
import { documentsOf, type SearchDocument } from './search-documents.ts'
import type { SearchResults } from './search-results.ts'
import { countStems, type SyncResult, syncSearchIndex } from './sync-index.server.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** The index as it answers for one catalogue. */
export type SearchIndex = {
  lookups: Record<Language, PlaceLookup>
  vocabularies: Record<Language, Vocabulary>
  /** By the ids of the index. What another process has written and this one does not know is not there. */
  documents: ReadonlyMap<number, SearchDocument>
  /** Answers that were given already, the most recent last. They go with the index that gave them. */
  answers: Map<string, SearchResults>
}

type Held = {
  folder: string | null
  database: DerivedDatabase | null
  /** The catalogue that the rest belongs to. */
  catalogue: Catalogue | null
  counts: Record<Language, Map<string, number>>
  byKey: ReadonlyMap<string, SearchDocument>
  /** What it answers changes when another process has written: https://www.sqlite.org/pragma.html */
  dataVersion: DerivedStatement<[], unknown> | null
  version: unknown
  index: SearchIndex | null
}

// A global, because a development reload evaluates this module again and must not open the file twice.
const globals = globalThis as { zagoreSearch?: Held }

/** Says in which folder the index lies; null keeps it in memory. It is opened at the first search. */
export function setSearchFolder(folder: string | null): void {
  globals.zagoreSearch?.database?.close()
  globals.zagoreSearch = {
    folder,
    database: null,
    dataVersion: null,
    catalogue: null,
    counts: { bg: new Map(), en: new Map() },
    byKey: new Map(),
    version: null,
    index: null,
  }
}

/** The index of a catalogue, brought up to date when it is another one than at the call before. */
export function searchIndexOf(catalogue: Catalogue): SearchIndex {
  if (globals.zagoreSearch === undefined) setSearchFolder(null)
  const held = globals.zagoreSearch
  if (held === undefined) throw new Error('Unreachable: the index has just been set.')
  if (held.index !== null && held.catalogue === catalogue && held.version === versionOf(held))
    return held.index
  return renew(held, catalogue)
}

/** Runs a search, and builds the index anew when its file turns out to be broken. */
export function withSearchIndex<T>(catalogue: Catalogue, search: (index: SearchIndex) => T): T {
  try {
    return search(searchIndexOf(catalogue))
  } catch (error) {
    if (!isBrokenFile(error)) throw error
    log().warn({ err: error }, 'the search index is broken and is built anew')
    discard()
    return search(searchIndexOf(catalogue))
  }
}

function discard(): void {
  const held = globals.zagoreSearch
  const file = held?.database?.name
  setSearchFolder(held?.folder ?? null)
  if (held !== undefined && held.folder !== null && file !== undefined) removeDerivedFile(file)
}

function renew(held: Held, catalogue: Catalogue): SearchIndex {
  const began = performance.now()
  const database = held.database ?? openIndexFile(held.folder)
  held.database = database
  held.dataVersion ??= database.prepare<[], unknown>('PRAGMA data_version').pluck()
  const alone = held.index !== null && held.version === versionOf(held)
  const documents = documentsOf(catalogue)
  const synced = syncSearchIndex(database, documents)
  const byKey = new Map(documents.map(document => [document.key, document]))
  if (alone) recount(held, synced)
  else for (const language of languages) held.counts[language] = storedStems(database, language)
  held.byKey = byKey
  held.catalogue = catalogue
  held.version = versionOf(held)
  held.index = {
    answers: new Map(),
    lookups: { bg: placeLookup(database, 'bg'), en: placeLookup(database, 'en') },
    vocabularies: { bg: createVocabulary(held.counts.bg), en: createVocabulary(held.counts.en) },
    documents: new Map(
      [...synced.stored.values()].flatMap(({ id, key }) => {
        const document = byKey.get(key)
        return document === undefined ? [] : [[id, document]]
      }),
    ),
  }
  const ms = Math.round(performance.now() - began)
  log().info(
    { documents: documents.length, written: synced.written.length, removed: synced.removed.length, ms },
    'search index',
  )
  return held.index
}

/** Reading all stems again would take longer than an edited lesson does. */
function recount(held: Held, { written, removed }: SyncResult): void {
  for (const key of removed) {
    const document = held.byKey.get(key)
    if (document !== undefined) countStems(held.counts[document.language], document, -1)
  }
  for (const document of written) countStems(held.counts[document.language], document, 1)
}

function versionOf({ dataVersion }: Held): unknown {
  return dataVersion?.get()
}
