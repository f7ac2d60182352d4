import { join } from 'node:path'
import { errorAt } from '#app/markdown/problem.ts'
import { type Catalogue, createCatalogue } from './catalogue.ts'
import type { CompiledCourse } from './compile-course.ts'
import { type ContentAddresses, contentAddresses } from './content-address.ts'
import { type ContentEntry, listFolder } from './content-files.server.ts'
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts'
import { createLessonCache, type LessonCache } from './lesson-cache.server.ts'
import { type LoadedCourse, loadCourse } from './load-course.server.ts'
import { loadFrameworks } from './load-frameworks.server.ts'
import { loadGlossary } from './load-glossary.server.ts'
import type { ServedFile } from './load-lesson.server.ts'
import { loadPaths } from './load-paths.server.ts'
import type { KnownCourses } from './path-file.ts'

export type LoadedCatalogue = {
  catalogue: Catalogue
  /** By file, line and column. What has an error is not in the catalogue. */
  diagnostics: readonly Diagnostic[]
  /** What was read of every course, by its folder, whether it can be served or not. */
  courses: ReadonlyMap<string, LoadedCourse>
  findFile: (courseId: string, lessonId: string, name: string) => ServedFile | null
}

export type LoadOptions = {
  /** Given again at the next load, it saves compiling what has not changed. */
  cache?: LessonCache
  /** Courses of the load before in whose files nothing changed since: they are taken as they are. */
  unchanged?: ReadonlyMap<string, LoadedCourse>
  addresses?: ContentAddresses
  /** Called after every course. */
  onProgress?: (done: number, total: number) => void
}

/**
 * Reads every course of a content folder. Never throws on content: a broken lesson is left out, a course whose
 * course.yml is broken is left out, and the rest stays up.
 */
export function loadCatalogue(contentDir: string, options: LoadOptions = {}): LoadedCatalogue {
  const { cache = createLessonCache(), unchanged, addresses = contentAddresses, onProgress } = options
  const { frameworks, diagnostics } = loadFrameworks(contentDir)
  const { glossary, diagnostics: problemsOfGlossary } = loadGlossary(contentDir)
  diagnostics.push(...problemsOfGlossary)
  const courses = new Map<string, LoadedCourse>()
  const entries = listFolder(join(contentDir, 'courses'), contentDir)
  if (entries === null) {
    const message = 'There is no folder with courses.'
    const remedy = 'check the path; courses lie in <content>/courses'
    diagnostics.push({
      file: 'courses',
      ...errorAt({ line: 1, column: 1 }, 'content-missing', message, remedy),
    })
  }
  const folders = (entries ?? []).filter(({ kind }) => kind === 'folder')
  for (const [index, entry] of folders.entries()) {
    const loaded =
      unchanged?.get(entry.name) ?? loadCourse(entry, { contentDir, frameworks, addresses, cache, glossary })
    courses.set(entry.name, loaded)
    diagnostics.push(...loaded.diagnostics)
    onProgress?.(index + 1, folders.length)
  }
  cache.settle(new Set([...courses.values()].flatMap(course => course.lessonFolders)))
  const compiled = [...courses.values()].flatMap(course => course.compiled ?? [])
  const { paths, diagnostics: problemsOfPaths } = loadPaths(contentDir, knownCourses(folders, compiled))
  diagnostics.push(...problemsOfPaths)
  return {
    catalogue: createCatalogue(compiled, { paths, glossary: glossary.terms }),
    diagnostics: sortDiagnostics(diagnostics),
    courses,
    findFile: (courseId, lessonId, name) => courses.get(courseId)?.files.get(lessonId)?.get(name) ?? null,
  }
}

function knownCourses(folders: readonly ContentEntry[], compiled: readonly CompiledCourse[]): KnownCourses {
  const served = new Map(compiled.map(({ course }) => [course.id, course.status]))
  return new Map(folders.map(({ name }) => [name, served.get(name) ?? null]))
}
