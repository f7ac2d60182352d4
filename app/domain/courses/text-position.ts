import type { Position } from '#app/markdown/problem.ts'

/** Line and column of a character of a text, both from 1. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
