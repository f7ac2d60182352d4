import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { renderInlineTokens } from '#app/markdown/renderer.ts'
import { positionOfBlock } from '#app/markdown/source-positions.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'

/** What belongs together. `pairs[left] = right`; a right-hand side may serve several left ones, or none. */
export type MatchTable = { heads: [string, string]; left: string[]; right: string[]; pairs: number[] }

/** A table of two columns is a matching, unless the question is answered in another way. */
export function isMatchTable(block: Block): boolean {
  return block.open.type === 'table_open' && (rowsOf(block)[0]?.length ?? 0) === 2
}

export function readMatchTable(
  block: Block,
  environment: MarkdownEnvironment,
): { table: MatchTable; problems: Problem[] } {
  const [head, ...rows] = rowsOf(block).map(row =>
    row.map(cell => renderInlineTokens(cell.inner[0]?.children ?? [], environment)),
  )
  const table: MatchTable = { heads: [head?.[0] ?? '', head?.[1] ?? ''], left: [], right: [], pairs: [] }
  const problems: Problem[] = []
  const place = positionOfBlock(environment, block.open)
  for (const [left = '', right = ''] of rows) {
    if (right === '') {
      const message = 'A row of this matching has nothing on the right.'
      problems.push(errorAt(place, 'match-empty', message, 'fill in the second cell of every row'))
    }
    if (!table.right.includes(right)) table.right.push(right)
    // A row without a left-hand side offers one more choice that belongs to nothing.
    if (left === '') continue
    table.left.push(left)
    table.pairs.push(table.right.indexOf(right))
  }
  if (table.left.length < 2 || table.right.length < 2) {
    const message = 'There are fewer than two pairs to match.'
    problems.push(errorAt(place, 'match-few', message, 'write at least two rows with different right sides'))
  }
  if (new Set(table.left).size < table.left.length) {
    const message = 'Two rows of this matching have the same left side.'
    problems.push(errorAt(place, 'match-repeated', message, 'write each thing on the left once'))
  }
  return { table, problems }
}

/** The cells of every row, the head's first. */
function rowsOf(table: Block): Block[][] {
  return outermostBlocks(table.inner)
    .flatMap(part => outermostBlocks(part.inner))
    .map(row => outermostBlocks(row.inner))
}
