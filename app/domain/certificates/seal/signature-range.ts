/** Where a signature says that it stands in a PDF: the two stretches that it covers, and the gap between them. */
export type SignatureRange = { start: number; gapStart: number; gapEnd: number; end: number }

const key = Array.from('/ByteRange', letter => letter.charCodeAt(0))

/** Longer ones are nobody's: four numbers, and the spaces that were left for larger ones. */
const LONGEST = 96

/**
 * The ranges of all signatures in a file, in their order; null for one that is no list of four numbers. It looks at
 * bytes and knows nothing of PDF: what is found where no signature is makes a file less believable, never more. Stops
 * after `most`.
 */
export function signatureRanges(bytes: Uint8Array, most: number): (SignatureRange | null)[] {
  const found: (SignatureRange | null)[] = []
  let position = bytes.indexOf(key[0] ?? 0)
  while (position !== -1 && found.length < most) {
    if (key.every((byte, offset) => bytes[position + offset] === byte)) found.push(rangeAt(bytes, position))
    position = bytes.indexOf(key[0] ?? 0, position + 1)
  }
  return found
}

function rangeAt(bytes: Uint8Array, position: number): SignatureRange | null {
  const text = latin1(bytes.subarray(position, position + LONGEST))
  const match = /^\/ByteRange ?\[ ?(\d{1,8}) (\d{1,8}) (\d{1,8}) (\d{1,8}) ?\]/.exec(text)
  if (match === null) return null
  const [start = 0, before = 0, gapEnd = 0, after = 0] = match.slice(1).map(Number)
  return { start, gapStart: start + before, gapEnd, end: gapEnd + after }
}

export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
