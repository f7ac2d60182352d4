import type { HandoutBlock, ListItem, Tone } from '../handout-blocks.ts'
import { codeItems } from './code-items.server.ts'
import { figureItems } from './figure-items.server.ts'
import { artifact, type Item, type Row, row } from './flow.server.ts'
import { palette } from './page.ts'
import { useFace } from './press.server.ts'
import { tableItems } from './table-items.server.ts'
import { body, type Frame, headingItems, quiet, textItems } from './text-items.server.ts'

/** Space above a block, in points. */
const gap = 7

/** Every block as rows and the elements around them. `tight` blocks stand close together, as in short lists. */
export function blockItems(frame: Frame, blocks: readonly HandoutBlock[], tight = false): Item[] {
  return blocks.flatMap((block, index) => itemsOf(frame, block, tight ? 1.5 : gap, blocks[index + 1]))
}

function itemsOf(frame: Frame, block: HandoutBlock, before: number, next: HandoutBlock | undefined): Item[] {
  switch (block.kind) {
    case 'heading':
      return headingItems(frame, block.level, block.spans)
    case 'paragraph': {
      // What ends in a colon announces what follows.
      const announces = block.keep || /:\s*$/.test(block.spans.at(-1)?.text ?? '')
      const keep = next !== undefined && announces
      return textItems(frame, block.spans, block.quiet ? quiet : body, {
        type: 'P',
        before,
        keep,
        centred: block.centred === true,
      })
    }
    case 'list':
      return [
        { kind: 'open', type: 'L' },
        ...block.items.flatMap((item, index) =>
          listItem(frame, item, index === 0 ? before : block.tight ? 2.5 : 5),
        ),
        { kind: 'close' },
      ]
    case 'table':
      return tableItems(frame, block, before + 3)
    case 'code':
      return codeItems(frame, block, before + 3)
    case 'quote':
      return decorated(blockItems(inset(frame, 14), block.blocks), 'BlockQuote', (top, height) =>
        frame.press.document.rect(frame.left, top, 2, height).fill(palette.line),
      )
    case 'box':
      return boxItems(frame, block)
    case 'figure':
      return figureItems(frame, block, before + 5)
    case 'definitions':
      return block.entries.flatMap(({ term, blocks }) => [
        ...textItems(frame, term, { ...body, bold: true }, { type: 'P', before, keep: true }),
        ...blockItems(inset(frame, 14), blocks, true),
      ])
    case 'rule':
      return [ruleRow(frame)]
    case 'lines':
      return Array.from({ length: block.count }, () => writingLine(frame))
  }
}

function inset(frame: Frame, by: number): Frame {
  return { ...frame, left: frame.left + by, width: frame.width - by }
}

function listItem(frame: Frame, item: ListItem, before: number): Item[] {
  const inner = inset(frame, 18)
  const items = blockItems(inner, item.blocks, true)
  const first = items.find((entry): entry is Row => entry.kind === 'row')
  const label: Item[] = [
    { kind: 'open', type: 'Lbl' },
    row({
      height: body.size * body.leading,
      before,
      keep: true,
      draw: (top, parent) => parent.add(() => drawMark(frame, item.mark, top)),
    }),
    { kind: 'close' },
  ]
  // The mark has the height of a line, so that what lies behind it is drawn before it; the text goes back beside it.
  if (first) first.before = -body.size * body.leading
  return [
    { kind: 'open', type: 'LI' },
    ...label,
    { kind: 'open', type: 'LBody' },
    ...items,
    { kind: 'close' },
    { kind: 'close' },
  ]
}

function drawMark({ press, left }: Frame, mark: ListItem['mark'], top: number): void {
  const { document } = press
  const middle = top + body.size * body.leading * 0.5
  switch (mark) {
    case 'dot':
      document.rect(left + 5, middle - 1.6, 3.4, 3.4).fill(palette.linden)
      return
    case 'circle':
      document
        .lineWidth(0.8)
        .circle(left + 5.5, middle, 4.6)
        .stroke(palette.quiet)
      return
    case 'box':
    case 'ticked':
      document
        .lineWidth(0.8)
        .rect(left + 1, middle - 4.6, 9.2, 9.2)
        .stroke(palette.quiet)
      if (mark === 'ticked')
        document
          .lineWidth(1.3)
          .moveTo(left + 3, middle)
          .lineTo(left + 5, middle + 2.4)
          .lineTo(left + 8.4, middle - 2.6)
          .stroke(palette.linden)
      return
    default:
      useText(press, mark, left, middle + 0.33 * body.size)
  }
}

function useText(press: Frame['press'], text: string, x: number, baseline: number): void {
  useFace(press, 'bold')
    .fontSize(body.size)
    .fillColor(palette.linden)
    .text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
}

const tones: Record<Tone, { bar: string; ground: string; title: string }> = {
  green: { bar: palette.linden, ground: palette.green, title: palette.linden },
  amber: { bar: palette.amber, ground: palette.amberTint, title: palette.amberInk },
  red: { bar: palette.brick, ground: palette.brickTint, title: palette.brick },
  plain: { bar: palette.ink, ground: '#ffffff', title: palette.linden },
}

function boxItems(frame: Frame, { tone, title, blocks }: Extract<HandoutBlock, { kind: 'box' }>): Item[] {
  const inner = { ...frame, left: frame.left + 14, width: frame.width - 26 }
  const { bar, ground, title: colour } = tones[tone]
  const name =
    title === ''
      ? []
      : textItems(
          inner,
          [{ text: title, bold: true }],
          { ...body, colour },
          { type: 'P', before: 0, keep: true },
        )
  const items = [...name, ...blockItems(inner, blocks)]
  const { document } = frame.press
  keepTogether(items)
  const framed = decorated([padding(9, true), ...items, padding(9, false)], 'Sect', (top, height) => {
    document.rect(frame.left, top, frame.width, height).fill(ground)
    document.rect(frame.left, top, 2.5, height).fill(bar)
  })
  return [spaceRow(12), ...framed, spaceRow(5)]
}

/** Items in one element, with something drawn behind every row of theirs, the space above it included. */
function decorated(items: Item[], type: string, decorate: (top: number, height: number) => void): Item[] {
  const rows = items.map(item =>
    item.kind === 'row' ? { ...item, decorate: [decorate, ...item.decorate] } : item,
  )
  return [{ kind: 'open', type }, ...rows, { kind: 'close' }]
}

function padding(height: number, keep: boolean): Row {
  return row({ height, keep, draw: () => undefined })
}

/** A box no taller than this stays on one page: a question is not answered overleaf. */
const SMALL = 300

function keepTogether(items: readonly Item[]): void {
  const rows = items.filter(item => item.kind === 'row')
  const height = rows.reduce((sum, { before, height: own }) => sum + before + own, 0)
  const last = rows.at(-1)
  // Never the lower edge of a box alone.
  if (last) last.keep = true
  if (height <= SMALL) for (const each of rows) each.keep = true
}

/** Space that a new page swallows. */
function spaceRow(before: number): Row {
  return row({ height: 0, before, keep: true, draw: () => undefined })
}

function ruleRow({ press, left, width }: Frame): Row {
  return row({
    height: 1,
    before: 14,
    draw: top => artifact(press, () => press.document.rect(left, top, width, 0.6).fill(palette.line)),
  })
}

function writingLine({ press, left, width }: Frame): Row {
  return row({
    height: 24,
    draw: top => artifact(press, () => press.document.rect(left, top + 22, width, 0.6).fill(palette.quiet)),
  })
}
