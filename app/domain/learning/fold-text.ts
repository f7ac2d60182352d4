// Cyrillic capitals and small letters that look like Latin ones: a learner cannot see which was typed.
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
}

// Only behind a word: the dots of `cd ..` and of `../..` are part of the answer.
const finalPunctuation = /(?<=[\p{L}\p{M}\p{N})\]])[.,;:!?]+$/u

/**
 * An answer in words, made comparable: compatibility-normalised, lower case, inner spaces single, quotation marks
 * and the punctuation behind the last word gone, Cyrillic and Latin look-alikes alike. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  const small = text.normalize('NFKC').toLocaleLowerCase('bg')
  const alike = [...small].map(letter => lookAlikes[letter] ?? letter).join('')
  // Tidied last: a look-alike may compose with the mark behind it, and a lost quotation mark leaves a gap.
  return tidyText(alike.replace(/["'„“”‘’«»]/g, '')).replace(finalPunctuation, '')
}

/** What an author's pattern sees: normalised and trimmed, letters as they were typed. */
export function tidyText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
