/** A word where it stands in a text. `joined`: a hyphen ties it to the word before. */
export type Word = { text: string; start: number; end: number; joined: boolean }

// An apostrophe (user’s) and a soft hyphen are inside of a word, a hyphen stands between two.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:['’ʼ][\p{L}\p{M}]+)*/gu
const HYPHENS = '-‐‑–'

/** The words of a text, from the first to the last. */
export function splitWords(text: string): Word[] {
  return [...eachWord(text)]
}

/** The same one by one, for whoever may stop before the end. */
export function* eachWord(text: string): Generator<Word> {
  let before = -1
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const joined = start === before + 1 && before > 0 && HYPHENS.includes(text.charAt(before))
    yield { text: match[0], start, end, joined }
    before = end
  }
}
