/**
 * The S-stemmer of Donna Harman, "How effective is suffixing?", JASIS 42 (1991), 7–15: plurals only, because more
 * would join what a learner tells apart (computer, computing). Beyond it, „-es“ behind a hissing sound goes whole:
 * processes, boxes, caches.
 *
 * Takes a folded word, so the 's of a possessive has been joined: see fold-word.ts. Stemming a stem changes nothing.
 */
export function stemEnglish(word: string): string {
  let stem = word
  for (let before = ''; before !== stem; ) {
    before = stem
    stem = singular(stem)
  }
  return stem
}

function singular(word: string): string {
  if (word.length < 4) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/(?:ss|x|ch|sh)e$/.test(word)) return word.slice(0, -1)
  if (/[^su]s$/.test(word)) return word.slice(0, -1)
  return word
}
