import type { CertificateWording } from '../certificate-wording.ts'
import { drawOutcomes, type Outcomes, outcomeSizes, setOutcomes, splitOutcomes } from './outcomes.server.ts'
import { bottom, full, top } from './page-grid.ts'
import { setPairBelow, setPairBeside } from './pair.server.ts'
import { palette } from './palette.ts'
import { drawText, type Sheet, setText } from './sheet.server.ts'
import { artifact, type StructureElement } from './structure.server.ts'

/** Outcomes that the first page has no room for, in parts: on as few further pages as can be, and as large as can be. */
export function planOutcomePages(sheet: Sheet, wording: CertificateWording): Outcomes[] {
  const height = bottom - outcomesTop(sheet, wording)
  const tried = outcomeSizes.map(size => splitOutcomes(setOutcomes(sheet, wording, full, size), height))
  const fewest = Math.min(...tried.map(({ length }) => length))
  return tried.find(({ length }) => length === fewest) ?? []
}

/** One further page: what certificate it belongs to, and its part of the outcomes. */
export function drawOutcomePage(
  sheet: Sheet,
  parent: StructureElement,
  wording: CertificateWording,
  outcomes: Outcomes,
): void {
  const header = setHeader(sheet, wording)
  artifact(sheet, 'Pagination', () => {
    let y = drawText(sheet, header.label.bg, full.left, top)
    drawText(sheet, header.label.en, full.left + header.label.english.x, top + header.label.english.y)
    for (const block of [header.name, header.course.bg, header.course.en])
      y = drawText(sheet, block, full.left, y)
  })
  drawOutcomes(sheet, parent, outcomes, full, outcomesTop(sheet, wording))
}

function setHeader(sheet: Sheet, { title, number, name, course, demo }: CertificateWording) {
  const mark = demo ? ` (${demo.mark})` : ''
  const numbered = { bg: `${title.bg} № ${number}`, en: `${title.en} No. ${number}${mark}` }
  return {
    label: setPairBeside(sheet, numbered, labelStyle, full.width, 7),
    name: setText(sheet, name, nameStyle, full.width),
    course: setPairBelow(sheet, course, courseStyle, full.width),
  }
}

function outcomesTop(sheet: Sheet, wording: CertificateWording): number {
  const { label, name, course } = setHeader(sheet, wording)
  return top + label.height + name.height + course.height + 16
}

const labelStyle = {
  bg: { face: 'bold', size: 10.5, leading: 1.3, colour: palette.linden },
  en: { face: 'regular', size: 10.5, leading: 1.3, colour: palette.linden },
} as const

const nameStyle = { face: 'bold', size: 14, leading: 1.3, colour: palette.ink } as const

const courseStyle = {
  bg: { face: 'regular', size: 10, leading: 1.25, colour: palette.ink },
  en: { face: 'regular', size: 10, leading: 1.25, colour: palette.quiet },
} as const
