import { type Face, faces, font } from '../fonts.server.ts'
import { drawableText } from '../glyphs.server.ts'
import { type CertificateDocument, pageSize } from './document.server.ts'
import { balanceLines, breakLines } from './line-breaking.ts'

/** How text is set. Sizes are in points, the leading is in multiples of the size. */
export type TextStyle = { face: Face; size: number; leading: number; colour: string }

/** A text broken into lines for one width, ready to be drawn. */
export type TextBlock = { lines: string[]; style: TextStyle; height: number }

/** One line of text as it stands on a page: where it starts, and its baseline from the top of the page. */
export type DrawnLine = { page: number; text: string; face: Face; size: number; x: number; baseline: number }

/** A document being drawn, with a record of every line of text on it (marks behind the text aside). */
export type Sheet = { document: CertificateDocument; page: number; lines: DrawnLine[] }

export function openSheet(document: CertificateDocument): Sheet {
  for (const face of faces) {
    // The library takes a parsed font where its types know file contents only.
    document.registerFont(face, font(face) as unknown as Uint8Array)
  }
  return { document, page: 0, lines: [] }
}

export function addPage(sheet: Sheet): void {
  sheet.document.addPage()
  sheet.page += 1
}

export function widthOfText(
  sheet: Sheet,
  text: string,
  { face, size }: Pick<TextStyle, 'face' | 'size'>,
): number {
  return sheet.document.font(face).fontSize(size).widthOfString(text)
}

/** Breaks a text for a width; `even` lines for names and titles. */
export function setText(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  width: number,
  lines?: 'even',
): TextBlock {
  const set = lines === 'even' ? balanceLines : breakLines
  const broken = set(drawableText(text), width, part => widthOfText(sheet, part, style))
  return { lines: broken, style, height: broken.length * style.size * style.leading }
}

/** Draws a block with its top left corner at `x`, `top`; gives the position of its lower edge. */
export function drawText(sheet: Sheet, block: TextBlock, x: number, top: number): number {
  const { face, size, leading, colour } = block.style
  sheet.document.font(face).fontSize(size).fillColor(colour)
  for (const [index, text] of block.lines.entries()) {
    // Half of the leading above, and the letters' height (cap height 0.655 em) centred in their line.
    const baseline = top + (index + 0.5) * size * leading + 0.33 * size
    sheet.document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
    sheet.lines.push({ page: sheet.page, text, face, size, x, baseline })
  }
  return top + block.height
}

export function isOnPage(top: number, bottom: number): boolean {
  return top >= 0 && bottom <= pageSize.height
}
