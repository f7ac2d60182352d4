import type { Sheet } from '../pdf/sheet.server.ts'
import type { StructureElement } from '../pdf/structure.server.ts'

/** What the signature says of itself in clear text. `at` is the claimed time of sealing. */
export type SealWords = { reason: string; name: string; at: Date }

/** Bytes for the CMS: RSA-4096, a chain of three certificates and a time-stamp need about 9,000. */
const PLACEHOLDER_BYTES = 12_288

/** What a screen reader says of the field, in the language of the document. */
const fieldName = 'Електронен печат на издателя'

/** Print and locked (ISO 32000-1, 12.5.3): PDF/A asks for the first, nobody shall move the field. */
const WIDGET_FLAGS = 4 + 128

/**
 * Leaves room for the seal in a document that is being drawn: an invisible signature field on the present page, and
 * a signature that certifies the document and allows no change (DocMDP 1). The field is part of the structure tree,
 * as PDF/UA asks. No form fonts are named: nothing in the form is ever drawn.
 */
export function reserveSeal(
  { document }: Sheet,
  root: StructureElement,
  { reason, name, at }: SealWords,
): void {
  const signature = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    // The sealing looks for these asterisks, which leave room for the numbers.
    ByteRange: [0, '**********', '**********', '**********'],
    Contents: Buffer.alloc(PLACEHOLDER_BYTES),
    Reason: text(reason),
    Name: text(name),
    M: at,
    Reference: [
      {
        Type: 'SigRef',
        TransformMethod: 'DocMDP',
        TransformParams: { Type: 'TransformParams', P: 1, V: '1.2' },
      },
    ],
  })
  signature.end(null)

  const form = document.struct('Form')
  root.add(form)
  const widget = {
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: text('IssuerSeal'),
    TU: text(fieldName),
    F: WIDGET_FLAGS,
    V: signature,
    P: document.page.dictionary,
    structParent: form,
  }
  document.annotate(0, document.page.height, 0, 0, widget)
  form.end()
  document.placeSeal(signature)
}

/** A String object is how the library tells text from a name. */
function text(value: string): object {
  return Object(value)
}
