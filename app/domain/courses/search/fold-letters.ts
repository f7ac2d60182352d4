/** Latin letters that look like Cyrillic ones, small. A keyboard switched in the middle of a word mixes them. */
const cyrillicTwins: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'и',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

/**
 * The letters of a word, made comparable: compatibility-normalised (NFKC), small, without accents, stress marks,
 * soft hyphens and apostrophes, and of one alphabet when Latin letters that look Cyrillic stand among Cyrillic
 * ones. „ѝ“ is „и“. Folding twice changes nothing.
 */
export function foldLetters(word: string): string {
  if (/^[а-яa-z0-9]*$/.test(word)) return oneAlphabet(word)
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    // The mark over „й“ belongs to the letter; every other one is an accent or a stress.
    .replace(/и\u0306/g, 'й')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return oneAlphabet(plain.normalize('NFC').toLowerCase())
}

export function hasCyrillic(word: string): boolean {
  return /[\u0400-\u04ff]/.test(word)
}

function oneAlphabet(word: string): string {
  if (!hasCyrillic(word)) return word
  return word.replace(/[aceikmoptxy]/g, letter => cyrillicTwins[letter] ?? letter)
}
