import { pageOf } from '../certificate-wording.ts'
import { bottom, main } from './page-grid.ts'
import { palette } from './palette.ts'
import { drawText, type Sheet, setText } from './sheet.server.ts'
import { artifact } from './structure.server.ts'

/** Which page this is, under everything else; nothing where there is only one. */
export function drawPageNumber(sheet: Sheet, pages: number): void {
  if (pages === 1) return
  const { bg, en } = pageOf(sheet.page, pages)
  const style = { face: 'regular', size: 7.6, leading: 1.25, colour: palette.quiet } as const
  const text = setText(sheet, `${bg} · ${en}`, style, main.width)
  artifact(sheet, 'Pagination', () => drawText(sheet, text, main.left, bottom + 6))
}
