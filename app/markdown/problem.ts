/** Something that an author should mend, at a place in a text file. Lines and columns count from 1. */
export type Problem = {
  severity: 'error' | 'warning'
  line: number
  column: number
  /** Stable name of the kind of problem, for tools and tests: 'image-missing'. */
  code: string
  /** What is wrong, in plain words. */
  message: string
  /** What to do about it, in plain words. */
  remedy: string
}

export type Position = Pick<Problem, 'line' | 'column'>

export function errorAt(position: Position, code: string, message: string, remedy: string): Problem {
  return { severity: 'error', line: position.line, column: position.column, code, message, remedy }
}

export function warningAt(position: Position, code: string, message: string, remedy: string): Problem {
  return { severity: 'warning', line: position.line, column: position.column, code, message, remedy }
}
