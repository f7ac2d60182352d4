import { join } from 'node:path'
import { type Language, languages } from '#app/platform/language.ts'
import { type DerivedDatabase, IN_MEMORY, openDerivedDatabase } from '#app/platform/sqlite-derived.server.ts'
import { type FoldedPlace, foldPlace } from './fold-place.ts'
import type { SearchDocument } from './search-documents.ts'

/** Raise it whenever the tables change, or how words are folded: the index is then built anew. */
const FORMAT = 2

/**
 * The row of a place is its document's id and its number in the document, so that the tables of words need no
 * table beside them. A document of more places keeps its last ones together.
 */
export const MOST_PLACES = 256

/** Marks rows of demonstrations. No fold gives this word, so that no query asks for it by accident. */
const DEMO_MARK = '§demo'

/**
 * An expression over the words of a place, narrowed to those that somebody may see. The columns: `title` of the page,
 * at its first place alone; `heading` and `body` of the place; `page`, the title again at all other places, which
 * lets a section be found by a word of its own and one of the title.
 */
export function matchOf(words: string, columns: keyof typeof columnFilters, seesDemos: boolean): string {
  const found = `${columnFilters[columns]} : (${words})`
  return seesDemos ? found : `(${found}) NOT (audience : "${DEMO_MARK}")`
}

const columnFilters = {
  own: '{title heading body}',
  all: '{title heading body page}',
  title: '{title}',
  heading: '{heading}',
}

export type StoredDocument = { id: number; key: string; hash: string; places: number }

/** Opens the index in a folder; null keeps it in memory. */
export function openIndexFile(folder: string | null): DerivedDatabase {
  const file = folder === null ? IN_MEMORY : join(folder, 'search-index.db')
  return openDerivedDatabase({ file, format: FORMAT, create: createTables })
}

/**
 * Words are folded before they come here, so FTS5 only splits at blanks: its ASCII tokenizer takes every letter
 * beyond ASCII as it is. Without content: what is shown comes from the catalogue.
 */
function createTables(database: DerivedDatabase): void {
  database.exec(`CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    places INTEGER NOT NULL
  ) STRICT`)
  for (const language of languages) {
    database.exec(`CREATE VIRTUAL TABLE words_${language} USING fts5(
      title, heading, body, page, audience, tokenize = 'ascii', content = '', contentless_delete = 1
    )`)
    database.exec(`CREATE VIRTUAL TABLE stems_${language} USING fts5vocab(words_${language}, row)`)
  }
}

export function storedDocuments(database: DerivedDatabase): Map<string, StoredDocument> {
  const rows = database
    .prepare<[], StoredDocument>('SELECT id, key, hash, places FROM document ORDER BY id')
    .all()
  return new Map(rows.map(row => [row.key, row]))
}

/** In how many places of a language each stem stands. */
export function storedStems(database: DerivedDatabase, language: Language): Map<string, number> {
  const rows = database.prepare<[], [string, number]>(`SELECT term, doc FROM stems_${language}`).raw().all()
  const counts = new Map(rows)
  counts.delete(DEMO_MARK)
  return counts
}

/** A word in the title says most, then one in the heading. */
const RANK = 'bm25(12, 5, 1, 0.5, 0)'

/** Both take a match expression and how many rows are wanted. */
export type PlaceLookup = {
  /** Row ids, the best first. */
  ranked: (match: string, limit: number) => number[]
  /** Row ids as they come, which is faster. */
  any: (match: string, limit: number) => number[]
}

export function placeLookup(database: DerivedDatabase, language: Language): PlaceLookup {
  const table = `words_${language}`
  const from = `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`
  const ranked = database.prepare<[string, number], number>(
    `${from} AND rank MATCH '${RANK}' ORDER BY rank LIMIT ?`,
  )
  const any = database.prepare<[string, number], number>(`${from} LIMIT ?`)
  return {
    ranked: (match, limit) => ranked.pluck().all(match, limit),
    any: (match, limit) => any.pluck().all(match, limit),
  }
}

export type IndexWriter = {
  find: (key: string) => StoredDocument | null
  write: (document: SearchDocument, hash: string) => StoredDocument
  remove: (stored: StoredDocument, language: Language) => void
}

/** Prepared statements for one run of writing. */
export function indexWriter(database: DerivedDatabase): IndexWriter {
  const findDocument = database.prepare<[string], StoredDocument>(
    'SELECT id, key, hash, places FROM document WHERE key = ?',
  )
  const addDocument = database.prepare<[string, string, number]>(
    'INSERT INTO document (key, hash, places) VALUES (?, ?, ?)',
  )
  const removeDocument = database.prepare<[number]>('DELETE FROM document WHERE id = ?')
  const prepared = (sql: (language: Language) => string) => ({
    bg: database.prepare(sql('bg')),
    en: database.prepare(sql('en')),
  })
  const addWords = prepared(
    language =>
      `INSERT INTO words_${language} (rowid, title, heading, body, page, audience) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const removeWords = prepared(language => `DELETE FROM words_${language} WHERE rowid = ?`)
  return {
    find: key => findDocument.get(key) ?? null,
    write(document, hash) {
      const places = foldPlaces(document)
      const id = Number(addDocument.run(document.key, hash, places.length).lastInsertRowid)
      const audience = document.demo ? DEMO_MARK : ''
      const add = addWords[document.language]
      for (const [number, { title, heading, body }] of places.entries()) {
        const page = title.join(' ')
        const titles = number === 0 ? [page, ''] : ['', page]
        add.run(id * MOST_PLACES + number, titles[0], heading.join(' '), body.join(' '), titles[1], audience)
      }
      return { id, key: document.key, hash, places: places.length }
    },
    remove({ id, places }, language) {
      for (let number = 0; number < places; number += 1) removeWords[language].run(id * MOST_PLACES + number)
      removeDocument.run(id)
    },
  }
}

function foldPlaces(document: SearchDocument): FoldedPlace[] {
  const places = document.places.slice(0, MOST_PLACES)
  const beyond = document.places.slice(MOST_PLACES)
  return places.map((place, index) => {
    if (index < MOST_PLACES - 1) return foldPlace(document.title, place)
    const text = [place.text, ...beyond.map(other => `${other.heading} ${other.text}`)].join(' ')
    return foldPlace(document.title, { ...place, text })
  })
}
