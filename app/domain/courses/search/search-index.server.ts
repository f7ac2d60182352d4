import { type Language, languages } from '#app/platform/language.ts'
import { log } from '#app/platform/log.server.ts'
import {
  type DerivedDatabase,
  type DerivedStatement,
  isBrokenFile,
  isSqliteError,
  removeDerivedFile,
} from '#app/platform/sqlite-derived.server.ts'
import type { Catalogue } from '../catalogue.ts'
import {
  openIndexFile,
  type PlaceLookup,
  placeLookup,
  type StoredDocument,
  storedDocuments,
  storedStems,
} from './index-tables.server.ts'
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
  stored: Map<string, StoredDocument>
  /** What it answers changes when another process has written: https://www.sqlite.org/pragma.html */
  dataVersion: DerivedStatement<[], unknown> | null
  version: unknown
  index: SearchIndex | null
  /** Whether this index stands in for one that could not be used. */
  replaced: boolean
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
    stored: new Map(),
    version: null,
    index: null,
    replaced: false,
  }
}

/** The index of a catalogue, brought up to date when it is another one than at the call before. */
function searchIndexOf(catalogue: Catalogue): SearchIndex {
  const now = held()
  if (now.index !== null && now.catalogue === catalogue && now.version === versionOf(now)) return now.index
  return renew(now, catalogue)
}

/**
 * Runs a search. An index whose file turns out to be broken is built anew, and one whose file cannot be used (no room,
 * no right to write) is built in memory: no trouble with it reaches a reader.
 */
export function withSearchIndex<T>(catalogue: Catalogue, search: (index: SearchIndex) => T): T {
  for (;;) {
    try {
      return search(searchIndexOf(catalogue))
    } catch (error) {
      if (!isSqliteError(error) || held().folder === null) throw error
      log().warn({ err: error }, 'the search index cannot be used and is built anew')
      replaceIndex(isBrokenFile(error))
    }
  }
}

/** Builds the index before anybody searches. */
export function warmSearchIndex(catalogue: Catalogue): void {
  withSearchIndex(catalogue, () => {})
}

function replaceIndex(broken: boolean): void {
  const { database, folder, replaced } = held()
  const file = database?.name
  // A file that breaks again is on a disk that cannot be trusted.
  setSearchFolder(broken && !replaced ? folder : null)
  held().replaced = true
  if (broken && file !== undefined) removeDerivedFile(file)
}

function held(): Held {
  if (globals.zagoreSearch === undefined) setSearchFolder(null)
  if (globals.zagoreSearch === undefined) throw new Error('The folder was set a line above.')
  return globals.zagoreSearch
}

function renew(held: Held, catalogue: Catalogue): SearchIndex {
  const began = performance.now()
  const database = held.database ?? openIndexFile(held.folder)
  held.database = database
  held.dataVersion ??= database.prepare<[], unknown>('PRAGMA data_version').pluck()
  // Taken before reading: what another process writes meanwhile is seen at the next call.
  const version = versionOf(held)
  const alone = held.index !== null && held.version === version
  if (!alone) held.stored = storedDocuments(database)
  const documents = documentsOf(catalogue)
  // Processes that serve different editions of the content would overwrite each other without end.
  const synced = held.catalogue === catalogue ? unchanged : syncSearchIndex(database, documents, held.stored)
  if (alone) recount(held, synced)
  else for (const language of languages) held.counts[language] = storedStems(database, language)
  held.byKey = new Map(documents.map(document => [document.key, document]))
  held.catalogue = catalogue
  held.version = version
  held.index = {
    answers: new Map(),
    lookups: held.index?.lookups ?? { bg: placeLookup(database, 'bg'), en: placeLookup(database, 'en') },
    vocabularies: { bg: createVocabulary(held.counts.bg), en: createVocabulary(held.counts.en) },
    documents: documentsById(documents, held.stored),
  }
  const { written, removed } = synced
  log().info(
    {
      documents: documents.length,
      written: written.length,
      removed: removed.length,
      ms: Math.round(performance.now() - began),
    },
    'search index',
  )
  return held.index
}

const unchanged: SyncResult = { written: [], removed: [] }

function documentsById(
  documents: readonly SearchDocument[],
  stored: ReadonlyMap<string, StoredDocument>,
): Map<number, SearchDocument> {
  const byId = new Map<number, SearchDocument>()
  for (const document of documents) {
    const id = stored.get(document.key)?.id
    if (id !== undefined) byId.set(id, document)
  }
  return byId
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
