import type { Cell, HandoutBlock, Span } from './handout-blocks.ts'
import { childElements, type Element, hasClass } from './html-tree.ts'

export function readTable(table: Element, spansOf: (cell: Element) => Span[]): HandoutBlock {
  const rowsIn = (name: string) =>
    childElements(table)
      .filter(part => part.name === name)
      .flatMap(childElements)
      .map(row => childElements(row).map(cell => readCell(cell, spansOf)))
  const [head = null] = rowsIn('thead')
  return { kind: 'table', head, rows: rowsIn('tbody') }
}

function readCell(cell: Element, spansOf: (cell: Element) => Span[]): Cell {
  const align = (['center', 'right'] as const).find(side => hasClass(cell, `align-${side}`)) ?? 'left'
  return { spans: spansOf(cell), align }
}
