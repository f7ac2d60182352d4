import { qrCode } from '../qr.ts'
import { palette } from './palette.ts'
import type { Sheet } from './sheet.server.ts'
import { figure, type StructureElement } from './structure.server.ts'

/** Draws the code as one filled path. `size` is the side of the square, its light border included. */
export function drawQrCode(
  sheet: Sheet,
  parent: StructureElement,
  code: { text: string; description: string },
  place: { x: number; y: number; size: number },
): void {
  const { x, y, size } = place
  const { modules, path } = qrCode(code.text)
  figure(sheet, parent, code.description, [x, y, x + size, y + size], () => {
    sheet.document
      .save()
      .translate(x, y)
      .scale(size / modules)
    sheet.document.path(path).fill(palette.code)
    sheet.document.restore()
  })
}
