import { composeCertificate } from './pdf/compose.server.ts'
import { documentBytes } from './pdf/document.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'

/**
 * The certificate as a PDF 1.7 document (A4 landscape, tagged, PDF/A-3a and PDF/UA-1 by construction).
 *
 * Pure in effect: the same snapshot gives the same bytes. Rejects when a text has a character without a glyph, which
 * `checkName` refuses in names.
 */
export async function drawCertificate(snapshot: CertificateSnapshot): Promise<Buffer> {
  return documentBytes(composeCertificate(snapshot).document)
}
