/** Latin ligatures and presentation forms that PDFs and word processors leave in copied text. */
const presentationForms = /[\uFB00-\uFB06]/gu

/** Characters that have neither a glyph nor a width: soft hyphens, zero-width spaces and joiners, marks of direction. */
const invisible = /\p{Cf}/gu

/** Hyphens that look like the ordinary one, which is the only one that fonts reliably have. */
const hyphens = /[\u2010\u2011]/gu

/** Spaces of unusual width, for the same reason: those that must not break a line stay such. */
const unbreakableSpaces = /[\u2007\u202F]/gu
const breakableSpaces = /[^\S\u00A0]/gu

/**
 * Text in the one form in which it is stored and drawn: composed (NFC), without invisible format characters and
 * without ligature characters, with the hyphen and the two spaces that every font has.
 *
 * Direction marks go with the rest: no script that we can print runs from right to left, so they could only make a
 * text look different from what it says. Ligature characters share a glyph with the letters they stand for, and text
 * copied out of the document could carry the one instead of the other.
 */
export function normaliseText(text: string): string {
  return text
    .replace(presentationForms, ligature => ligature.normalize('NFKC'))
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(unbreakableSpaces, '\u00A0')
    .replace(breakableSpaces, ' ')
    .normalize('NFC')
}

/**
 * The first symbol of `text` that cannot be printed, or null. `covers` tells whether there is a glyph for a code
 * point. A symbol is what a reader sees as one: a letter with its marks, an emoji with all its parts.
 */
export function firstUnprintable(text: string, covers: (codePoint: number) => boolean): string | null {
  if (isPrintable(text, covers)) return null
  for (const { segment } of graphemes.segment(text)) {
    if (!isPrintable(segment, covers)) return segment
  }
  return null
}

function isPrintable(text: string, covers: (codePoint: number) => boolean): boolean {
  for (const character of normaliseText(text)) {
    if (character === ' ' || character === '\u00A0') continue
    if (/\p{Cc}/u.test(character) || !covers(character.codePointAt(0) ?? 0)) return false
  }
  return true
}

const graphemes = new Intl.Segmenter('bg', { granularity: 'grapheme' })
