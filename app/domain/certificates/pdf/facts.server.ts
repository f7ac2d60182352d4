import type { Fact } from '../certificate-wording.ts'
import {
  drawPair,
  drawPairAs,
  type Pair,
  type PairStyle,
  setPairBelow,
  setPairBeside,
} from './pair.server.ts'
import { palette } from './palette.ts'
import { drawRule } from './rule.server.ts'
import type { Sheet } from './sheet.server.ts'
import { group, type StructureElement } from './structure.server.ts'

/** A label over a value, measured. */
export type FactCell = { label: Pair; value: Pair; height: number }

const padding = { above: 5.5, between: 1, below: 6 }

/** One fact for a width; `scale` 1 sets values at 9.5 points. */
export function setFact(
  sheet: Sheet,
  { label, value }: Fact,
  width: number,
  scale: number,
  weight: 'bold' | 'regular',
): FactCell {
  const set = {
    label: setPairBeside(sheet, label, labelStyle(scale), width, 4),
    value: setPairBelow(sheet, value, valueStyle(scale, weight), width),
  }
  const air = padding.above + padding.between + padding.below
  return { ...set, height: set.label.height + set.value.height + air * scale }
}

export function drawFact(
  sheet: Sheet,
  list: StructureElement,
  cell: FactCell,
  scale: number,
  x: number,
  top: number,
): void {
  group(sheet, list, 'LI', item => {
    const under = drawPairAs(sheet, item, 'Lbl', cell.label, x, top + padding.above * scale)
    group(sheet, item, 'LBody', body =>
      drawPair(sheet, body, 'P', cell.value, x, under + padding.between * scale),
    )
  })
}

export type FactColumn = { cells: FactCell[]; scale: number; height: number }

/** Facts under each other, as large as the height allows. */
export function setFactColumn(sheet: Sheet, facts: Fact[], width: number, height: number): FactColumn {
  const columns = [1, 0.95, 0.9, 0.85, 0.8].map(scale => {
    const cells = facts.map(fact => setFact(sheet, fact, width, scale, 'bold'))
    return { cells, scale, height: cells.reduce((sum, cell) => sum + cell.height, 0) }
  })
  const fitting = columns.find(column => column.height <= height) ?? columns.at(-1)
  if (!fitting) throw new Error('There are sizes to choose from.')
  return fitting
}

export function drawFactColumn(
  sheet: Sheet,
  parent: StructureElement,
  column: FactColumn,
  place: { left: number; width: number },
  top: number,
): void {
  group(sheet, parent, 'L', list => {
    column.cells.reduce((y, cell, index) => {
      drawRule(sheet, place, y, index === 0 ? 'strong' : 'fine')
      drawFact(sheet, list, cell, column.scale, place.left, y)
      return y + cell.height
    }, top)
  })
}

function labelStyle(scale: number): PairStyle {
  const style = { size: 7.6 * Math.max(scale, 0.92), leading: 1.25, colour: palette.quiet }
  return { bg: { ...style, face: 'regular' }, en: { ...style, face: 'regular' } }
}

function valueStyle(scale: number, weight: 'bold' | 'regular'): PairStyle {
  return {
    bg: { face: weight, size: 9.5 * scale, leading: 1.2, colour: palette.ink },
    en: { face: 'regular', size: 8.6 * scale, leading: 1.22, colour: palette.quiet },
  }
}
