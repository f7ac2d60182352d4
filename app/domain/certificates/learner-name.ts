import { firstUnprintable, normaliseText } from '#app/platform/printable-text.ts'

/** Characters (code points) in the longest name that a certificate carries. */
export const longestName = 200

export type NameCheck =
  | { ok: true; name: string }
  | { ok: false; reason: 'empty' | 'too-long' }
  /** `symbol` is the first character that cannot be printed, whole: an emoji of several parts is one symbol. */
  | { ok: false; reason: 'unprintable'; symbol: string }

/**
 * The name as it shall stand on the certificate: composed (NFC), trimmed, every run of white space one space.
 *
 * `covers` tells whether the certificate's fonts have a glyph for a code point. Scripts without glyphs (Arabic,
 * Hebrew, Chinese, emoji) are refused with the character named, because a document that is signed for good must
 * neither show an empty box in place of a letter nor drop it in silence. Invisible format characters, which come
 * along with pasted text, are removed; control characters are refused, since nobody types them on purpose.
 */
export function checkName(raw: string, covers: (codePoint: number) => boolean): NameCheck {
  const name = normaliseText(raw).replace(/\s+/gu, ' ').trim()
  if (name === '') return { ok: false, reason: 'empty' }
  if ([...name].length > longestName) return { ok: false, reason: 'too-long' }
  const symbol = firstUnprintable(raw, covers)
  return symbol === null ? { ok: true, name } : { ok: false, reason: 'unprintable', symbol }
}
