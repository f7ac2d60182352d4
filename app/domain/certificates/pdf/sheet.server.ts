import { openFont } from '#app/platform/fonts.server.ts'
import { balanceLines, breakLines } from '#app/platform/line-breaking.ts'
import { type Face, faces } from '../faces.ts'
import { drawableText } from '../glyphs.server.ts'
import type { CertificateDocument } from './document.server.ts'

/** How text is set. Sizes are in points, the leading is in multiples of the size. */
export type TextStyle = { face: Face; size: number; leading: number; colour: string }

/** A text broken into lines for one width, ready to be drawn. */
export type TextBlock = { lines: string[]; style: TextStyle; height: number }

/** One line of text as it stands on a page: where it starts, and its baseline from the top of the page. */
export type DrawnLine = { page: number; text: string; face: Face; size: number; x: number; baseline: number }

/** A document being drawn, with a record of every line of text on it (marks behind the text aside). */
export type Sheet = { document: CertificateDocument; page: number; lines: DrawnLine[]; memory: Memory }

/** Texts are tried in many sizes: checked texts, and widths of words per face in multiples of the size. */
type Memory = { texts: Map<string, string>; words: Record<Face, Map<string, number>> }

export function openSheet(document: CertificateDocument): Sheet {
  for (const face of faces) {
    // The library takes a parsed font where its types know file contents only.
    document.registerFont(face, openFont(face) as unknown as Uint8Array)
  }
  return {
    document,
    page: 0,
    lines: [],
    memory: { texts: new Map(), words: { regular: new Map(), bold: new Map() } },
  }
}

export function addPage(sheet: Sheet): void {
  sheet.document.addPage()
  sheet.page += 1
}

/**
 * The width in points: the sum of the words, which the library lays out one by one too. Every word is measured with
 * a space after it, as most are drawn: the font has no kerning against spaces, so that the space can be taken off.
 */
export function widthOfText(
  sheet: Sheet,
  text: string,
  { face, size }: Pick<TextStyle, 'face' | 'size'>,
): number {
  let width = -widthOfSpacedWord(sheet, '', face)
  for (const word of text.split(' ')) width += widthOfSpacedWord(sheet, word, face)
  return width * size
}

function widthOfSpacedWord({ document, memory }: Sheet, word: string, face: Face): number {
  const known = memory.words[face].get(word)
  if (known !== undefined) return known
  const width = document.font(face).fontSize(1).widthOfString(`${word} `)
  memory.words[face].set(word, width)
  return width
}

function checkedText({ memory }: Sheet, text: string): string {
  const known = memory.texts.get(text)
  if (known !== undefined) return known
  const checked = drawableText(text)
  memory.texts.set(text, checked)
  return checked
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
  const broken = set(checkedText(sheet, text), width, part => widthOfText(sheet, part, style))
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
