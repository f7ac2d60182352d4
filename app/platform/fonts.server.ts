import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const files = {
  regular: '@expo-google-fonts/sofia-sans/400Regular/SofiaSans_400Regular.ttf',
  bold: '@expo-google-fonts/sofia-sans/700Bold/SofiaSans_700Bold.ttf',
  italic: '@expo-google-fonts/sofia-sans/400Regular_Italic/SofiaSans_400Regular_Italic.ttf',
  boldItalic: '@expo-google-fonts/sofia-sans/700Bold_Italic/SofiaSans_700Bold_Italic.ttf',
  /** Latin letters of one width. It has no Cyrillic. */
  mono: 'katex/dist/fonts/KaTeX_Typewriter-Regular.ttf',
  /** Signs of mathematics that Sofia Sans does not have. */
  signs: 'katex/dist/fonts/KaTeX_Main-Regular.ttf',
  moreSigns: 'katex/dist/fonts/KaTeX_AMS-Regular.ttf',
}

/** The fonts that documents and pictures are set in. */
export type FontFace = keyof typeof files

const parsed = new Map<FontFace, Font>()

/**
 * A font object for one document, over tables that are parsed once for the life of the process (parsing takes longer
 * than drawing a page).
 *
 * It must not be used for a second document. A font object remembers for every glyph the characters it was first
 * asked for, and embedding asks for some without any: the Bulgarian „и“ is built from the Latin "u". In the next
 * document that letter would be visible and yet missing from copied text. Hence the memory of glyphs of its own, and
 * a parsed font that nothing but these objects ever lays text out with.
 */
export function openFont(face: FontFace): Font {
  return Object.create(parsedFont(face), { _glyphs: { value: {}, writable: true } })
}

/** Whether the face has a glyph for the code point. */
export function hasGlyph(face: FontFace, codePoint: number): boolean {
  return parsedFont(face).hasGlyphForCodePoint(codePoint)
}

/** Where the face lies on the disk, for programs that read fonts themselves. */
export function fontFile(face: FontFace): string {
  return createRequire(import.meta.url).resolve(files[face])
}

function parsedFont(face: FontFace): Font {
  const known = parsed.get(face)
  if (known) return known
  const path = fontFile(face)
  const opened = create(readFileSync(path))
  if (!('layout' in opened)) throw new Error(`${path} is a collection of fonts, not one font.`)
  parsed.set(face, opened)
  return opened
}
