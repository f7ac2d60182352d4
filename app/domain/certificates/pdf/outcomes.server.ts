import type { Localized } from '#app/platform/language.ts'
import type { CertificateWording } from '../certificate-wording.ts'
import { nbsp } from '../dates-and-numbers.ts'
import { drawPair, drawPairAs, type Pair, setPairBelow, setPairBeside } from './pair.server.ts'
import { palette } from './palette.ts'
import { drawRule } from './rule.server.ts'
import type { Sheet } from './sheet.server.ts'
import { artifact, group, type StructureElement } from './structure.server.ts'

type Place = { left: number; width: number }

/** Outcomes in two columns under their title, measured for one size of text. */
export type Outcomes = { title: Pair; items: Pair[]; size: number; height: number }

/** Sizes that outcomes may be set in, the best first. */
export const outcomeSizes = [9.6, 9.2, 8.8, 8.4, 8, 7.6] as const

const gapBetweenColumns = 22
const indent = 11
const titleSpace = { above: 9, below: 7 }

export function setOutcomes(sheet: Sheet, wording: CertificateWording, place: Place, size: number): Outcomes {
  const title = setPairBeside(sheet, wording.outcomesTitle, titleStyle, place.width, 6)
  return withItems(title, setItems(sheet, wording, place, size), size)
}

/** The same outcomes in as many parts as it takes for none to be taller than `height`, where one item allows it. */
export function splitOutcomes({ title, items, size }: Outcomes, height: number): Outcomes[] {
  const parts: Outcomes[] = []
  for (let start = 0; start < items.length; ) {
    let end = start + 1
    while (end < items.length && withItems(title, items.slice(start, end + 1), size).height <= height) end++
    parts.push(withItems(title, items.slice(start, end), size))
    start = end
  }
  return parts
}

export function drawOutcomes(
  sheet: Sheet,
  parent: StructureElement,
  outcomes: Outcomes,
  place: Place,
  top: number,
): void {
  drawRule(sheet, place, top, 'strong')
  const under = drawPairAs(sheet, parent, 'H2', outcomes.title, place.left, top + titleSpace.above)
  const { size } = outcomes
  group(sheet, parent, 'L', list => {
    for (const [column, items] of splitInColumns(outcomes.items, size).entries()) {
      const x = place.left + column * (columnWidth(place) + gapBetweenColumns)
      drawItems(sheet, list, items, size, x, under + titleSpace.below)
    }
  })
}

function withItems(title: Pair, items: Pair[], size: number): Outcomes {
  const columns = tallest(splitInColumns(items, size), size)
  return { title, items, size, height: titleSpace.above + title.height + titleSpace.below + columns }
}

function setItems(sheet: Sheet, { outcomes }: CertificateWording, place: Place, size: number): Pair[] {
  return outcomes.map(({ text, codes }) => {
    const withCodes: Localized =
      codes === null ? text : { bg: text.bg, en: `${text.en} [${unbroken(codes)}]` }
    return setPairBelow(sheet, withCodes, itemStyle(size), columnWidth(place) - indent)
  })
}

/** „DigComp 2.2: 4.1, 4.2“ breaks between frameworks, not before a number. */
function unbroken(codes: string): string {
  return codes.replace(/ (?=\d)|(?<=:) /gu, nbsp)
}

function drawItems(
  sheet: Sheet,
  list: StructureElement,
  items: Pair[],
  size: number,
  x: number,
  top: number,
): void {
  items.reduce((y, item) => {
    const square = size * 0.42
    artifact(sheet, 'Layout', () => {
      sheet.document.rect(x, y + size * 0.6 - square / 2, square, square).fill(palette.linden)
    })
    group(sheet, list, 'LI', element =>
      group(sheet, element, 'LBody', body => drawPair(sheet, body, 'P', item, x + indent, y)),
    )
    return y + item.height + spaceAfter(size)
  }, top)
}

/** Read down the first column and then the second; the split that leaves both about equally long. */
function splitInColumns(items: Pair[], size: number): [Pair[], Pair[]] {
  let best: [Pair[], Pair[]] = [items, []]
  for (let count = 1; count < items.length; count++) {
    const split: [Pair[], Pair[]] = [items.slice(0, count), items.slice(count)]
    if (tallest(split, size) <= tallest(best, size)) best = split
  }
  return best
}

function tallest(columns: Pair[][], size: number): number {
  return Math.max(...columns.map(column => columnHeight(column, size)))
}

function columnHeight(items: Pair[], size: number): number {
  if (items.length === 0) return 0
  return items.reduce((sum, item) => sum + item.height + spaceAfter(size), -spaceAfter(size))
}

function columnWidth({ width }: Place): number {
  return (width - gapBetweenColumns) / 2
}

function spaceAfter(size: number): number {
  return size * 0.6
}

const titleStyle = {
  bg: { face: 'bold', size: 10.5, leading: 1.2, colour: palette.ink },
  en: { face: 'regular', size: 10.5, leading: 1.2, colour: palette.quiet },
} as const

function itemStyle(size: number) {
  return {
    bg: { face: 'regular', size, leading: 1.22, colour: palette.ink },
    en: { face: 'regular', size: Math.max(size * 0.92, 7.4), leading: 1.22, colour: palette.quiet },
  } as const
}
