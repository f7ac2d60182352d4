/**
 * The best of the media types that we offer for an `Accept` header (RFC 9110, 12.5.1), the first one when the sender
 * does not care; null when it wants none of them.
 */
export function chooseType<Offered extends string>(
  accept: string | null,
  offered: readonly Offered[],
): Offered | null {
  if (accept === null || accept.trim() === '') return offered[0] ?? null
  const ranges = accept.split(',').map(readRange)
  const ranked = offered
    .map((type, place) => ({ type, place, quality: qualityOf(type, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.place - b.place)
  return ranked[0]?.type ?? null
}

/** The media type of a `Content-Type` header, without its parameters. */
export function typeOf(contentType: string | null): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

type Range = { range: string; quality: number }

function readRange(part: string): Range {
  const [range = '', ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase())
  const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2)
  const quality = weight === undefined ? 1 : Number(weight)
  return { range, quality: Number.isFinite(quality) ? quality : 0 }
}

/** The most specific range decides, whatever its weight: `text/csv;q=0` takes CSV out of `text/*`. */
function qualityOf(type: string, ranges: Range[]): number {
  const group = `${type.split('/')[0]}/*`
  for (const wanted of [type, group, '*/*']) {
    const found = ranges.find(({ range }) => range === wanted)
    if (found !== undefined) return found.quality
  }
  return 0
}
