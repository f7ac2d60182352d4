import { column, sheet } from './page.ts'
import type { Press, StructureElement } from './press.server.ts'

/** Something that stands on a page as a whole. */
export type Row = {
  kind: 'row'
  height: number
  /** Space above, left out at the top of a page. */
  before: number
  /** Whether a page may not end after it. */
  keep: boolean
  /** What lies behind or beside it and is not read out, from the end of the row before. */
  decorate: ((top: number, height: number) => void)[]
  /** Draws the row into the structure element that is open. */
  draw: (top: number, parent: StructureElement) => void
  /** Drawn again, unread, when the row begins a page: the head of a table. */
  repeat: { height: number; draw: (top: number) => void } | null
}

/** What a lesson becomes before it meets pages: rows, and the structure elements around them. */
export type Item = Row | { kind: 'open'; type: string; title?: string } | { kind: 'close' }

export function row(given: Pick<Row, 'height' | 'draw'> & Partial<Row>): Row {
  return { kind: 'row', before: 0, keep: false, decorate: [], repeat: null, ...given }
}

/** Stands on the first page above the text; the text begins under it. */
export function printItems(press: Press, root: StructureElement, items: readonly Item[]): void {
  const open: StructureElement[] = [root]
  let y = Number.POSITIVE_INFINITY
  // As long as nothing but space has been placed on the page, space is left out.
  let empty = true
  for (const [index, item] of items.entries()) {
    const parent = open.at(-1) ?? root
    if (item.kind === 'open') {
      const element = press.document.struct(item.type, item.title === undefined ? {} : { title: item.title })
      parent.add(element)
      open.push(element)
      continue
    }
    if (item.kind === 'close') {
      open.pop()?.end()
      continue
    }
    const fresh = y + item.before + heightToKeep(items, index) > column.bottom
    if (fresh) {
      addPage(press)
      y = column.top
      empty = true
    }
    const start = y
    if (fresh && item.repeat) {
      const { height, draw } = item.repeat
      artifact(press, () => draw(y))
      y += height
    }
    const top = empty ? y : y + item.before
    if (item.decorate.length > 0) {
      artifact(press, () => {
        for (const decorate of item.decorate) decorate(start, top + item.height - start)
      })
    }
    item.draw(top, parent)
    y = top + item.height
    if (item.height > 0) empty = false
  }
  while (open.length > 1) open.pop()?.end()
}

/** The row itself, and as long as rows must not be parted, those after it: never more than a page holds. */
function heightToKeep(items: readonly Item[], index: number): number {
  const most = column.bottom - column.top
  let height = 0
  let first = true
  for (const item of items.slice(index)) {
    if (item.kind !== 'row') continue
    const next = height + (first ? 0 : item.before) + item.height
    if (next > most) break
    height = next
    first = false
    if (!item.keep) break
  }
  const [row] = items.slice(index)
  return Math.max(height, row?.kind === 'row' ? Math.min(row.height, most) : 0)
}

function addPage({ document }: Press): void {
  document.addPage({ size: [sheet.width, sheet.height], margin: 0 })
}

/** What decorates the page or repeats, and is not read out. */
export function artifact(
  { document }: Press,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  document.markContent('Artifact', { type })
  draw()
  document.endMarkedContent()
}
