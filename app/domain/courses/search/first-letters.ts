import { foldLetters } from './fold-letters.ts'

const BEYOND = '\u0500'

/** What a letter at the beginning of a word may become; the same for every text, so it is found once. */
const becomes = new Map<string, readonly string[]>()

/**
 * A quick look that spares folding most words of a text: whether a word may have one of these stems, by its first
 * letter. Folding changes the end of a word, and its beginning only letter by letter. Never false for a word that has.
 */
export function beginsLike(stems: ReadonlySet<string>): (word: string) => boolean {
  const letters = new Set([...stems].map(stem => stem.charAt(0)))
  // Beyond Cyrillic a letter may be half of a pair, or fold in a way of its own: such a word is looked at whole.
  return word => word > BEYOND || lettersFrom(word.charAt(0)).some(letter => letters.has(letter))
}

function lettersFrom(letter: string): readonly string[] {
  const known = becomes.get(letter)
  if (known !== undefined) return known
  // Among Cyrillic letters a Latin one may be its twin, and „я“ is „е“ in a stem.
  const found = [foldLetters(letter), foldLetters(`${letter}б`)].flatMap(folded => {
    const first = folded.charAt(0)
    return first === 'я' ? ['я', 'е'] : [first]
  })
  becomes.set(letter, found)
  return found
}
