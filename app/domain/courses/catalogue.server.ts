import { resolve } from 'node:path'
import { log } from '#app/platform/log.server.ts'
import type { Catalogue } from './catalogue.ts'
import { storedLessons } from './compiled-lessons.server.ts'
import { type ContentPart, type ContentWatch, watchContent } from './content-watch.server.ts'
import { type Diagnostic, formatDiagnostic } from './diagnostic.ts'
import { createLessonCache, type LessonCache } from './lesson-cache.server.ts'
import { type LoadedCatalogue, loadCatalogue } from './load-catalogue.server.ts'
import type { LoadedCourse } from './load-course.server.ts'

export type CatalogueSource = {
  contentDir: string
  /** A saved file shows at the next call; without, the content is read once. */
  watch: boolean
  /** Where compiled lessons are kept for the next start; null or left out: nowhere. */
  cacheFile?: string | null
}

type Held = {
  source: CatalogueSource
  cache: LessonCache
  watch: ContentWatch | null
  loaded: LoadedCatalogue | null
}

// A global, because a development reload evaluates this module again and must not read everything anew.
const globals = globalThis as { zagoreCatalogue?: Held }

/** Says where the courses are. They are read at the first call of `catalogue()`. */
export function setCatalogueSource(source: CatalogueSource): void {
  const { contentDir, cacheFile = null } = source
  globals.zagoreCatalogue = {
    source,
    cache: cacheFile === null ? createLessonCache() : storedLessons(cacheFile),
    watch: source.watch ? watchContent(contentDir) : null,
    loaded: null,
  }
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
  if (!globals.zagoreCatalogue) setCatalogueSource({ contentDir: resolve('content'), watch: false })
  const held = globals.zagoreCatalogue
  if (!held) throw new Error('The source of the catalogue was set a line above.')
  const { source, cache, watch, loaded } = held
  if (loaded !== null && watch === null) return loaded
  // Looked at before reading: a file saved meanwhile is seen at the next call.
  const changed = watch?.changedParts() ?? new Set<ContentPart>()
  if (loaded !== null && changed.size === 0) return loaded
  held.loaded = loadCatalogue(source.contentDir, { cache, unchanged: unchangedCourses(loaded, changed) })
  report(held.loaded.diagnostics)
  return held.loaded
}

/** Frameworks and glossary go into every course. */
function unchangedCourses(
  loaded: LoadedCatalogue | null,
  changed: ReadonlySet<ContentPart>,
): ReadonlyMap<string, LoadedCourse> {
  if (loaded === null || changed.has('frameworks') || changed.has('glossary.yml')) return new Map()
  return new Map([...loaded.courses].filter(([folder]) => !changed.has(`courses/${folder}`)))
}

function report(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { file, line, code } = diagnostic
    if (diagnostic.severity === 'error') log().error({ file, line, code }, formatDiagnostic(diagnostic))
    else log().debug({ file, line, code }, formatDiagnostic(diagnostic))
  }
}
