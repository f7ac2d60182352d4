import type { Span } from '../handout-blocks.ts'
import { drawLine } from './draw-line.server.ts'
import { type Item, row } from './flow.server.ts'
import { palette } from './page.ts'
import { measureWith, type Press } from './press.server.ts'
import { setLines, type TextStyle } from './set-lines.ts'

/** Where a block stands, and what goes with it on its way into boxes and lists. */
export type Frame = {
  press: Press
  /** Address of the site, for links that begin with `/`. */
  site: string
  left: number
  width: number
  /** The bytes of a picture ready to be embedded, or null when it cannot be printed. */
  picture: (address: string) => Buffer | null
  noPicture: string
}

export const body: TextStyle = { size: 10.5, leading: 1.45, colour: palette.ink }
export const quiet: TextStyle = { size: 9, leading: 1.4, colour: palette.quiet }

const headings: Record<2 | 3 | 4, { style: TextStyle; before: number }> = {
  2: { style: { size: 16, leading: 1.2, colour: palette.ink, bold: true }, before: 22 },
  3: { style: { size: 12.5, leading: 1.25, colour: palette.ink, bold: true }, before: 16 },
  4: { style: { size: 10.5, leading: 1.4, colour: palette.linden, bold: true }, before: 12 },
}

export type TextOptions = { type: string; before: number; keep?: boolean; centred?: boolean }

/** A paragraph, line by line. Its first two lines stay together, and so do its last two. */
export function textItems(
  frame: Frame,
  spans: readonly Span[],
  style: TextStyle,
  { type, before, keep = false, centred = false }: TextOptions,
): Item[] {
  const { press, left, width, site } = frame
  const lines = setLines(spans, width, measureWith(press, style))
  const rows = lines.map((line, index) =>
    row({
      height: style.size * style.leading,
      before: index === 0 ? before : 0,
      keep: keep || (lines.length > 1 && (index === 0 || index === lines.length - 2)),
      draw: (top, parent) => {
        const x = centred ? left + (width - line.width) / 2 : left
        drawLine(press, parent, line, style, { x, top, site })
      },
    }),
  )
  return [{ kind: 'open', type }, ...rows, { kind: 'close' }]
}

export function headingItems(frame: Frame, level: 2 | 3 | 4, spans: readonly Span[]): Item[] {
  const { style, before } = headings[level]
  return textItems(frame, spans, style, { type: `H${level}`, before, keep: true })
}
