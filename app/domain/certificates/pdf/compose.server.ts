import { type CertificateWording, certificateWording } from '../certificate-wording.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import { snapshotDigest } from '../snapshot-digest.server.ts'
import { drawAssurances, setAssurances } from './assurances.server.ts'
import { drawDemoGround, drawDemoStamp } from './demo-mark.server.ts'
import { CertificateDocument } from './document.server.ts'
import { drawFactColumn, setFactColumn } from './facts.server.ts'
import { drawOutcomePage, planOutcomePages } from './further-pages.server.ts'
import { drawHeading } from './heading.server.ts'
import { planMainColumn } from './main-column.server.ts'
import { drawNumber, numberTop } from './number.server.ts'
import { drawOutcomes } from './outcomes.server.ts'
import { drawPageFrame } from './page-frame.server.ts'
import { main, rail, top } from './page-grid.ts'
import { drawPageNumber } from './page-number.server.ts'
import { drawPair } from './pair.server.ts'
import { addPage, openSheet, type Sheet } from './sheet.server.ts'
import { openStructure, type StructureElement } from './structure.server.ts'

/** The producer that the document names. */
const producer = 'Zagore Academy'

/** Draws a certificate and leaves its document and the root of its structure open, for a credential and a seal. */
export function composeCertificate(snapshot: CertificateSnapshot): { sheet: Sheet; root: StructureElement } {
  const wording = certificateWording(snapshot)
  const title = `${wording.title.bg} ${wording.number}: ${wording.name}`
  const sheet = openSheet(
    new CertificateDocument(documentFacts(snapshot, wording, title), identifierOf(snapshot)),
  )
  const root = openStructure(sheet, title)

  const assurances = setAssurances(sheet, wording)
  const column = planMainColumn(sheet, wording, assurances.top)
  const furtherPages = column.outcomes ? [] : planOutcomePages(sheet, wording)
  const pages = 1 + furtherPages.length
  const facts = setFactColumn(sheet, wording.facts, rail.width, numberTop - top - 8)

  addPage(sheet)
  if (wording.demo) drawDemoGround(sheet, wording.demo.mark)
  drawPageFrame(sheet, snapshot.id)
  if (wording.demo) drawDemoStamp(sheet, root, wording.demo)
  drawHeading(sheet, root, column.heading, column.air)
  drawFactColumn(sheet, root, facts, rail, top)
  if (column.outcomes) drawOutcomes(sheet, root, column.outcomes, main, column.outcomesTop)
  if (column.notice) drawPair(sheet, root, 'P', column.notice, main.left, column.outcomesTop)
  drawAssurances(sheet, root, assurances, {
    address: snapshot.verifyUrl,
    description: wording.linkDescription,
  })
  drawNumber(sheet, root, wording, snapshot.verifyUrl)
  drawPageNumber(sheet, pages)

  for (const outcomes of furtherPages) {
    addPage(sheet)
    if (wording.demo) drawDemoGround(sheet, wording.demo.mark)
    drawPageFrame(sheet, snapshot.id)
    drawOutcomePage(sheet, root, wording, outcomes)
    drawPageNumber(sheet, pages)
  }

  return { sheet, root }
}

function documentFacts(
  { issuedAt, course }: CertificateSnapshot,
  wording: CertificateWording,
  title: string,
) {
  return {
    title,
    author: `${wording.issuer.bg} / ${wording.issuer.en}`,
    subject: `${wording.course.bg} / ${wording.course.en}`,
    keywords: `${wording.number}, ${course.id}`,
    producer,
    createdAt: new Date(issuedAt),
  }
}

/** The file identifier is 16 bytes long, and any will do that tell this certificate from every other. */
function identifierOf(snapshot: CertificateSnapshot): Uint8Array {
  return snapshotDigest(snapshot).subarray(0, 16)
}
