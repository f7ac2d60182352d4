/** What a Latin spelling may stand for, the likeliest first. Every later one makes the whole word less likely. */
type Spelling = readonly [latin: string, ...cyrillic: string[]]

/**
 * The official letters (Закон за транслитерацията, чл. 4–6, ДВ, бр. 19 от 2009 г.) and, beside them, „шльокавица“:
 * digits for letters that look or sound alike (4, 6), and the keys of the phonetic layout (q, w, x, j, c, y). The
 * law writes „ъ“ as „a“ and „ия“ at the end as „ia“, so both must be guessed back.
 */
const spellings: readonly Spelling[] = [
  ['sht', 'щ', 'шт'],
  ['6t', 'щ', 'шт'],
  ['dzh', 'дж'],
  ['zh', 'ж'],
  ['dj', 'дж'],
  ['ts', 'ц', 'тс'],
  ['tz', 'ц', 'тз'],
  ['ch', 'ч'],
  ['sh', 'ш', 'сх'],
  ['yu', 'ю'],
  ['iu', 'ю', 'иу'],
  ['ju', 'ю', 'жу'],
  ['ya', 'я'],
  ['ia', 'я', 'ия', 'иа'],
  ['ja', 'я', 'жа'],
  ['yo', 'ьо', 'йо'],
  ['jo', 'йо', 'жо'],
  ['a', 'а', 'ъ'],
  ['b', 'б'],
  ['c', 'ц', 'к', 'с'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'х'],
  ['i', 'и', 'й'],
  ['j', 'ж', 'й'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'я'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у', 'ъ', 'ю'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'х', 'кс'],
  ['y', 'й', 'ъ', 'и'],
  ['z', 'з'],
  ['4', 'ч'],
  ['6', 'ш'],
]

const byFirst = new Map<string, Spelling[]>()
for (const spelling of spellings) {
  const first = spelling[0].charAt(0)
  byFirst.set(first, [...(byFirst.get(first) ?? []), spelling])
}

/** At most so many words come back. */
export const MOST_READINGS = 64

/** A word has at most so many letters that are not the likeliest ones: „ъ“ is rare. */
const MOST_UNLIKELY = 2

const LONGEST = 40

type Reading = { text: string; unlikely: number }

/**
 * The Bulgarian words that a word in Latin letters may stand for, the likeliest first: `kibersigurnost`, `6kola`,
 * `kompiutyr`. Which of them it is, the index knows. Empty for a word without a Latin letter. Takes a folded word.
 */
export function readAsBulgarian(word: string): string[] {
  if (!/[a-z]/.test(word) || word.length > LONGEST) return []
  let readings: Reading[] = [{ text: '', unlikely: 0 }]
  for (let place = 0; place < word.length; ) {
    const spelling = spellingAt(word, place)
    if (spelling === null) {
      const letter = word.charAt(place)
      readings = readings.map(reading => ({ ...reading, text: reading.text + letter }))
      place += 1
      continue
    }
    const [latin, ...cyrillic] = inPlace(spelling, word, place)
    readings = readings
      .flatMap(({ text, unlikely }) =>
        cyrillic.map((letters, index) => ({
          text: text + letters,
          unlikely: unlikely + Math.min(index, 1),
        })),
      )
      .filter(({ unlikely }) => unlikely <= MOST_UNLIKELY)
    // Sorting keeps the order of equals, so what is cut off is always the least likely.
    if (readings.length > MOST_READINGS)
      readings = readings.toSorted((a, b) => a.unlikely - b.unlikely).slice(0, MOST_READINGS)
    place += latin.length
  }
  const words = readings.toSorted((a, b) => a.unlikely - b.unlikely).map(({ text }) => text)
  return [...new Set(words)]
}

function spellingAt(word: string, place: number): Spelling | null {
  const possible = byFirst.get(word.charAt(place)) ?? []
  return possible.find(([latin]) => word.startsWith(latin, place)) ?? null
}

/** „ia“ ends a word as „ия“; „y“ behind a consonant is mostly „ъ“, behind a vowel „й“. */
function inPlace(spelling: Spelling, word: string, place: number): Spelling {
  const [latin] = spelling
  if (latin === 'ia' && place + 2 === word.length) return ['ia', 'ия', 'я', 'иа']
  if (latin === 'y' && /[^aeiouyq]/.test(word.charAt(place - 1))) return ['y', 'ъ', 'й', 'и']
  return spelling
}
