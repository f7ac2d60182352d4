import { isOneSlipAway } from './edit-distance.ts'

/** The stems of one language in the index, with the number of places where each stands. */
export type Vocabulary = {
  /** 0 for a stem that is nowhere. */
  count: (stem: string) => number
  /** Stems with this beginning, the most frequent first. */
  startingWith: (beginning: string, limit: number) => string[]
  /** Stems that one slip of the finger leads to, the most frequent first. */
  near: (stem: string, limit: number) => string[]
}

/** Shorter words have too many neighbours for a slip to be told from another word. */
export const SHORTEST_WITH_SLIP = 4

/** `counts` is not copied; who changes it makes a new vocabulary. Sorting waits until it is needed. */
export function createVocabulary(counts: ReadonlyMap<string, number>): Vocabulary {
  const forwards = once(() => [...counts.keys()].sort())
  const backwards = once(() => [...counts.keys()].map(backward).sort())
  const mostFrequent = (stems: Iterable<string>, limit: number) =>
    [...stems].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, limit)
  return {
    count: stem => counts.get(stem) ?? 0,
    startingWith: (beginning, limit) =>
      beginning === '' ? [] : mostFrequent(range(forwards(), beginning), limit),
    near(stem, limit) {
      if (stem.length < SHORTEST_WITH_SLIP) return []
      // One slip leaves whole either the first letters, or everything behind the letter after them.
      const half = Math.floor((stem.length - 1) / 2)
      const near = new Set([
        ...range(forwards(), stem.slice(0, half)).filter(other => isOneSlipAway(stem, other)),
        ...range(backwards(), backward(stem.slice(half + 1)))
          .map(backward)
          .filter(other => isOneSlipAway(stem, other)),
      ])
      return mostFrequent(near, limit)
    },
  }
}

function range(sorted: readonly string[], beginning: string): string[] {
  const start = firstFrom(sorted, beginning)
  let end = start
  while (sorted[end]?.startsWith(beginning)) end += 1
  return sorted.slice(start, end)
}

function firstFrom(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function backward(word: string): string {
  let turned = ''
  for (let place = word.length - 1; place >= 0; place -= 1) turned += word.charAt(place)
  return turned
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
