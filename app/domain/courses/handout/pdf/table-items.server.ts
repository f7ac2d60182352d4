import { type Cell, type HandoutBlock, textOfSpans } from '../handout-blocks.ts'
import { columnWidths } from './column-widths.ts'
import { drawLine, paintLine } from './draw-line.server.ts'
import { artifact, type Item, row } from './flow.server.ts'
import { column, palette } from './page.ts'
import { measureWith, type StructureElement } from './press.server.ts'
import { type Line, setLines, type TextStyle } from './set-lines.ts'
import type { Frame } from './text-items.server.ts'

const style: TextStyle = { size: 9.5, leading: 1.35, colour: palette.ink }
const headStyle: TextStyle = { ...style, bold: true }
const padding = { x: 5, y: 4.5 }

/** A row of cells, broken into lines. */
type SetRow = {
  cells: { lines: Line[]; x: number; width: number; align: Cell['align'] }[]
  style: TextStyle
  height: number
}

/** A table with ruled rows. Its head stands again on every page that it goes on to. */
export function tableItems(
  frame: Frame,
  { head, rows }: Extract<HandoutBlock, { kind: 'table' }>,
  before: number,
): Item[] {
  const widths = widthsOf(frame, head === null ? rows : [head, ...rows])
  const headRow = head === null ? null : setRow(frame, head, widths, headStyle)
  const repeat =
    headRow === null
      ? null
      : { height: headRow.height, draw: (top: number) => paintHead(frame, headRow, top) }
  const slices = rows.flatMap(cells => slicesOf(setRow(frame, cells, widths, style)))
  return [
    { kind: 'open', type: 'Table' },
    ...(headRow === null
      ? []
      : [
          row({
            height: headRow.height,
            before,
            keep: true,
            draw: (top, table) => drawRow(frame, headRow, top, table, 'TH'),
          }),
        ]),
    ...slices.map((slice, index) =>
      row({
        height: slice.height,
        before: headRow === null && index === 0 ? before : 0,
        // No row alone at the end of a page or at the beginning of one.
        keep: index === slices.length - 2,
        repeat,
        draw: (top, table) => drawRow(frame, slice, top, table, 'TD'),
      }),
    ),
    { kind: 'close' },
    row({ height: 0, before: 4, draw: () => undefined }),
  ]
}

function widthsOf(frame: Frame, rows: readonly Cell[][]): number[] {
  const measure = measureWith(frame.press, headStyle)
  const inner = 2 * padding.x
  const wanted = (cell: Cell) => cell.spans.reduce((sum, span) => sum + measure(span.text, span), 0) + inner
  const least = (cell: Cell) =>
    Math.max(
      0,
      ...textOfSpans(cell.spans)
        .split(/[\s/]+/)
        .map(word => measure(word, cell.spans[0] ?? { text: word })),
    ) + inner
  const columns = Math.max(...rows.map(cells => cells.length))
  const most = (measureCell: (cell: Cell) => number) =>
    Array.from({ length: columns }, (_, index) =>
      Math.max(inner, ...rows.map(cells => (cells[index] ? measureCell(cells[index]) : 0))),
    )
  return columnWidths(most(least), most(wanted), frame.width)
}

function setRow(
  frame: Frame,
  cells: readonly Cell[],
  widths: readonly number[],
  rowStyle: TextStyle,
): SetRow {
  const measure = measureWith(frame.press, rowStyle)
  let x = frame.left
  const set = widths.map((width, index) => {
    const cell = cells[index] ?? { spans: [], align: 'left' as const }
    const lines = setLines(cell.spans, width - 2 * padding.x, measure)
    const placed = { lines, x, width, align: cell.align }
    x += width
    return placed
  })
  return { cells: set, style: rowStyle, height: heightOf(Math.max(...set.map(({ lines }) => lines.length))) }
}

function heightOf(lines: number): number {
  return lines * style.size * style.leading + 2 * padding.y
}

/** A row too tall for a good page in several: cells go on where they stopped. */
function slicesOf(whole: SetRow): SetRow[] {
  const most = Math.floor(((column.bottom - column.top) * 0.4) / (style.size * style.leading))
  const lines = Math.max(...whole.cells.map(cell => cell.lines.length))
  if (lines <= most) return [whole]
  return Array.from({ length: Math.ceil(lines / most) }, (_, slice) => {
    const cells = whole.cells.map(cell => ({
      ...cell,
      lines: cell.lines.slice(slice * most, (slice + 1) * most),
    }))
    return { ...whole, cells, height: heightOf(Math.max(...cells.map(cell => cell.lines.length))) }
  })
}

function drawRow(frame: Frame, set: SetRow, top: number, table: StructureElement, type: 'TH' | 'TD'): void {
  const { press, site } = frame
  artifact(press, () => paintGround(frame, set, top, type === 'TH'))
  const element = press.document.struct('TR')
  table.add(element)
  for (const cell of set.cells) {
    const inner = press.document.struct(type)
    element.add(inner)
    for (const [index, line] of cell.lines.entries()) {
      const at = { x: lineStart(cell, line), top: lineTop(set, top, index), site }
      drawLine(press, inner, line, set.style, at)
    }
    inner.end()
  }
  element.end()
}

function paintHead(frame: Frame, set: SetRow, top: number): void {
  paintGround(frame, set, top, true)
  for (const cell of set.cells) {
    for (const [index, line] of cell.lines.entries())
      paintLine(frame.press, line, set.style, lineStart(cell, line), lineTop(set, top, index))
  }
}

function paintGround({ press, left, width }: Frame, set: SetRow, top: number, head: boolean): void {
  const { document } = press
  if (head) document.rect(left, top, width, set.height).fill(palette.green)
  document.rect(left, top + set.height - 0.6, width, 0.6).fill(head ? palette.ink : palette.line)
}

function lineStart({ x, width, align }: SetRow['cells'][number], line: Line): number {
  if (align === 'right') return x + width - padding.x - line.width
  return align === 'center' ? x + (width - line.width) / 2 : x + padding.x
}

function lineTop(set: SetRow, top: number, index: number): number {
  return top + padding.y + index * set.style.size * set.style.leading
}
