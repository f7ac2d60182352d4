import { type CertificateWording, continuedOn } from '../certificate-wording.ts'
import { type Heading, headingHeight, setHeading } from './heading.server.ts'
import { type Outcomes, outcomeSizes, setOutcomes } from './outcomes.server.ts'
import { main, top } from './page-grid.ts'
import { type Pair, setPairBeside } from './pair.server.ts'
import { palette } from './palette.ts'
import type { Sheet } from './sheet.server.ts'

/** What stands in the main column of the first page: the outcomes, or the page that they are on. */
export type MainColumn = {
  heading: Heading
  /** Factor for the gaps of the heading. */
  air: number
  outcomes: Outcomes | null
  notice: Pair | null
  outcomesTop: number
}

const gapAboveOutcomes = 16
const gapBelowOutcomes = 12

/** How far the heading may be pressed together for outcomes of each size: small text and little air are the last resort. */
const leastAir = new Map<number, number>([
  [9.6, 1],
  [9.2, 0.95],
  [8.8, 0.9],
  [8.4, 0.8],
  [8, 0.7],
  [7.6, 0.6],
])

const mostAir = 1.5

/** Chooses sizes and places between the top of the page and `end`, where the assurances begin. */
export function planMainColumn(sheet: Sheet, wording: CertificateWording, end: number): MainColumn {
  const heading = setHeading(sheet, wording)
  for (const size of outcomeSizes) {
    const outcomes = setOutcomes(sheet, wording, main, size)
    const room = end - top - gapAboveOutcomes - outcomes.height - gapBelowOutcomes
    const air = airFor(heading, room)
    if (air >= (leastAir.get(size) ?? 1)) {
      const outcomesTop = end - gapBelowOutcomes - outcomes.height
      return { heading, air: Math.min(air, mostAir), outcomes, notice: null, outcomesTop }
    }
  }
  const notice = setPairBeside(sheet, continuedOn(2), noticeStyle, main.width, 6)
  const outcomesTop = end - gapBelowOutcomes - notice.height
  const air = airFor(heading, outcomesTop - gapAboveOutcomes - top)
  return { heading, air: Math.min(air, mostAir), outcomes: null, notice, outcomesTop }
}

/** The factor with which the heading's gaps fill a height. */
function airFor(heading: Heading, height: number): number {
  const withoutGaps = headingHeight(heading, 0)
  return (height - withoutGaps) / (headingHeight(heading, 1) - withoutGaps)
}

const noticeStyle = {
  bg: { face: 'regular', size: 9.6, leading: 1.25, colour: palette.ink },
  en: { face: 'regular', size: 9.6, leading: 1.25, colour: palette.quiet },
} as const
