import { createHash } from 'node:crypto'
import { isLanguage, type Language } from '#app/platform/language.ts'
import type { DerivedDatabase } from '#app/platform/sqlite-derived.server.ts'
import type { FoldedPlace } from './fold-place.ts'
import { foldPlace } from './fold-place.ts'
import { indexWriter, type StoredDocument, storedDocuments } from './index-tables.server.ts'
import type { SearchDocument } from './search-documents.ts'

export type SyncResult = {
  written: readonly SearchDocument[]
  /** Keys of documents that are no more, or stand there newly written. */
  removed: readonly string[]
  stored: ReadonlyMap<string, StoredDocument>
}

type Difference = { outdated: StoredDocument[]; changed: { document: SearchDocument; hash: string }[] }

/**
 * Brings the index to what the catalogue holds, by comparing the hash of every document, and writes what differs in
 * one transaction: at the end all of it is there, or nothing has changed.
 */
export function syncSearchIndex(database: DerivedDatabase, documents: readonly SearchDocument[]): SyncResult {
  const hashed = documents.map(document => ({ document, hash: hashDocument(document) }))
  const before = storedDocuments(database)
  const idle = compare(hashed, before)
  if (idle.outdated.length === 0 && idle.changed.length === 0)
    return { written: [], removed: [], stored: before }
  const write = database.transaction(() => {
    // Compared again under the lock: another process may have written the same meanwhile.
    const { outdated, changed } = compare(hashed, storedDocuments(database))
    const writer = indexWriter(database)
    for (const stored of outdated) writer.remove(stored, languageOf(stored.key))
    for (const { document, hash } of changed) writer.write(document, hash)
    return {
      written: changed.map(({ document }) => document),
      removed: outdated.map(({ key }) => key),
    }
  })
  return { ...write.immediate(), stored: storedDocuments(database) }
}

function compare(
  hashed: readonly { document: SearchDocument; hash: string }[],
  stored: ReadonlyMap<string, StoredDocument>,
): Difference {
  const wanted = new Map(hashed.map(({ document, hash }) => [document.key, hash]))
  return {
    outdated: [...stored.values()].filter(({ key, hash }) => wanted.get(key) !== hash),
    changed: hashed.filter(({ document, hash }) => stored.get(document.key)?.hash !== hash),
  }
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

function hashDocument({ title, demo, places }: SearchDocument): string {
  const hash = createHash('sha1')
    .update(title)
    .update(demo ? '\u0001' : '\u0000')
  for (const { id, heading, text } of places) hash.update(`\u0000${id}\u0000${heading}\u0000${text}`)
  return hash.digest('base64')
}

function languageOf(key: string): Language {
  const language = key.slice(0, 2)
  return isLanguage(language) ? language : 'bg'
}
