import { readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What can be read again by itself: `courses/<course>`, or a file or folder of the content folder such as
 * `glossary.yml` and `frameworks`.
 */
export type ContentPart = string

export type ContentWatch = {
  /** Parts in which a file was added, removed, renamed or saved since the last call; at the first, all of them. */
  changedParts: () => ReadonlySet<ContentPart>
}

/**
 * A clock of the file system may tick only every few milliseconds: a folder that changed within this time may have
 * changed again without showing it.
 */
const TICK_MS = 50

/** Deeper folders are no part of any course; links in a circle end here too. */
const DEEPEST = 8

type Known = {
  path: string
  part: ContentPart
  depth: number
  /** NaN, equal to nothing, where the folder must be listed again. */
  mtimeMs: number
  files: { path: string; part: ContentPart; mtimeMs: number; size: number }[]
  folders: Known[]
}

/** Follows a content folder without reading any contents. Every call looks at every file, and lists new folders only. */
export function watchContent(contentDir: string): ContentWatch {
  const root: Known = {
    path: contentDir,
    part: '',
    depth: 0,
    mtimeMs: Number.NaN,
    files: [],
    folders: [],
  }
  return {
    changedParts: () => {
      const changed = new Set<ContentPart>()
      look(root, changed)
      return changed
    },
  }
}

function look(folder: Known, changed: Set<ContentPart>): void {
  const stats = statsOf(folder.path)
  if (stats === null || stats.mtimeMs !== folder.mtimeMs) list(folder, stats, changed)
  for (const file of folder.files) {
    const now = statsOf(file.path)
    const mtimeMs = now?.mtimeMs ?? -1
    const size = now?.size ?? -1
    if (file.mtimeMs === mtimeMs && file.size === size) continue
    file.mtimeMs = mtimeMs
    file.size = size
    changed.add(file.part)
  }
  for (const inner of folder.folders) look(inner, changed)
}

/** Finds out what was added and removed; what stayed keeps what is known of it. */
function list(folder: Known, stats: Stats | null, changed: Set<ContentPart>): void {
  const isSettled = stats !== null && Date.now() - stats.mtimeMs > TICK_MS
  folder.mtimeMs = isSettled ? stats.mtimeMs : Number.NaN
  const files = new Map(folder.files.map(file => [file.path, file]))
  const folders = new Map(folder.folders.map(inner => [inner.path, inner]))
  folder.files = []
  folder.folders = []
  for (const { name, isFolder } of entriesOf(folder)) {
    const path = join(folder.path, name)
    const part = partOf(folder, name)
    if (isFolder) {
      const known = folders.get(path)
      folders.delete(path)
      if (!known) changed.add(part)
      folder.folders.push(
        known ?? { path, part, depth: folder.depth + 1, mtimeMs: Number.NaN, files: [], folders: [] },
      )
    } else {
      const known = files.get(path)
      files.delete(path)
      folder.files.push(known ?? { path, part, mtimeMs: Number.NaN, size: -1 })
    }
  }
  for (const gone of [...files.values(), ...folders.values()]) changed.add(gone.part)
}

function partOf({ part, depth }: Known, name: string): ContentPart {
  if (depth === 0) return name
  return depth === 1 && part === 'courses' ? `courses/${name}` : part
}

function entriesOf({ path, depth }: Known): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
      const { name } = entry
      if (name.startsWith('.')) return []
      const isFolder =
        entry.isDirectory() || (!entry.isFile() && statsOf(join(path, name))?.isDirectory() === true)
      return isFolder && depth >= DEEPEST ? [] : [{ name, isFolder }]
    })
  } catch {
    // The folder was removed, or may not be read: nothing of it can be shown either.
    return []
  }
}

function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}
