import PDFDocument from 'pdfkit'
import { type DocumentFacts, xmpDescriptions } from './xmp.ts'

/**
 * An empty, tagged document that claims PDF/A-3a and PDF/UA-1, with nothing in it that depends on the moment or the
 * machine: the dates and the file identifier are given.
 *
 * Three members of the library's own are replaced, because it writes XMP without escaping, derives the identifier
 * from the information dictionary alone, and asks fonts of every form. Tests read all of it back.
 */
export class CertificateDocument extends PDFDocument {
  declare protected _id: Uint8Array
  declare protected _root: { data: Record<string, unknown> }

  private readonly facts: DocumentFacts

  /** `identifier` is 16 bytes. */
  constructor(facts: DocumentFacts, identifier: Uint8Array) {
    super({
      size: 'A4',
      layout: 'landscape',
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: 'bg-BG',
      displayTitle: true,
      autoFirstPage: false,
      // Anything but an empty name would load Helvetica, which may not be used without being embedded.
      font: '',
      info: {
        Title: facts.title,
        Author: facts.author,
        Subject: facts.subject,
        Keywords: facts.keywords,
        Producer: facts.producer,
        Creator: facts.producer,
        CreationDate: facts.createdAt,
        ModDate: facts.createdAt,
      },
    })
    this.facts = facts
    this._id = identifier
  }

  /** Makes the annotation that was drawn last the document's one form field, and its signature the certifying one. */
  placeSeal(signature: PDFKit.PDFKitReference): void {
    const field = this.page.annotations.at(-1)
    this._root.data.AcroForm = { SigFlags: 3, Fields: [field] }
    this._root.data.Perms = { DocMDP: signature }
  }

  /** The library's own wants a form to have fonts, and a signature alone needs none. */
  override endAcroForm(): this {
    return this
  }

  protected _addInfo(): void {
    this.appendXML(xmpDescriptions(this.facts))
  }
}

/** Ends the document and gives its bytes. */
export function documentBytes(document: CertificateDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    document.end()
  })
}
