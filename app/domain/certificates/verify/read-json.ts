/** Deeper than any credential. What goes over a document piece by piece may then do so by calling itself. */
const DEEPEST = 40

/** A JSON object as text, read; null for anything else, and for one that is nested beyond all reason. */
export function readJson(text: string): object | null {
  if (depthOf(text) > DEEPEST) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** How deep brackets are nested, those within texts aside. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (bracket === '[' || bracket === '{') deepest = Math.max(deepest, ++depth)
    else if (bracket === ']' || bracket === '}') depth -= 1
  }
  return deepest
}
