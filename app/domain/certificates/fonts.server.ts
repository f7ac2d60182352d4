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
 * One parsed font object per face for the life of the process: parsing costs more than drawing a page.
 *
 * A font object remembers for every glyph which characters it was first asked for. Sofia Sans has one glyph that
 * two different texts lead to, the ligature of „ff“ (also U+FB00), and `normaliseText` takes that character away.
 */
export function font(face: Face): Font {
  const known = parsed.get(face)
  if (known) return known
  const path = createRequire(import.meta.url).resolve(files[face])
  const opened = create(readFileSync(path))
  if (!('layout' in opened)) throw new Error(`${path} is a collection of fonts, not one font.`)
  parsed.set(face, opened)
  return opened
}
