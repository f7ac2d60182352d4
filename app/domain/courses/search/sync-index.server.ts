import { createHash } from 'node:crypto'
import { isLanguage, type Language } from '#app/platform/language.ts'
import type { DerivedDatabase } from '#app/platform/sqlite-derived.server.ts'
import type { FoldedPlace } from './fold-place.ts'
import { foldPlace } from './fold-place.ts'
import { indexWriter, type StoredDocument } from './index-tables.server.ts'
import type { SearchDocument } from './search-documents.ts'

export type SyncResult = {
  written: readonly SearchDocument[]
  /** Keys of documents that are no more, or stand there newly written. */
  removed: readonly string[]
}

type Wish = { key: string; document: SearchDocument | null }

/**
 * Brings the index to what the catalogue holds, by comparing the hash of every document, and writes what differs in
 * one transaction: at the end all of it is there, or nothing has changed. `stored` is what the index is known to
 * hold, and is kept up to date.
 */
export function syncSearchIndex(
  database: DerivedDatabase,
  documents: readonly SearchDocument[],
  stored: Map<string, StoredDocument>,
): SyncResult {
  const changed: Wish[] = documents
    .filter(document => stored.get(document.key)?.hash !== hashOf(document))
    .map(document => ({ key: document.key, document }))
  const known = documents.length - changed.filter(({ key }) => !stored.has(key)).length
  // Looking for what is gone takes as long as all the rest, and mostly nothing is.
  const gone = known < stored.size ? keysWithout(stored, documents) : []
  const wishes = [...changed, ...gone.map(key => ({ key, document: null }))]
  if (wishes.length === 0) return { written: [], removed: [] }
  const write = database.transaction(() => grant(database, wishes))
  const { now, ...result } = write.immediate()
  for (const [key, document] of now) {
    if (document === null) stored.delete(key)
    else stored.set(key, document)
  }
  return result
}

function keysWithout(stored: ReadonlyMap<string, StoredDocument>, documents: readonly SearchDocument[]) {
  const wanted = new Set(documents.map(({ key }) => key))
  return [...stored.keys()].filter(key => !wanted.has(key))
}

type Written = SyncResult & { now: Map<string, StoredDocument | null> }

function grant(database: DerivedDatabase, wishes: readonly Wish[]): Written {
  const writer = indexWriter(database)
  const written: SearchDocument[] = []
  const removed: string[] = []
  const now = new Map<string, StoredDocument | null>()
  for (const { key, document } of wishes) {
    // Looked at again under the lock: another process may have written the same meanwhile.
    const there = writer.find(key)
    if (document !== null && there?.hash === hashOf(document)) {
      now.set(key, there)
      continue
    }
    if (there !== null) {
      writer.remove(there, languageOf(key))
      removed.push(key)
    }
    if (document !== null) written.push(document)
    now.set(key, document === null ? null : writer.write(document, hashOf(document)))
  }
  return { written, removed, now }
}

/** Counts the stems of a document in or out: each place counts once, however often a stem stands there. */
export function countStems(counts: Map<string, number>, document: SearchDocument, sign: 1 | -1): void {
  for (const place of document.places) {
    for (const stem of stemsOf(foldPlace(document.title, place))) {
      const count = (counts.get(stem) ?? 0) + sign
      if (count > 0) counts.set(stem, count)
      else counts.delete(stem)
    }
  }
}

function stemsOf({ title, heading, body }: FoldedPlace): Set<string> {
  return new Set([...title, ...heading, ...body])
}

/** What did not change is the same object when the catalogue is loaded again, and need not be read again. */
const hashes = new WeakMap<SearchDocument, string>()

function hashOf(document: SearchDocument): string {
  const known = hashes.get(document)
  if (known !== undefined) return known
  const { title, demo, places } = document
  const hash = createHash('sha1').update(`${title}\u0000${demo}`)
  for (const { id, heading, text } of places) hash.update(`\u0000${id}\u0000${heading}\u0000${text}`)
  const digest = hash.digest('base64')
  hashes.set(document, digest)
  return digest
}

function languageOf(key: string): Language {
  const language = key.slice(0, 2)
  return isLanguage(language) ? language : 'bg'
}
