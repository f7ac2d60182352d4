import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Changes whenever a file below the folder is added, removed, renamed or saved. Reads no contents. */
export function contentFingerprint(contentDir: string): string {
  const parts: string[] = []
  const pending = [contentDir]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      const stats = statSync(path, { throwIfNoEntry: false })
      if (stats?.isDirectory()) pending.push(path)
      else if (stats) parts.push(`${path}\0${stats.mtimeMs}\0${stats.size}`)
    }
  }
  return parts.join('\n')
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => !name.startsWith('.'))
  } catch {
    return []
  }
}
