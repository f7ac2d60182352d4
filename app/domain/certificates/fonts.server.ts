import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/** The two weights of Sofia Sans that certificates are set in. */
export const faces = ['regular', 'bold'] as const

export type Face = (typeof faces)[number]

const files: Record<Face, string> = {
  regular: '@expo-google-fonts/sofia-sans/400Regular/SofiaSans_400Regular.ttf',
  bold: '@expo-google-fonts/sofia-sans/700Bold/SofiaSans_700Bold.ttf',
}

const parsed = new Map<Face, Font>()

/**
 * A font object for one document, over tables that are parsed once for the life of the process (parsing takes longer
 * than drawing a page).
 *
 * It must not be used for a second document. A font object remembers for every glyph the characters it was first
 * asked for, and embedding asks for some without any: the Bulgarian „и“ is built from the Latin "u". In the next
 * document that letter would be visible and yet missing from copied text. Hence the memory of glyphs of its own, and
 * a parsed font that nothing but these objects ever lays text out with.
 */
export function openFont(face: Face): Font {
  return Object.create(parsedFont(face), { _glyphs: { value: {}, writable: true } })
}

/** Whether the face has a glyph for the code point. */
export function hasGlyph(face: Face, codePoint: number): boolean {
  return parsedFont(face).hasGlyphForCodePoint(codePoint)
}

function parsedFont(face: Face): Font {
  const known = parsed.get(face)
  if (known) return known
  const path = createRequire(import.meta.url).resolve(files[face])
  const opened = create(readFileSync(path))
  if (!('layout' in opened)) throw new Error(`${path} is a collection of fonts, not one font.`)
  parsed.set(face, opened)
  return opened
}
