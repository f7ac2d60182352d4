import type { CertificateWording } from '../certificate-wording.ts'
import { demoStampWidth } from './demo-mark.server.ts'
import { main, top } from './page-grid.ts'
import { drawPair, drawPairAs, type Pair, setPairBelow, setPairBeside } from './pair.server.ts'
import { palette } from './palette.ts'
import { drawText, type Sheet, setText, type TextBlock, type TextStyle } from './sheet.server.ts'
import { passageLanguage, type StructureElement, tagged } from './structure.server.ts'

/** What the certificate is, whose and for what: measured, with the gaps that may grow and shrink. */
export type Heading = {
  issuer: Pair
  title: Pair
  awardedTo: Pair
  name: TextBlock
  nameLatin: TextBlock | null
  completed: Pair
  course: Pair
  edition: Pair
}

/** Sizes for the name, each with the number of lines up to which it is taken. The first that fits is used. */
const nameSizes = [
  [54, 1],
  [49, 1],
  [45, 1],
  [42, 1],
  [39, 1],
  [36, 1],
  [33, 1],
  [36, 2],
  [30, 2],
  [26, 3],
  [22, 5],
  [18, 20],
] as const

const courseSizes = [
  [20, 1],
  [19, 2],
  [17, 2],
  [15, 3],
  [12.5, 20],
] as const

/** Gaps above each part at their natural size, in points. */
const gaps = { title: 54, awardedTo: 7, name: 15, nameLatin: 3, completed: 17, course: 5, edition: 5 }

export function setHeading(sheet: Sheet, wording: CertificateWording): Heading {
  const name = firstFitting(nameSizes, size =>
    setText(sheet, wording.name, nameStyle(size), main.width, 'even'),
  )
  const course = firstFitting(
    courseSizes.filter(([size]) => size < name.style.size * 0.8),
    size => setPairBelow(sheet, wording.course, courseStyle(size), main.width, 'even'),
  )
  const connecting = {
    bg: { face: 'regular', size: 11.5, leading: 1.25, colour: palette.ink },
    en: { face: 'regular', size: 11.5, leading: 1.25, colour: palette.quiet },
  } as const
  return {
    issuer: setPairBelow(
      sheet,
      wording.issuer,
      issuerStyle,
      main.width - (wording.demo ? demoStampWidth : 0),
    ),
    title: setPairBeside(
      sheet,
      wording.title,
      titleStyle(Math.min(20, name.style.size * 0.8)),
      main.width,
      9,
    ),
    awardedTo: setPairBeside(sheet, wording.awardedTo, connecting, main.width, 7),
    name,
    nameLatin:
      wording.nameLatin === null
        ? null
        : setText(
            sheet,
            wording.nameLatin,
            latinStyle(Math.max(10, name.style.size * 0.38)),
            main.width,
            'even',
          ),
    completed: setPairBeside(sheet, wording.completed, connecting, main.width, 7),
    course,
    edition: setPairBeside(sheet, wording.edition, editionStyle, main.width, 7),
  }
}

export function headingHeight(heading: Heading, air: number): number {
  return partsOf(heading).reduce((sum, { gap, height }) => sum + gap * air + height, 0)
}

/** Draws the heading from the top of the page, its gaps multiplied by `air`; gives the lower edge. */
export function drawHeading(sheet: Sheet, parent: StructureElement, heading: Heading, air: number): number {
  return partsOf(heading).reduce((y, { gap, height, draw }) => {
    draw(sheet, parent, y + gap * air)
    return y + gap * air + height
  }, top)
}

type Part = {
  gap: number
  height: number
  draw: (sheet: Sheet, parent: StructureElement, top: number) => void
}

function partsOf(heading: Heading): Part[] {
  const { issuer, title, awardedTo, name, nameLatin, completed, course, edition } = heading
  return [
    pairPart(issuer, 0, 'P'),
    pairPart(title, gaps.title, 'H1'),
    pairPart(awardedTo, gaps.awardedTo, 'P'),
    textPart(name, gaps.name, passageLanguage.bg),
    ...(nameLatin === null ? [] : [textPart(nameLatin, gaps.nameLatin, passageLanguage.latinScript)]),
    pairPart(completed, gaps.completed, 'P'),
    pairPart(course, gaps.course, 'P'),
    pairPart(edition, gaps.edition, 'P'),
  ]
}

function pairPart(pair: Pair, gap: number, type: 'P' | 'H1'): Part {
  return {
    gap,
    height: pair.height,
    draw: (sheet, parent, y) => {
      if (type === 'P') drawPair(sheet, parent, type, pair, main.left, y)
      else drawPairAs(sheet, parent, type, pair, main.left, y)
    },
  }
}

function textPart(block: TextBlock, gap: number, lang: string): Part {
  return {
    gap,
    height: block.height,
    draw: (sheet, parent, y) =>
      tagged(sheet, parent, 'P', { lang }, () => drawText(sheet, block, main.left, y)),
  }
}

function firstFitting<T extends TextBlock | Pair>(
  sizes: readonly (readonly [size: number, lines: number])[],
  set: (size: number) => T,
): T {
  for (const [size, most] of sizes) {
    const text = set(size)
    const lines = 'bg' in text ? Math.max(text.bg.lines.length, text.en.lines.length) : text.lines.length
    if (lines <= most) return text
  }
  throw new Error('The text is longer than any certificate can show.')
}

const issuerStyle = {
  bg: { face: 'bold', size: 12.5, leading: 1.2, colour: palette.ink },
  en: { face: 'regular', size: 11, leading: 1.2, colour: palette.quiet },
} as const

const editionStyle = {
  bg: { face: 'regular', size: 9, leading: 1.25, colour: palette.ink },
  en: { face: 'regular', size: 9, leading: 1.25, colour: palette.quiet },
} as const

function titleStyle(size: number): { bg: TextStyle; en: TextStyle } {
  const style = { size, leading: 1.1, colour: palette.linden }
  return { bg: { ...style, face: 'bold' }, en: { ...style, face: 'regular' } }
}

function nameStyle(size: number): TextStyle {
  return { face: 'bold', size, leading: 1.08, colour: palette.ink }
}

function latinStyle(size: number): TextStyle {
  return { face: 'regular', size, leading: 1.15, colour: palette.quiet }
}

function courseStyle(size: number): { bg: TextStyle; en: TextStyle } {
  return {
    bg: { face: 'bold', size, leading: 1.15, colour: palette.ink },
    en: { face: 'regular', size: size * 0.68, leading: 1.25, colour: palette.quiet },
  }
}
