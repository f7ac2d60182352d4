import type { HandoutContent } from '../handout-content.ts'
import { artifact, type Item, row } from './flow.server.ts'
import { column, palette } from './page.ts'
import { useFace } from './press.server.ts'
import { type Frame, quiet, textItems } from './text-items.server.ts'

export type Publisher = { academy: string; hub: string }

/** The product's mark in a square of 32: three squares and a linden leaf. */
const squares = 'M2 2h12v12H2zM2 18h12v12H2zM18 18h12v12H18z'
const leaf = 'M24 2.2c3.6 0 6 2.3 6 5.4 0 3.9-4.3 5.2-6 7-1.7-1.8-6-3.1-6-7 0-3.1 2.4-5.4 6-5.4z'

/** The head of the first page: whose lesson this is, its name, and what to know of it. */
export function titleItems(frame: Frame, content: HandoutContent, publisher: Publisher): Item[] {
  const { press } = frame
  const brand = row({
    height: 26,
    draw: (top, parent) => {
      artifact(press, () => {
        const { document } = press
        document
          .save()
          .translate(column.left - 1.5, top)
          .scale(26 / 32)
        document.path(squares).fill(palette.linden)
        document.path(leaf).fill(palette.amber)
        document.restore()
      })
      parent.add(() => {
        useFace(press, 'bold')
          .fontSize(11)
          .fillColor(palette.ink)
          .text(publisher.academy, column.left + 33, top + 17, { lineBreak: false, baseline: 'alphabetic' })
      })
    },
  })
  const rule = row({
    height: 1.6,
    before: 14,
    draw: top =>
      artifact(press, () => press.document.rect(column.left, top, column.width, 1.6).fill(palette.ink)),
  })
  const { title, summary, course, facts, authors, licence } = content
  return [
    { kind: 'open', type: 'P' },
    brand,
    { kind: 'close' },
    ...textItems(
      frame,
      [{ text: course }],
      { size: 12, leading: 1.3, colour: palette.linden, bold: true },
      { type: 'P', before: 34 },
    ),
    ...textItems(
      frame,
      [{ text: title }],
      { size: 27, leading: 1.12, colour: palette.ink, bold: true },
      { type: 'H1', before: 3 },
    ),
    ...textItems(
      frame,
      [{ text: summary }],
      { size: 12.5, leading: 1.4, colour: palette.quiet },
      { type: 'P', before: 8 },
    ),
    rule,
    ...textItems(frame, [{ text: facts.join(' · ') }], quiet, { type: 'P', before: 6 }),
    ...textItems(frame, [{ text: [publisher.hub, authors, licence].join(' · ') }], quiet, {
      type: 'P',
      before: 0,
    }),
    row({ height: 8, draw: () => undefined }),
  ]
}
