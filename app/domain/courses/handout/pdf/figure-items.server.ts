import { imageSize } from 'image-size'
import { drawPicture } from '#app/platform/picture.server.ts'
import { colouredDiagram } from '../diagram-colours.ts'
import type { HandoutBlock } from '../handout-blocks.ts'
import { type Item, row } from './flow.server.ts'
import { column } from './page.ts'
import { body, type Frame, quiet, textItems } from './text-items.server.ts'

/** Pixels for a point: 144 to the inch are sharp on paper and small enough to send. */
const density = 2

/** A picture with its caption; what cannot be printed is told in words. */
export function figureItems(
  frame: Frame,
  { source, alt, caption }: Extract<HandoutBlock, { kind: 'figure' }>,
  before: number,
): Item[] {
  const picture = readPicture(frame, source)
  const captionItems = (keep: boolean) =>
    caption.length === 0
      ? []
      : textItems(frame, caption, { ...quiet, italic: true }, { type: 'Caption', before: 4, keep })
  if (picture === null) {
    const words = [{ text: `${frame.noPicture} ` }, { text: alt, italic: true }]
    return [...textItems(frame, words, body, { type: 'P', before }), ...captionItems(false)]
  }
  const { width, height } = fitted(picture, frame.width)
  const x = frame.left + (frame.width - width) / 2
  const image = row({
    height,
    before,
    keep: caption.length > 0,
    draw: (top, parent) => {
      // `bbox` is missing from the library's types; readers ask for it.
      const attributes = { alt, bbox: [x, top, x + width, top + height] }
      parent.add(
        frame.press.document.struct('Figure', attributes, () => {
          frame.press.document.image(picture.bytes, x, top, { width, height })
        }),
      )
    },
  })
  return [
    { kind: 'open', type: 'Sect' },
    image,
    ...captionItems(false),
    { kind: 'close' },
    row({ height: 0, before: 4, draw: () => undefined }),
  ]
}

type Picture = { bytes: Buffer; width: number; height: number }

function readPicture(
  frame: Frame,
  source: Extract<HandoutBlock, { kind: 'figure' }>['source'],
): Picture | null {
  if (source.kind === 'file') {
    const bytes = frame.picture(source.address)
    if (bytes === null) return null
    const { width, height, type } = imageSize(bytes)
    if (type === 'svg') return drawn(bytes.toString('utf8'), width, frame.width)
    return type === 'png' || type === 'jpg' ? { bytes, width, height } : null
  }
  const svg = colouredDiagram(source.svg)
  return drawn(svg, naturalWidth(svg) ?? frame.width / 0.75, frame.width)
}

function naturalWidth(svg: string): number | null {
  const width = Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1])
  return width > 0 ? width : null
}

/** A drawing as pixels. One that cannot be drawn is told in words, like a picture of a strange kind. */
function drawn(svg: string, natural: number, room: number): Picture | null {
  try {
    const bytes = drawPicture(svg, Math.round(Math.min(natural * 0.75, room) * density))
    const { width, height } = imageSize(bytes)
    return { bytes, width: width / density / 0.75, height: height / density / 0.75 }
  } catch {
    return null
  }
}

/** Points for a picture of CSS pixels: its own size, or what the column and two thirds of a page hold. */
function fitted({ width, height }: Picture, room: number): { width: number; height: number } {
  const scale = Math.min(0.75, room / width, ((column.bottom - column.top) * 0.66) / height)
  return { width: width * scale, height: height * scale }
}
