import type { CertificateWording } from '../certificate-wording.ts'
import { main, pageSize, rail, top } from './page-grid.ts'
import { drawPair, setPairBelow } from './pair.server.ts'
import { palette } from './palette.ts'
import { drawText, type Sheet, setText, widthOfText } from './sheet.server.ts'
import { artifact, passageLanguage, type StructureElement, tagged } from './structure.server.ts'

/** The mark behind everything, from corner to corner, pale enough to read through. */
export function drawDemoGround({ document, ...sheet }: Sheet, mark: string): void {
  const surface = { document, ...sheet }
  artifact(surface, 'Layout', () => {
    const style = { face: 'bold', size: 104 } as const
    const width = widthOfText(surface, mark, style)
    const centre = { x: (main.left + rail.right) / 2, y: pageSize.height / 2 }
    document.save().translate(centre.x, centre.y).rotate(-28)
    document
      .font(style.face)
      .fontSize(style.size)
      .fillColor(palette.amberTint)
      .text(mark, -width / 2, style.size * 0.33, { lineBreak: false, baseline: 'alphabetic' })
    document.restore()
  })
}

/** The mark in full ink, framed, for readers, screen readers and printers that drop pale colours. */
export function drawDemoStamp(
  sheet: Sheet,
  parent: StructureElement,
  demo: NonNullable<CertificateWording['demo']>,
): void {
  const mark = setText(sheet, demo.mark, markStyle, stamp.width)
  const meaning = setPairBelow(sheet, demo.meaning, meaningStyle, stamp.width)
  const left = main.right - stamp.width - stamp.padding
  artifact(sheet, 'Layout', () => {
    const height = mark.height + meaning.height + 2 * stamp.padding
    sheet.document
      .lineWidth(1.4)
      .rect(left - stamp.padding, top, stamp.width + 2 * stamp.padding, height)
      .stroke(palette.amber)
  })
  tagged(sheet, parent, 'P', { lang: passageLanguage.bg }, () =>
    drawText(sheet, mark, left, top + stamp.padding),
  )
  drawPair(sheet, parent, 'P', meaning, left, top + stamp.padding + mark.height)
}

const stamp = { width: 158, padding: 7 }

/** What the stamp takes from the line that it stands on, with a gap beside it. */
export const demoStampWidth = stamp.width + 2 * stamp.padding + 12

const markStyle = { face: 'bold', size: 17, leading: 1.15, colour: palette.amber } as const

const meaningStyle = {
  bg: { face: 'regular', size: 8.4, leading: 1.2, colour: palette.ink },
  en: { face: 'regular', size: 8.4, leading: 1.2, colour: palette.quiet },
} as const
