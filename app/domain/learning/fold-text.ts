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

/**
 * An answer in words, made comparable: compatibility-normalised, lower case, inner spaces single,
 * quotation marks and final punctuation gone, Cyrillic and Latin look-alikes alike.
 */
export function foldText(text: string): string {
  const plain = tidyText(text)
    .toLocaleLowerCase('bg')
    .replace(/["'„“”‘’«»]/g, '')
    .replace(/[.,;:!?]+$/, '')
  return [...plain]
    .map(letter => lookAlikes[letter] ?? letter)
    .join('')
    .trim()
}

/** What an author's pattern sees: normalised and trimmed, letters as they were typed. */
export function tidyText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
