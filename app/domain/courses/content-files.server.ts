import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { compareText } from './diagnostic.ts'

/** Above this a file is refused: no text of a lesson is so long, and no picture needs to be. */
const MOST_BYTES = 1024 * 1024

export type ContentEntry = { name: string; path: string; kind: 'file' | 'folder' }

/**
 * What a folder holds, by name. Left out: names that begin with '_' (drafts) or '.', and links that lead out of
 * `root`, so that a course never serves a file of the machine. null when the folder cannot be read, or is itself
 * outside of `root`.
 */
export function listFolder(folder: string, root: string): ContentEntry[] | null {
  try {
    const inside = realpathSync.native(root) + sep
    if (!(realpathSync.native(folder) + sep).startsWith(inside)) return null
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !/^[_.]/.test(name))
      .sort((a, b) => compareText(a.name, b.name))
      .flatMap(entry => describeEntry(entry, join(folder, entry.name), inside))
  } catch {
    return null
  }
}

/** What is no link lies where its folder lies; anything else is asked where it leads. */
function describeEntry(entry: Dirent, path: string, inside: string): ContentEntry[] {
  const { name } = entry
  if (entry.isFile()) return [{ name, path, kind: 'file' }]
  if (entry.isDirectory()) return [{ name, path, kind: 'folder' }]
  try {
    if (!realpathSync.native(path).startsWith(inside)) return []
    const stats = statSync(path)
    if (stats.isDirectory()) return [{ name, path, kind: 'folder' }]
    return stats.isFile() ? [{ name, path, kind: 'file' }] : []
  } catch {
    // A link to nothing, or a file that was removed this moment.
    return []
  }
}

/** `hash` is the SHA-256 of the content, in hexadecimal. */
export type ContentBytes = { ok: true; bytes: Buffer; hash: string } | { ok: false; problem: Problem }

export function readContentFile(path: string): ContentBytes {
  const start = { line: 1, column: 1 }
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES) {
      const message = `The file takes ${(size / MOST_BYTES).toFixed(1)} MB.`
      return {
        ok: false,
        problem: errorAt(
          start,
          'file-too-large',
          message,
          'no file may take more than 1 MB: make it smaller',
        ),
      }
    }
    const bytes = readFileSync(path)
    return { ok: true, bytes, hash: createHash('sha256').update(bytes).digest('hex') }
  } catch {
    return {
      ok: false,
      problem: errorAt(
        start,
        'file-unreadable',
        'The file cannot be read.',
        'check that it exists and may be read',
      ),
    }
  }
}

export type ContentText = { ok: true; text: string; hash: string } | { ok: false; problem: Problem }

/** Text with LF line ends and without a byte order mark. */
export function readContentText(path: string): ContentText {
  const read = readContentFile(path)
  if (!read.ok) return read
  const { bytes, hash } = read
  if (!isUtf8(bytes)) {
    const message = 'The file is not written in UTF-8.'
    return {
      ok: false,
      problem: errorAt({ line: 1, column: 1 }, 'file-encoding', message, 'save it as UTF-8'),
    }
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return { ok: true, text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, hash }
}

export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
