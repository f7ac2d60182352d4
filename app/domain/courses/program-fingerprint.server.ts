import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rendererVersion } from '#app/markdown/renderer.ts'

/** How many folders above this file the list of installed packages may lie. */
const FARTHEST_LOCK = 4

/**
 * Changes with the program that compiles lessons and with the packages that it uses, so that nobody has to remember
 * to raise a number. In a built academy that is the one file that holds this function; in development it is every
 * source file of the renderer and of this folder.
 */
export function programFingerprint(): string {
  const self = fileURLToPath(import.meta.url)
  const folder = dirname(self)
  const files = self.endsWith('.ts')
    ? [...sourcesIn(folder), ...sourcesIn(join(folder, '../../markdown'))]
    : [self]
  const hash = createHash('sha256').update(`${rendererVersion}`)
  for (const file of files) hash.update(file).update(readFileSync(file))
  const lock = findLock(folder)
  if (lock !== null) hash.update(readFileSync(lock))
  return hash.digest('hex').slice(0, 16)
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => join(folder, name))
}

function findLock(from: string): string | null {
  let folder = from
  for (let step = 0; step < FARTHEST_LOCK; step++) {
    const lock = join(folder, 'package-lock.json')
    if (statSync(lock, { throwIfNoEntry: false })?.isFile()) return lock
    folder = dirname(folder)
  }
  return null
}
