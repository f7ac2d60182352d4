import { catalogueDiagnostics } from './catalogue.server.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Viewer } from './visibility.ts'

/** The longest list that a page shows; `npx zagore content check` shows them all. */
const MOST_SHOWN = 30

/** What the check found in the files of one course. */
export type CourseProblems = {
  errors: number
  warnings: number
  /** Errors first; the messages are in English. `place` is a file of the course, with its line. */
  shown: { severity: Diagnostic['severity']; place: string; message: string; remedy: string }[]
}

/** null for learners and visitors, and when nothing was found. */
export function courseProblems(courseId: string, { role }: Pick<Viewer, 'role'>): CourseProblems | null {
  if (role !== 'trainer' && role !== 'admin') return null
  const folder = `courses/${courseId}/`
  const found = catalogueDiagnostics().filter(({ file }) => file.startsWith(folder))
  if (found.length === 0) return null
  const errors = found.filter(({ severity }) => severity === 'error')
  const warnings = found.filter(({ severity }) => severity === 'warning')
  return {
    errors: errors.length,
    warnings: warnings.length,
    shown: [...errors, ...warnings].slice(0, MOST_SHOWN).map(({ severity, file, line, message, remedy }) => ({
      severity,
      place: `${file.slice(folder.length)}:${line}`,
      message,
      remedy,
    })),
  }
}
