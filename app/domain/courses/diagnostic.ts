import type { Problem } from '#app/markdown/problem.ts'

/** A problem in a named file of the content folder. */
export type Diagnostic = Problem & {
  /** Path inside the content folder, with '/' on every system. */
  file: string
}

/** `file:line:column: what is wrong (how to mend it)`: the form that editors and terminals can jump to. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, message, remedy } = diagnostic
  return `${file}:${line}:${column}: ${message} (${remedy})`
}

export function inFile(file: string, problems: readonly Problem[]): Diagnostic[] {
  return problems.map(problem => ({ file, ...problem }))
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.severity === 'error')
}

/** By file, line and column; then by code and message, so that the order never depends on the run. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
}

/** Order of code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
