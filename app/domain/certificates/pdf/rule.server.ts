import { ruleThickness } from './page-grid.ts'
import { palette } from './palette.ts'
import type { Sheet } from './sheet.server.ts'
import { artifact } from './structure.server.ts'

/** A horizontal rule whose upper edge is at `y`: strong ones open a section, fine ones part its rows. */
export function drawRule(
  sheet: Sheet,
  { left, width }: { left: number; width: number },
  y: number,
  weight: keyof typeof ruleThickness,
): void {
  artifact(sheet, 'Layout', () => {
    sheet.document
      .rect(left, y, width, ruleThickness[weight])
      .fill(weight === 'strong' ? palette.ink : palette.line)
  })
}
