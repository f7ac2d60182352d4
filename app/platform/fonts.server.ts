import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { BoundedCache } from './bounded-cache.ts'

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
  const font: Font = Object.create(parsedFont(face), { _glyphs: { value: {}, writable: true } })
  const shape = font.layout.bind(font)
  return Object.assign(font, {
    layout(text: string, ...how: LayoutOptions): GlyphRun {
      if (how[0] !== undefined) return shape(text, ...how)
      return runOf(
        font,
        shapes.get(`${face} ${text}`, () => shapeOf(shape(text))),
      )
    },
  })
}

type GlyphRun = ReturnType<Font['layout']>
type LayoutOptions = Parameters<Font['layout']> extends [string, ...infer Options] ? Options : never

/** A laid out word, of whose glyphs only the numbers and characters are the same in every document. */
type Shape = { run: GlyphRun; glyphs: { id: number; codePoints: number[] }[] }

/**
 * Documents of one kind use the same words again and again, and laying them out takes longer than anything else.
 * Enough for the words of a few hundred documents.
 */
const shapes = new BoundedCache<Shape>(8000)

function shapeOf(run: GlyphRun): Shape {
  const glyphs = run.glyphs.map(({ id, codePoints }) => ({ id, codePoints }))
  return { run: runWith(run, [], run.positions), glyphs }
}

/** The word with glyphs of this document, and with positions of its own, which the PDF library writes over. */
function runOf(font: Font, { run, glyphs }: Shape): GlyphRun {
  return runWith(
    run,
    glyphs.map(({ id, codePoints }) => font.getGlyph(id, codePoints)),
    run.positions,
  )
}

function runWith(run: GlyphRun, glyphs: GlyphRun['glyphs'], positions: GlyphRun['positions']): GlyphRun {
  const copy: GlyphRun = Object.create(Object.getPrototypeOf(run))
  return Object.assign(copy, run, { glyphs, positions: positions.map(position => ({ ...position })) })
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
