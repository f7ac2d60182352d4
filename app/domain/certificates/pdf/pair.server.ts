import type { Localized } from '#app/platform/language.ts'
import { drawText, type Sheet, setText, type TextBlock, type TextStyle, widthOfText } from './sheet.server.ts'
import { group, passageLanguage, type StructureElement, tagged } from './structure.server.ts'

/** One text in both languages, Bulgarian first, set for a width. */
export type Pair = {
  bg: TextBlock
  en: TextBlock
  /** Where the English begins, from the pair's left edge and upper edge. */
  english: { x: number; y: number }
  height: number
}

export type PairStyle = { bg: TextStyle; en: TextStyle }

/** English under Bulgarian. */
export function setPairBelow(
  sheet: Sheet,
  text: Localized,
  style: PairStyle,
  width: number,
  lines?: 'even',
): Pair {
  const bg = setText(sheet, text.bg, style.bg, width, lines)
  const en = setText(sheet, text.en, style.en, width, lines)
  return { bg, en, english: { x: 0, y: bg.height }, height: bg.height + en.height }
}

/** English after Bulgarian on the same baseline, or under it where they do not fit together. */
export function setPairBeside(
  sheet: Sheet,
  text: Localized,
  style: PairStyle,
  width: number,
  gap: number,
): Pair {
  const below = setPairBelow(sheet, text, style, width)
  const x = widthOfText(sheet, below.bg.lines[0] ?? '', style.bg) + gap
  const fits = below.bg.lines.length === 1 && x + widthOfText(sheet, text.en, style.en) <= width
  if (!fits) return below
  return { ...below, english: { x, y: baselineOf(style.bg) - baselineOf(style.en) }, height: below.bg.height }
}

/** Draws both texts as marked passages inside `parent`; gives the lower edge. */
export function drawPair(
  sheet: Sheet,
  parent: StructureElement,
  passage: 'P' | 'Span',
  pair: Pair,
  x: number,
  top: number,
): number {
  tagged(sheet, parent, passage, { lang: passageLanguage.bg }, () => drawText(sheet, pair.bg, x, top))
  tagged(sheet, parent, passage, { lang: passageLanguage.en }, () =>
    drawText(sheet, pair.en, x + pair.english.x, top + pair.english.y),
  )
  return top + pair.height
}

/** Both texts as one element of the given type: a heading, a label. */
export function drawPairAs(
  sheet: Sheet,
  parent: StructureElement,
  type: string,
  pair: Pair,
  x: number,
  top: number,
): number {
  group(sheet, parent, type, element => drawPair(sheet, element, 'Span', pair, x, top))
  return top + pair.height
}

function baselineOf({ size, leading }: TextStyle): number {
  return (0.5 * leading + 0.33) * size
}
