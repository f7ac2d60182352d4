import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningServer, startServer } from './server-process.ts'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * Builds and starts the floor: a bare Remix page, rendered by Remix's own default entry and served by the same
 * adapter, that answers each path with the same bytes as the academy did. No loader reads anything, nothing is
 * hydrated, and no middleware but Remix runs, so that what the academy costs above it is ours.
 * @param documents complete HTML documents by path
 */
export function startFloor(folder: string, documents: Map<string, string>): Promise<RunningServer> {
  const site = path.join(folder, 'floor')
  cpSync(new URL('./floor', import.meta.url), site, { recursive: true })
  symlinkSync(modules, path.join(site, 'node_modules'))
  const taken = Object.fromEntries([...documents].map(([at, document]) => [at, takeApart(document)]))
  writeFileSync(path.join(site, 'documents.json'), JSON.stringify(taken))
  const cli = path.join(modules, '@remix-run/dev/dist/cli.js')
  const built = spawnSync(process.execPath, [cli, 'vite:build'], { cwd: site, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The floor could not be built: ${built.stdout}${built.stderr}`)
  return startServer({
    name: 'floor',
    script: path.join(site, 'server.mjs'),
    folder,
    environment: {},
    cwd: site,
  })
}

/** What Remix writes after `</html>` where a page streams no data. */
const EMPTY_BOUNDARY = '<!--$--><!--/$-->'

/**
 * The academy streams data after `</html>`, in a shape that depends on timing. The floor has them before the end of
 * the element, less as many bytes as Remix adds there by itself: only the length matters, nobody hydrates it.
 */
function takeApart(document: string): { attributes: Record<string, string>; inner: string } {
  const [, attributes, page, streamed] =
    /^<!DOCTYPE html><html([^>]*)>(.*)<\/html>(.*)$/s.exec(document) ?? []
  if (attributes === undefined || page === undefined || streamed === undefined) {
    throw new Error('A document has no html element')
  }
  const pairs = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
  return {
    attributes: Object.fromEntries(pairs),
    inner: page + streamed.slice(0, streamed.length - EMPTY_BOUNDARY.length),
  }
}
