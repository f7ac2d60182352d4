import { palette } from './page.ts'
import { type Press, runsOf, type StructureElement, useFace, widthOfRun } from './press.server.ts'
import type { Line, Piece, TextStyle } from './set-lines.ts'

/** Draws a line of text into the structure element, its links as elements of their own. `top` is that of the line. */
export function drawLine(
  press: Press,
  parent: StructureElement,
  line: Line,
  style: TextStyle,
  { x, top, site }: { x: number; top: number; site: string },
): void {
  const baseline = baselineOf(top, style)
  for (const group of groupByLink(line.pieces)) {
    const href = group[0]?.href
    const draw = () => {
      for (const piece of group) drawPiece(press, piece, style, x, baseline)
    }
    if (href === undefined) parent.add(draw)
    else {
      const link = press.document.struct('Link')
      parent.add(link)
      link.add(draw)
      const [first] = group
      const width = group.reduce((sum, piece) => sum + piece.width, 0)
      // A String object is how the library tells text from a name; its types know the primitive only.
      const options = {
        structParent: link,
        Contents: Object(
          group
            .map(piece => piece.text)
            .join('')
            .trim(),
        ),
      }
      const address = href.startsWith('/') ? site + href : href
      press.document.link(x + (first?.x ?? 0), top, width, style.size * style.leading, address, options)
      link.end()
    }
  }
}

/** The same without a place in the structure: for what is not read out. */
export function paintLine(press: Press, line: Line, style: TextStyle, x: number, top: number): void {
  for (const piece of line.pieces) drawPiece(press, piece, style, x, baselineOf(top, style))
}

/** Half of the leading above, and the letters' height (cap height 0.655 em) centred in their line. */
function baselineOf(top: number, { size, leading }: TextStyle): number {
  return top + 0.5 * size * leading + 0.33 * size
}

function drawPiece(press: Press, piece: Piece, style: TextStyle, left: number, baseline: number): void {
  let x = left + piece.x
  const visible = piece.width - (piece.text.length - piece.text.trimEnd().length) * style.size * 0.25
  if (piece.mono) {
    press.document
      .rect(x - 1, baseline - style.size * 0.78, visible + 2, style.size * 1.08)
      .fill(palette.sunken)
  }
  const colour = piece.href === undefined ? style.colour : palette.linden
  for (const run of runsOf(piece.text, piece, style)) {
    useFace(press, run.face)
      .fontSize(run.size)
      .fillColor(colour)
      .text(run.text, x, baseline - run.rise, { lineBreak: false, baseline: 'alphabetic' })
    x += widthOfRun(press, run)
  }
  if (piece.href !== undefined)
    press.document.rect(left + piece.x, baseline + style.size * 0.13, visible, 0.5).fill(palette.linden)
  if (piece.struck)
    press.document.rect(left + piece.x, baseline - style.size * 0.25, visible, 0.5).fill(style.colour)
}

function groupByLink(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && last[0]?.href === piece.href) last.push(piece)
    else groups.push([piece])
  }
  return groups
}
