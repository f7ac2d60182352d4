import { describe, expect, it } from 'vitest'
import { errorAt } from '#app/markdown/problem.ts'
import { formatDiagnostic, inFile, sortDiagnostics } from './diagnostic.ts'

describe('a diagnostic', () => {
  it('is written so that editors can jump to it', () => {
    const [diagnostic] = inFile('a/lesson.bg.md', [
      errorAt({ line: 3, column: 7 }, 'x', 'It is wrong.', 'mend it'),
    ])
    expect(diagnostic && formatDiagnostic(diagnostic)).toBe('a/lesson.bg.md:3:7: It is wrong. (mend it)')
  })

  it('has one place in the order of all', () => {
    const at = (file: string, line: number, column: number, code: string) => ({
      file,
      ...errorAt({ line, column }, code, '', ''),
    })
    const sorted = [
      at('a', 2, 1, 'x'),
      at('a', 2, 1, 'y'),
      at('a', 2, 3, 'a'),
      at('a', 10, 1, 'a'),
      at('b', 1, 1, 'a'),
    ]
    expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted)
  })
})
