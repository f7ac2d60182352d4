import { composeCertificate } from './pdf/compose.server.ts'
import { documentBytes } from './pdf/document.server.ts'
import { reserveSeal } from './seal/seal-placeholder.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'

/**
 * The certificate as a PDF 1.7 document (A4 landscape, tagged, PDF/A-3a and PDF/UA-1 by construction), as a sample
 * is: without a credential and without room for a seal.
 *
 * Pure in effect: the same snapshot gives the same bytes. Rejects when a text has a character without a glyph, which
 * `checkName` refuses in names.
 */
export async function drawCertificate(snapshot: CertificateSnapshot): Promise<Buffer> {
  const { sheet, root } = composeCertificate(snapshot)
  root.end()
  return documentBytes(sheet.document)
}

/** The same with its credential attached to it (PDF/A-3, associated file) and room for the seal: see `sealPdf`. */
export async function drawForSeal(snapshot: CertificateSnapshot, credential: string): Promise<Buffer> {
  const { sheet, root } = composeCertificate(snapshot)
  const at = new Date(snapshot.issuedAt)
  // `relationship` is missing from the library's types: what the pages show was made from it (AFRelationship).
  const attachment = {
    name: 'credential.json',
    type: 'application/ld+json',
    relationship: 'Source',
    description: 'Open Badges 3.0 / W3C Verifiable Credential',
    creationDate: at,
    modifiedDate: at,
  }
  sheet.document.file(Buffer.from(credential), attachment)
  const { bg, en } = snapshot.issuer.name
  reserveSeal(sheet, root, { reason: 'Издаване на удостоверение', name: `${bg} / ${en}`, at })
  root.end()
  return documentBytes(sheet.document)
}
