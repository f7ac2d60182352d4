import { transliterateName } from '#app/domain/certificates/transliteration.ts'
import { buildVocabulary, pickWord, seededRandom, type Vocabulary } from './generated-words.ts'

export const queryKinds = ['exact', 'two words', 'begun', 'transliterated', 'typo', 'none'] as const
export type QueryKind = (typeof queryKinds)[number]

/** The first ranks hold sentences together: nobody asks for „и“. */
const SMALL_WORDS = 60

/** Draws queries about generated content, words as often as they stand in it; hardly any comes twice. */
export function queryWriter(seed: number): (kind: QueryKind) => string {
  const random = seededRandom(seed)
  const vocabularies = [buildVocabulary('bg', 1), buildVocabulary('bg', 1), buildVocabulary('en', 1)]
  const draw = (from: Vocabulary, shortest = 3): string => {
    for (;;) {
      const word = pickWord(from, random)
      if (word.length >= shortest && from.words.indexOf(word) >= SMALL_WORDS) return word
    }
  }
  const any = () => vocabularies[Math.floor(random() * vocabularies.length)] ?? vocabularies[0]
  const bulgarian = buildVocabulary('bg', 1)
  return kind => {
    const from = any() ?? bulgarian
    switch (kind) {
      case 'exact':
        return draw(from)
      case 'two words':
        return `${draw(from)} ${draw(from)}`
      case 'begun': {
        const word = draw(from, 5)
        return word.slice(0, 3 + Math.floor(random() * (word.length - 3)))
      }
      case 'transliterated':
        return transliterateName(draw(bulgarian, 4))
      case 'typo': {
        const word = [...draw(from, 6)]
        const place = 1 + Math.floor(random() * (word.length - 3))
        const [one = '', two = ''] = word.slice(place, place + 2)
        return word.toSpliced(place, 2, two, one).join('')
      }
      case 'none':
        return Array.from({ length: 9 }, () => 'щжюцфqxw'.charAt(Math.floor(random() * 8))).join('')
    }
  }
}
