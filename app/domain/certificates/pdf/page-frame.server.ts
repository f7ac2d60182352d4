import { strip } from './page-grid.ts'
import { palette } from './palette.ts'
import type { Sheet } from './sheet.server.ts'
import { planSize, type Square, streetPlan } from './street-plan.ts'
import { artifact } from './structure.server.ts'

/** The product's mark in a square of 32: three squares and a linden leaf. */
const markSize = 32
const markSquares = 'M2 2h12v12H2zM2 18h12v12H2zM18 18h12v12H18z'
const markLeaf = 'M24 2.2c3.6 0 6 2.3 6 5.4 0 3.9-4.3 5.2-6 7-1.7-1.8-6-3.1-6-7 0-3.1 2.4-5.4 6-5.4z'

const squareColours: Record<Square, string> = {
  street: palette.sunken,
  block: palette.lindenTint,
  linden: palette.linden,
}

/** The mark takes two rows, and the one under it stays empty. */
const markRows = 2
const rowsAbovePlan = 3
const pitch = (strip.bottom - strip.top) / (planSize.rows + rowsAbovePlan)

/** Everything that stands on each page and says nothing: the mark, and under it the certificate's own street plan. */
export function drawPageFrame(sheet: Sheet, id: string): void {
  artifact(sheet, 'Layout', () => {
    drawMark(sheet, strip.left, strip.top, pitch * markRows)
    const gap = (4 / markSize) * pitch * markRows
    for (const [row, squares] of streetPlan(id).entries()) {
      for (const [column, square] of squares.entries()) {
        const x = strip.left + column * pitch + gap / 2
        const y = strip.top + (row + rowsAbovePlan) * pitch + gap / 2
        sheet.document.rect(x, y, pitch - gap, pitch - gap).fill(squareColours[square])
      }
    }
  })
}

function drawMark({ document }: Sheet, x: number, y: number, size: number): void {
  document
    .save()
    .translate(x, y)
    .scale(size / markSize)
  document.path(markSquares).fill(palette.linden)
  document.path(markLeaf).fill(palette.amber)
  document.restore()
}
