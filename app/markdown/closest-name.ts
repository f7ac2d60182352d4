/** The known name nearest to a misspelt one, or null when none is near enough to be meant. */
export function closestName(written: string, known: Iterable<string>): string | null {
  let best: { name: string; distance: number } | null = null
  for (const name of known) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase())
    if (distance <= Math.max(1, Math.floor(name.length / 3)) && distance < (best?.distance ?? Infinity)) {
      best = { name, distance }
    }
  }
  return best?.name ?? null
}

/** Insertions, deletions and replacements needed (Levenshtein 1966), on at most 60 characters. */
function editDistance(from: string, to: string): number {
  const a = from.slice(0, 60)
  const b = to.slice(0, 60)
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

/** Ending of a remedy: `did you mean "shuffle"?`, or what is known when nothing is near. */
export function suggestName(written: string, known: readonly string[]): string {
  const near = closestName(written, known)
  if (near !== null) return `did you mean "${near}"?`
  return known.length > 0 ? `known here: ${known.join(', ')}` : 'remove it'
}
