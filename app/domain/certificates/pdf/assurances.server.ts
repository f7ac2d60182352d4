import type { CertificateWording } from '../certificate-wording.ts'
import { drawFact, type FactCell, setFact } from './facts.server.ts'
import { bottom, main } from './page-grid.ts'
import { palette } from './palette.ts'
import { drawRule } from './rule.server.ts'
import { drawText, type Sheet, setText, type TextBlock, widthOfText } from './sheet.server.ts'
import { group, linked, type StructureElement } from './structure.server.ts'

/** Who stands behind the certificate and how to check it: three cells at the foot of the main column. */
export type Assurances = { cells: FactCell[]; address: TextBlock; scale: number; height: number; top: number }

const gap = 16
const cellWidth = (main.width - 2 * gap) / 3
const addressSpace = 1.5

/** Tall enough for anything sensible; beyond it the text is set smaller. */
const comfortableHeight = 84

export function setAssurances(sheet: Sheet, wording: CertificateWording): Assurances {
  const facts = [...wording.assurances, wording.verification]
  const tried = [0.9, 0.86, 0.82].map(scale => {
    const cells = facts.map(fact => setFact(sheet, fact, cellWidth, scale, 'regular'))
    const address = setText(sheet, wording.verifyAddress, addressStyle(scale), cellWidth)
    const heights = cells.map((cell, index) =>
      index === 2 ? cell.height + addressSpace + address.height : cell.height,
    )
    const height = Math.max(...heights)
    return { cells, address, scale, height, top: bottom - height }
  })
  const chosen = tried.find(({ height }) => height <= comfortableHeight) ?? tried.at(-1)
  if (!chosen) throw new Error('There are sizes to choose from.')
  return chosen
}

export function drawAssurances(
  sheet: Sheet,
  parent: StructureElement,
  assurances: Assurances,
  link: { address: string; description: string },
): void {
  const { cells, address, scale, top } = assurances
  drawRule(sheet, main, top, 'fine')
  group(sheet, parent, 'L', list => {
    for (const [index, cell] of cells.entries()) drawFact(sheet, list, cell, scale, cellLeft(index), top)
  })
  const addressTop = top + (cells[2]?.height ?? 0) - 5 * scale + addressSpace
  group(sheet, parent, 'P', passage =>
    linked(sheet, passage, link, () => {
      drawText(sheet, address, cellLeft(2), addressTop)
      const { size, leading } = address.style
      return address.lines.map((line, index) => ({
        x: cellLeft(2),
        y: addressTop + index * size * leading,
        width: widthOfText(sheet, line, address.style),
        height: size * leading,
      }))
    }),
  )
}

function cellLeft(index: number): number {
  return main.left + index * (cellWidth + gap)
}

function addressStyle(scale: number) {
  return { face: 'bold', size: 8.6 * scale, leading: 1.2, colour: palette.linden } as const
}
