import type { HandoutBlock } from '../handout-blocks.ts'
import { type Item, row } from './flow.server.ts'
import { palette } from './page.ts'
import { type Press, runsOf, useFace, widthOfRun } from './press.server.ts'
import type { TextStyle } from './set-lines.ts'
import { body, type Frame, textItems } from './text-items.server.ts'

const style: TextStyle = { size: 9, leading: 1.42, colour: palette.ink }

/** Width of a sign of the typewriter face, in multiples of its size. */
const advance = 0.525
const cell = style.size * 0.98 * advance
const padding = 8

/** Code of so few lines stays on one page. */
const SHORT = 12

/**
 * Code on a grid, so that columns stand under each other. The typewriter face has no Cyrillic: such letters come from
 * the text face, each run squeezed or spread to as many cells as it has letters.
 */
export function codeItems(
  frame: Frame,
  { title, text }: Extract<HandoutBlock, { kind: 'code' }>,
  before: number,
): Item[] {
  const { press, left, width } = frame
  const columns = Math.floor((width - 2 * padding) / cell)
  const lines = text
    .replace(/\t/g, '    ')
    .split('\n')
    .flatMap(line => wrap(line, columns))
  const decorate = (top: number, height: number) => {
    press.document.rect(left, top, width, height).fill(palette.sunken)
  }
  const space = () => row({ height: 6, keep: true, decorate: [decorate], draw: () => undefined })
  const rows = lines.map((line, index) =>
    row({
      height: style.size * style.leading,
      // No line alone at the end of a page or at the beginning of one.
      keep: lines.length <= SHORT || index === 0 || index >= lines.length - 2,
      decorate: [decorate],
      draw: (top, parent) => parent.add(() => drawCode(press, line, left + padding, top)),
    }),
  )
  const caption =
    title === null
      ? []
      : textItems(
          frame,
          [{ text: title, bold: true }],
          { ...body, size: 9 },
          { type: 'Caption', before, keep: true },
        )
  return [
    ...caption,
    row({ height: 0, before: title === null ? before : 3, keep: true, draw: () => undefined }),
    { kind: 'open', type: 'P' },
    { kind: 'open', type: 'Code' },
    space(),
    ...rows,
    { ...space(), keep: false },
    { kind: 'close' },
    { kind: 'close' },
    row({ height: 0, before: 4, draw: () => undefined }),
  ]
}

/** A long line goes on in the next one, two cells further in. */
function wrap(line: string, columns: number): string[] {
  const signs = [...line]
  if (signs.length <= columns) return [line]
  const lines = [signs.slice(0, columns).join('')]
  for (let at = columns; at < signs.length; at += columns - 2) {
    lines.push(`  ${signs.slice(at, at + columns - 2).join('')}`)
  }
  return lines
}

function drawCode(press: Press, line: string, left: number, top: number): void {
  const baseline = top + 0.5 * style.size * style.leading + 0.33 * style.size
  let column = 0
  // Words and the spaces between them apart, so that every word begins in its own cell.
  const parts = line.match(/\S+|\s+/g) ?? []
  for (const run of parts.flatMap(text => runsOf(text, { text, mono: true }, style))) {
    const cells = [...run.text].length
    const fitted = run.face === 'mono' ? 1 : Math.min(1, (cells * cell) / widthOfRun(press, run))
    const document = useFace(press, run.face).fontSize(run.size).fillColor(style.colour)
    document
      .save()
      .translate(left + column * cell, 0)
      .scale(fitted, 1)
    document.text(run.text, 0, baseline, { lineBreak: false, baseline: 'alphabetic' })
    document.restore()
    column += cells
  }
}
