import { balanceLines } from '#app/platform/line-breaking.ts'
import { escapeXml } from '#app/platform/xml.ts'
import { coverStyles, placeCover } from './cover-drawing.ts'

/** Pixels, as networks that show a card of a page want them. */
export const pictureSize = { width: 1200, height: 630 }

/** What a picture says, in one language. */
export type PictureWords = {
  academy: string
  /** Above the title: the track of a course. */
  tag: string
  title: string
  /** Under the title: level, workload. */
  facts: string[]
}

/** Width of a text in bold, in multiples of the size. */
export type WidthInBold = (text: string) => number

const left = 72
const textWidth = 600

/** Sizes of the title, each with the number of lines up to which it is taken. */
const titleSizes = [
  [68, 3],
  [62, 3],
  [56, 4],
  [48, 5],
  [42, 6],
  [36, 7],
  [28, 9],
] as const

/**
 * A card of the product in its light colours, as SVG. Every text is escaped, and the cover is one that was compiled,
 * so that a drawing program can be given it.
 */
export function pictureSvg(words: PictureWords, cover: string | null, widthInBold: WidthInBold): string {
  const { size, lines } = setTitle(words.title, widthInBold)
  const leading = size * 1.12
  const height = 34 + lines.length * leading + 30
  // The title's block stands in the middle of what the brand above and the facts below leave.
  const top = Math.max(150, 340 - height / 2)
  const first = top + 34 + size * 0.86
  const titleLines = lines.map(
    (line, index) => `<text x="${left}" y="${first + index * leading}">${escapeXml(line)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="Sofia Sans">
${coverStyles}
<rect width="1200" height="630" fill="#fbfaf6"/>
<path d="${fieldOfSquares()}" fill="#f2f0e8"/>
${cover === null ? largeMark : placeCover(cover, field)}
<g transform="translate(${left} 64) scale(1.5)">${mark}</g>
<text x="${left + 66}" y="98" font-size="30" font-weight="700" fill="#15221c">${escapeXml(words.academy)}</text>
<text x="${left}" y="${top + 20}" font-size="27" font-weight="700" fill="#1c5b43">${escapeXml(words.tag)}</text>
<g font-size="${size}" font-weight="700" fill="#15221c">${titleLines.join('')}</g>
<rect x="${left}" y="524" width="${textWidth}" height="3" fill="#15221c"/>
<text x="${left}" y="566" font-size="26" fill="#4b5a52">${escapeXml(words.facts.join(' · '))}</text>
</svg>`
}

const mark = `<path fill="#1c5b43" d="M2 2h12v12H2zM2 18h12v12H2zM18 18h12v12H18z"/><path fill="#b86a06" d="M24 2.2c3.6 0 6 2.3 6 5.4 0 3.9-4.3 5.2-6 7-1.7-1.8-6-3.1-6-7 0-3.1 2.4-5.4 6-5.4z"/>`

/** Where the cover stands: at the right edge, in the middle of a field of squares that goes on above and below it. */
const field = { x: 720, y: 152.8, width: 480 }

/** Twice the squares of a cover, in pixels. */
const square = { pitchX: 40.4, pitchY: 40.6, side: 35.4, columns: 12, rows: 8, beyond: 4 }

function fieldOfSquares(): string {
  const { pitchX, pitchY, side, columns, rows, beyond } = square
  const cells: string[] = []
  for (let row = -beyond; row < rows + beyond; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [field.x + column * pitchX, field.y + row * pitchY]
      cells.push(`M${x.toFixed(1)} ${y.toFixed(1)}h${side}v${side}h-${side}z`)
    }
  }
  return cells.join('')
}

const largeMark = `<rect x="780" y="152" width="360" height="326" fill="#fbfaf6"/><g transform="translate(800 155) scale(10)">${mark}</g>`

function setTitle(title: string, widthInBold: WidthInBold): { size: number; lines: string[] } {
  let set = { size: 0, lines: [title] }
  for (const [size, most] of titleSizes) {
    set = { size, lines: balanceLines(title, textWidth, text => widthInBold(text) * size) }
    // A word is broken only where the smallest size leaves no other way.
    const whole = title.split(/\s+/).every(word => widthInBold(word) * size <= textWidth)
    if (whole && set.lines.length <= most) return set
  }
  return set
}
