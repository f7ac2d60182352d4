import { hasGlyph } from '#app/platform/fonts.server.ts'
import { firstUnprintable, normaliseText } from '#app/platform/printable-text.ts'
import { faces } from './faces.ts'

/** Whether every face of the certificate has a glyph for the code point. */
export function hasGlyphs(codePoint: number): boolean {
  return faces.every(face => hasGlyph(face, codePoint))
}

/**
 * Text ready to be drawn. Throws when a character has no glyph: names were checked before issue and the rest is the
 * hub's own text, and PDF/A forbids the empty box that would stand in its place.
 */
export function drawableText(text: string): string {
  const symbol = firstUnprintable(text, hasGlyphs)
  if (symbol !== null) {
    const codes = [...symbol].map(
      part => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    throw new Error(
      `The certificate's font has no glyph for "${symbol}" (${codes.join(' ')}), used in: ${text}`,
    )
  }
  return normaliseText(text)
}
