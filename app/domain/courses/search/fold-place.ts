import { foldWord } from './fold-word.ts'
import type { SearchPlace } from './search-documents.ts'
import { splitWords } from './split-words.ts'

/** The stems of a place in the order of its words. */
export type FoldedPlace = { title: string[]; heading: string[]; body: string[] }

/** Every place carries the title of its page, so that words of the title and of a section find the section. */
export function foldPlace(title: string, { heading, text }: SearchPlace): FoldedPlace {
  return { title: foldText(title), heading: foldText(heading), body: foldText(text) }
}

function foldText(text: string): string[] {
  const stems: string[] = []
  let before = ''
  for (const { text: word, joined } of splitWords(text)) {
    const stem = foldWord(word)
    if (stem === '') continue
    stems.push(stem)
    // „е-поща“ is found by „епоща“ too.
    if (joined) stems.push(foldWord(before + word))
    before = word
  }
  return stems
}
