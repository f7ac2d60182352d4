import { qrCode } from '../qr.ts'
import { palette } from './palette.ts'
import type { Sheet } from './sheet.server.ts'
import { figure, type StructureElement } from './structure.server.ts'

/**
 * Draws the code as one filled path. `size` is the side of the square, its light border included; `left` is the
 * edge of the dark modules, which is where an eye sees the code begin.
 */
export function drawQrCode(
  sheet: Sheet,
  parent: StructureElement,
  code: { text: string; description: string },
  place: { left: number; top: number; size: number },
): void {
  const { modules, quietZone, path } = qrCode(code.text)
  const { top: y, size } = place
  const x = place.left - (quietZone / modules) * size
  figure(sheet, parent, code.description, [x, y, x + size, y + size], () => {
    sheet.document
      .save()
      .translate(x, y)
      .scale(size / modules)
    sheet.document.path(path).fill(palette.code)
    sheet.document.restore()
  })
}
