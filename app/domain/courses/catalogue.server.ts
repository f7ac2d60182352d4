import { resolve } from 'node:path'
import { log } from '#app/platform/log.server.ts'
import type { Catalogue } from './catalogue.ts'
import { contentFingerprint } from './content-fingerprint.server.ts'
import { type Diagnostic, formatDiagnostic } from './diagnostic.ts'
import { type LoadedCatalogue, loadCatalogue } from './load-catalogue.server.ts'
import type { LessonCache } from './load-lesson.server.ts'

/** With `watch`, a saved file shows at the next call; without, the content is read once. */
export type CatalogueSource = { contentDir: string; watch: boolean }

type Held = {
  source: CatalogueSource
  cache: LessonCache
  fingerprint: string
  loaded: LoadedCatalogue | null
}

// A global, because a development reload evaluates this module again and must not read everything anew.
const globals = globalThis as { zagoreCatalogue?: Held }

/** Says where the courses are. They are read at the first call of `catalogue()`. */
export function setCatalogueSource(source: CatalogueSource): void {
  globals.zagoreCatalogue = { source, cache: new Map(), fingerprint: '', loaded: null }
}

/** The courses of this process. */
export function catalogue(): Catalogue {
  return loadedCatalogue().catalogue
}

/** What is wrong in the content that is being served, for trainers. */
export function catalogueDiagnostics(): readonly Diagnostic[] {
  return loadedCatalogue().diagnostics
}

export function loadedCatalogue(): LoadedCatalogue {
  globals.zagoreCatalogue ??= {
    source: { contentDir: resolve('content'), watch: false },
    cache: new Map(),
    fingerprint: '',
    loaded: null,
  }
  const held = globals.zagoreCatalogue
  if (held.loaded !== null && !held.source.watch) return held.loaded
  // Taken before reading: a file saved meanwhile is seen at the next call.
  const fingerprint = held.source.watch ? contentFingerprint(held.source.contentDir) : ''
  if (held.loaded !== null && held.fingerprint === fingerprint) return held.loaded
  held.fingerprint = fingerprint
  held.loaded = loadCatalogue(held.source.contentDir, { cache: held.cache })
  report(held.loaded.diagnostics)
  return held.loaded
}

function report(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { file, line, code } = diagnostic
    if (diagnostic.severity === 'error') log().error({ file, line, code }, formatDiagnostic(diagnostic))
    else log().debug({ file, line, code }, formatDiagnostic(diagnostic))
  }
}
