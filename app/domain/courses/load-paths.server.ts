import { join } from 'node:path'
import { errorAt } from '#app/markdown/problem.ts'
import { listFolder, readContentText } from './content-files.server.ts'
import { type Diagnostic, inFile } from './diagnostic.ts'
import type { LearningPath } from './learning-path.ts'
import { isCourseId } from './lesson-folder.ts'
import { type KnownCourses, readPath } from './path-file.ts'

/** Reads `paths/*.yml`. A path with an error is left out. */
export function loadPaths(
  contentDir: string,
  known: KnownCourses,
): { paths: LearningPath[]; diagnostics: Diagnostic[] } {
  const paths: LearningPath[] = []
  const diagnostics: Diagnostic[] = []
  for (const { name, path, kind } of listFolder(join(contentDir, 'paths'), contentDir) ?? []) {
    const file = `paths/${name}`
    const id = name.replace(/\.yml$/, '')
    if (kind === 'folder' || id === name || !isCourseId(id)) {
      const message = `"${name}" is not the name of a path's file.`
      const remedy = 'name it like digital-start.yml; begin the names of drafts with "_"'
      diagnostics.push({ file, ...errorAt({ line: 1, column: 1 }, 'path-file', message, remedy) })
      continue
    }
    const text = readContentText(path)
    if (!text.ok) {
      diagnostics.push({ file, ...text.problem })
      continue
    }
    const read = readPath(id, text.text, known)
    diagnostics.push(...inFile(file, read.problems))
    if (read.path !== null) paths.push(read.path)
  }
  return { paths, diagnostics }
}
