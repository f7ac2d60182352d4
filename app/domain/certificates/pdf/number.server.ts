import type { CertificateWording } from '../certificate-wording.ts'
import { bottom, rail } from './page-grid.ts'
import { drawPair, setPairBeside } from './pair.server.ts'
import { palette } from './palette.ts'
import { drawQrCode } from './qr-code.server.ts'
import { drawText, type Sheet, setText } from './sheet.server.ts'
import { passageLanguage, type StructureElement, tagged } from './structure.server.ts'

const codeSize = 112
const labelHeight = 10
const numberHeight = 17

/** Where the code and the number begin, at the foot of the narrow column. */
export const numberTop = bottom - codeSize - labelHeight - numberHeight

/** The code to scan and, under it, the number to type. */
export function drawNumber(
  sheet: Sheet,
  parent: StructureElement,
  wording: CertificateWording,
  verifyUrl: string,
): void {
  const place = { left: rail.left, top: numberTop, size: codeSize }
  const label = setPairBeside(sheet, wording.numberLabel, labelStyle, rail.width, 4)
  const number = setText(sheet, wording.number, numberStyle, rail.width)
  const labelTop = bottom - numberHeight - labelHeight
  drawPair(sheet, parent, 'P', label, rail.left, labelTop)
  tagged(sheet, parent, 'P', { lang: passageLanguage.bg }, () =>
    drawText(sheet, number, rail.left, bottom - numberHeight),
  )
  drawQrCode(sheet, parent, { text: verifyUrl, description: wording.qrDescription }, place)
}

const labelStyle = {
  bg: { face: 'regular', size: 7.6, leading: 1.25, colour: palette.quiet },
  en: { face: 'regular', size: 7.6, leading: 1.25, colour: palette.quiet },
} as const

const numberStyle = { face: 'bold', size: 14.5, leading: 1.17, colour: palette.ink } as const
