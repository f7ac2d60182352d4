import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import { log } from '#app/platform/log.server.ts'
import {
  type DerivedDatabase,
  isBrokenFile,
  openDerivedDatabase,
  removeDerivedFile,
} from '#app/platform/sqlite-derived.server.ts'
import type { CompiledLesson } from './compile-lesson.ts'
import { createLessonCache, type LessonCache } from './lesson-cache.server.ts'
import { programFingerprint } from './program-fingerprint.server.ts'

/** Raised whenever the table changes. */
const FORMAT = 1

/** Lessons written in one transaction: a cold start holds no lock for long, and loses little when it is killed. */
const BATCH = 200

type Row = { key: string; checksum: number; value: Buffer }

type Given = { folder: string; key: string; value: Buffer }

/**
 * Compiled lessons in a file that may be deleted at any time. It is open only while courses are loaded, so several
 * processes share it; what cannot be read is compiled again, and what cannot be written is only slower next time.
 * One entry per lesson that exists: it does not grow.
 * @param program names the program that compiles; another one's entries are not used
 */
export function storedLessons(file: string, program: string = programFingerprint()): LessonCache {
  const memory = createLessonCache()
  let opened: Opened | null = null
  let given: Given[] = []
  let unusable = false

  /** Whatever the disk does, courses are loaded: the cache is given up for this process instead. */
  const attempt = <T>(work: (open: Opened) => T): T | null => {
    if (unusable) return null
    try {
      opened ??= open(file)
      return work(opened)
    } catch (error) {
      unusable = true
      log().warn({ err: error, file }, 'the cache of compiled lessons cannot be used')
      close()
      if (isBrokenFile(error)) removeDerivedFile(file)
      return null
    }
  }
  const close = () => {
    opened?.database.close()
    opened = null
  }
  const write = () => {
    const batch = given
    given = []
    if (batch.length > 0) attempt(({ database }) => insertRows(database, batch))
  }

  return {
    find: (folder, writtenKey) => {
      const key = `${program}/${writtenKey}`
      const held = memory.find(folder, key)
      if (held !== null) return held
      const row = attempt(({ select }) => select.get(folder))
      const compiled = row?.key === key ? readRow(row) : null
      if (compiled !== null) memory.keep(folder, key, compiled)
      return compiled
    },
    keep: (folder, writtenKey, compiled) => {
      const key = `${program}/${writtenKey}`
      memory.keep(folder, key, compiled)
      given.push({ folder, key, value: serialize(compiled) })
      if (given.length >= BATCH) write()
    },
    settle: folders => {
      memory.settle(folders)
      write()
      attempt(({ database }) => removeOthers(database, folders))
      close()
    },
  }
}

type Opened = ReturnType<typeof open>

function open(file: string) {
  const database = openDerivedDatabase({ file, format: FORMAT, create: createTable })
  const select = 'SELECT key, checksum, value FROM lesson WHERE folder = ?'
  return { database, select: database.prepare<[string], Row>(select) }
}

function createTable(database: DerivedDatabase): void {
  database.exec(
    'CREATE TABLE lesson (folder TEXT PRIMARY KEY, key TEXT NOT NULL, checksum INTEGER NOT NULL, value BLOB NOT NULL)',
  )
}

function insertRows(database: DerivedDatabase, rows: readonly Given[]): void {
  const insert = database.prepare('INSERT OR REPLACE INTO lesson VALUES (?, ?, ?, ?)')
  const insertAll = database.transaction(() => {
    for (const { folder, key, value } of rows) insert.run(folder, key, crc32(value), value)
  })
  insertAll.immediate()
}

function removeOthers(database: DerivedDatabase, folders: ReadonlySet<string>): void {
  const stored = database.prepare<[], string>('SELECT folder FROM lesson ORDER BY folder').pluck().all()
  const gone = stored.filter(folder => !folders.has(folder))
  if (gone.length === 0) return
  const remove = database.prepare('DELETE FROM lesson WHERE folder = ?')
  const removeAll = database.transaction(() => {
    for (const folder of gone) remove.run(folder)
  })
  removeAll.immediate()
}

/** null when a damaged disk or a hand has changed the bytes. */
function readRow({ checksum, value }: Row): CompiledLesson | null {
  if (crc32(value) !== checksum) return null
  try {
    // The checksum and the program in the key say that `keep` of this very program wrote it.
    return deserialize(value) as CompiledLesson
  } catch {
    return null
  }
}
