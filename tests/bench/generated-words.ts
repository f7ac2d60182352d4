import type { Language } from '#app/platform/language.ts'

/** Numbers from 0 up to 1, the same for the same seed: mulberry32 by Tommy Ettinger. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The words that hold sentences together, the most frequent first. */
const small: Record<Language, string> = {
  bg: `на и да се за от не в с са е си по като ще това или че който при до как може които след всеки без има
    само ако през те към му само преди още между върху защо кога така вече никога един всички`,
  en: `the of to and a in is for that with on as it be by this or from are can not when which an if has
    every only before after between over why how so already never one all must their each more`,
}

/** What courses are about: each noun with all its forms, so that a search by one form finds the others. */
const feminine = `парол мреж заплах грешк таблиц програм проверк атак мярк защит задач заявк камер колон папк
  сметк връзк схем поправк част_ загуб причин промян измам покан машин култур техник метод`
const masculine = `сървър компютър файл протокол порт вирус модел график алгоритъм ключ процес списък отговор
  договор документ анализ резултат достъп сигнал пример адрес формат раздел курс урок стандарт клъстер възел`
const neuter = `устройств копи писм прав правил средств обучени хранилищ изчислени удостоверени решени
  обновлени приложени издани задължени наблюдени`
const abstract = `сигурност киберсигурност възможност поверителност цялост достъпност уязвимост стойност
  честност готовност отговорност производителност ефективност скорост`
const english = `password network threat error table program check attack measure task request column folder
  account link scheme loss reason change fraud invitation machine culture server computer file protocol port
  virus model graph algorithm key process list answer contract document analysis result signal example address
  format section course lesson standard cluster node device copy letter rule resource training storage
  calculation certificate decision update application edition duty observation vulnerability value speed owner
  company municipality school customer supplier invoice backup firewall router browser session token database
  sensor dataset licence version checksum register queue scheduler memory processor thread`

const cyrillicSyllables = `ба ве ги до жу за ки ло ма не по ра си ту фе ха цо ча ши ща ъл ю ята ост ник ар ен ил
  об пре раз въз из при над под меж съ ств град лен вод гор дар кон лист мил`
const latinSyllables = `ba ve gi do ju za ki lo ma ne po ra si tu fe ha co cha shi tion er al ment ing able pre
  re un con dis inter sub trans form port ject rupt spect tract vert ward ness land field`

/** How many words are made up for the long tail that every real collection of texts has. */
const TAIL = 24_000

export type Vocabulary = { words: readonly string[]; cumulative: readonly number[] }

/**
 * Words of a language by falling frequency. The word of rank r stands in a text as often as Zipf's law says,
 * in proportion to 1 / (r + 2.7) (with Mandelbrot's constant).
 */
export function buildVocabulary(language: Language, seed: number): Vocabulary {
  const random = seededRandom(seed)
  const known = language === 'bg' ? bulgarianForms() : englishForms()
  const syllables = listed(language === 'bg' ? cyrillicSyllables : latinSyllables)
  const words = new Set([...listed(small[language]), ...shuffled(known, random)])
  const size = words.size + TAIL
  while (words.size < size) words.add(madeUpWord(syllables, random))
  let sum = 0
  const cumulative = [...words].map((_, rank) => {
    sum += 1 / (rank + 2.7)
    return sum
  })
  return { words: [...words], cumulative }
}

export function pickWord({ words, cumulative }: Vocabulary, random: () => number): string {
  const wanted = random() * (cumulative.at(-1) ?? 0)
  let [low, high] = [0, words.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return words[low] ?? ''
}

function bulgarianForms(): string[] {
  return [
    ...listed(feminine).flatMap(stem =>
      stem.endsWith('_')
        ? ['', 'та', 'и', 'ите'].map(ending => stem.slice(0, -1) + ending)
        : ['а', 'ата', 'и', 'ите'].map(ending => stem + ending),
    ),
    ...listed(masculine).flatMap(stem =>
      // The ъ of the last syllable falls out in the plural: компютър, компютри.
      ['', 'ът', 'а']
        .map(ending => stem + ending)
        .concat(['и', 'ите'].map(ending => stem.replace(/ъ(?=[рм]$)/, '') + ending)),
    ),
    ...listed(neuter).flatMap(stem =>
      /[ие]$/.test(stem)
        ? ['е', 'ето', 'я', 'ята'].map(ending => stem + ending)
        : ['о', 'ото', 'а', 'ата'].map(ending => stem + ending),
    ),
    ...listed(abstract).flatMap(stem => ['', 'та', 'и', 'ите'].map(ending => stem + ending)),
  ]
}

function englishForms(): string[] {
  return listed(english).flatMap(word => {
    if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`]
    return [word, /(?:s|sh|ch|x)$/.test(word) ? `${word}es` : `${word}s`]
  })
}

function madeUpWord(syllables: readonly string[], random: () => number): string {
  const count = 2 + Math.floor(random() * 3)
  return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join(
    '',
  )
}

function shuffled(words: readonly string[], random: () => number): string[] {
  return words
    .map(word => ({ word, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ word }) => word)
}

function listed(words: string): string[] {
  return words.split(/\s+/).filter(word => word !== '')
}
