import type { Font } from 'fontkit'
import PDFDocument from 'pdfkit'
import { type FontFace, hasGlyph, openFont } from '#app/platform/fonts.server.ts'
import type { Language } from '#app/platform/language.ts'
import { normaliseText } from '#app/platform/printable-text.ts'
import type { Span } from '../handout-blocks.ts'
import type { Measure, TextStyle } from './set-lines.ts'

export type StructureElement = PDFKit.PDFStructureElement

/** A document being printed, with its fonts and what they measured. */
export type Press = {
  document: PDFKit.PDFDocument
  fonts: Map<FontFace, Font>
  widths: Map<string, number>
}

export type DocumentFacts = { title: string; author: string; language: Language; createdAt: Date }

export function openPress({ title, author, language, createdAt }: DocumentFacts): Press {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    pdfVersion: '1.7',
    tagged: true,
    lang: language === 'bg' ? 'bg-BG' : 'en-GB',
    displayTitle: true,
    autoFirstPage: false,
    // Page numbers are written last, when their count is known.
    bufferPages: true,
    // Anything but an empty name would load Helvetica.
    font: '',
    info: {
      Title: title,
      Author: author,
      Creator: 'Zagore Academy',
      Producer: 'Zagore Academy',
      CreationDate: createdAt,
    },
  })
  return { document, fonts: new Map(), widths: new Map() }
}

/** A run of characters that one face has, as it will be drawn. */
export type Run = { face: FontFace; text: string; size: number; rise: number }

/** The face of a span, and where a sign is missing from it, those that may have it, in their order. */
function facesOf({ bold, italic, mono }: Span, style: TextStyle): FontFace[] {
  const heavy = bold === true || style.bold === true
  const slanted = italic === true || style.italic === true
  const text: FontFace = heavy ? (slanted ? 'boldItalic' : 'bold') : slanted ? 'italic' : 'regular'
  return [...(mono ? (['mono'] as const) : []), text, 'signs', 'moreSigns']
}

/** Splits a text into runs by what the faces have. A sign that none has becomes an empty square. */
export function runsOf(text: string, span: Span, style: TextStyle): Run[] {
  const faces = facesOf(span, style)
  const size = style.size * (span.rise === undefined ? 1 : 0.7)
  const rise = span.rise === 'super' ? style.size * 0.34 : span.rise === 'sub' ? -style.size * 0.14 : 0
  const runs: Run[] = []
  for (const sign of printable(text)) {
    const code = sign.codePointAt(0) ?? 0
    const found = faces.find(face => hasGlyph(face, code) && !(face === 'mono' && CURLED.has(sign)))
    const face = found ?? 'moreSigns'
    const drawn = found === undefined ? '□' : sign
    const last = runs.at(-1)
    // A space belongs to the run before it: a change of face for it alone would only cost bytes.
    if (last && (last.face === face || (sign === ' ' && hasGlyph(last.face, 32)))) last.text += drawn
    else runs.push({ face, text: drawn, size: face === 'mono' ? size * monoScale : size, rise })
  }
  return runs
}

/** The typewriter face draws these as quotation marks, and who copies a command must tell them apart. */
const CURLED = new Set(['`', "'"])

/** The typewriter face looks larger than the text beside it. */
const monoScale = 0.98

function printable(text: string): string {
  return normaliseText(text.replace(/\p{Cc}/gu, ' ')).replace(/[\u2500-\u257f]/g, boxDrawing)
}

/** Lines of trees and frames, in the signs that every typewriter has. */
function boxDrawing(sign: string): string {
  if ('─━═╌┄'.includes(sign)) return '-'
  if ('│┃║╎┆'.includes(sign)) return '|'
  return '└╰'.includes(sign) ? '`' : '+'
}

export function measureWith(press: Press, style: TextStyle): Measure {
  return (text, span) => runsOf(text, span, style).reduce((width, run) => width + widthOfRun(press, run), 0)
}

/** Summed over words: the library lays text out word by word too, and words repeat. */
export function widthOfRun(press: Press, { face, text, size }: Run): number {
  let width = -widthOfWord(press, face, '')
  for (const word of text.split(' ')) width += widthOfWord(press, face, word)
  return width * size
}

function widthOfWord(press: Press, face: FontFace, word: string): number {
  const key = `${face} ${word}`
  const known = press.widths.get(key)
  if (known !== undefined) return known
  const width = useFace(press, face).fontSize(1).widthOfString(`${word} `)
  press.widths.set(key, width)
  return width
}

/** Makes the face the current one of the document, and embeds it at its first use. */
export function useFace(press: Press, face: FontFace): PDFKit.PDFDocument {
  if (!press.fonts.has(face)) {
    const font = openFont(face)
    press.fonts.set(face, font)
    // The library takes a parsed font where its types know file contents only.
    press.document.registerFont(face, font as unknown as Uint8Array)
  }
  return press.document.font(face)
}

/** Ends the document and gives its bytes. */
export function pressBytes({ document }: Press): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    document.end()
  })
}
