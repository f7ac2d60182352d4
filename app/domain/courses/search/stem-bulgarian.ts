/**
 * The light stemmer for Bulgarian nouns and adjectives, after Jacques Savoy, "Searching strategies for the
 * Bulgarian language", Information Retrieval 10 (2007), 509–529, which takes off the definite article, then the
 * ending of number and gender, then undoes what the ending did to the root. As in BulStem (Preslav Nakov, 2003),
 * what counts is that all forms of a word meet, not that their meeting place is a word.
 *
 * Where the published rules part forms of one word that lessons are full of, these differ:
 * - An article goes only where one can stand, so that „защита“ keeps its „та“ and „адресите“ loses its „те“.
 * - Short words have articles and plurals too: „кодът“, „кодове“.
 * - „-ия“, „-ие“ and „-ии“ all lose both letters: „обучение“, „обучения“; „компания“, „компании“.
 * - Consonants that soften (урок – уроци, каталог – каталози, успех – успеси) are made alike in every form,
 *   because the ending does not tell „уроци“ from „таблици“. So are „я“ and „е“: мярка – мерки.
 *
 * Takes a folded word (see fold-letters.ts). Stemming a stem changes nothing.
 */
export function stemBulgarian(word: string): string {
  let stem = word
  // Every round shortens the word or leaves it as it is, apart from the letters made alike, which stay so.
  for (let before = ''; before !== stem; ) {
    before = stem
    stem = evenRoot(withoutEnding(withoutArticle(stem)))
  }
  return stem
}

/** Shorter words carry no article: „път“, „това“. */
const SHORTEST_WITH_ARTICLE = 5

function withoutArticle(word: string): string {
  if (word.length < SHORTEST_WITH_ARTICLE) return word
  if (/[ъя]т$/.test(word)) return word.slice(0, -2)
  // „писмото“, „обучението“; „паролите“, „ключовете“.
  if (word.length > 5 && /(?:[ое]то|[ие]те)$/.test(word)) return word.slice(0, -2)
  // „паролата“, „статията“; „сигурността“, „нощта“, „любовта“, „мисълта“. Not „защита“, „оферта“, „пакета“.
  if (word.length > 5 && /[аятжчшщвл]та$/.test(word)) return word.slice(0, -2)
  return word
}

function withoutEnding(word: string): string {
  // „кодове“, „броеве“.
  if (word.length > 5 && /[ое]ве$/.test(word)) return word.slice(0, -3)
  let stem = word
  if (stem.length > 3 && /[аеоя]$/.test(stem)) stem = stem.slice(0, -1)
  // „пароли“; the rest of „-ия“ and „-ие“; „случай“ beside „случаи“.
  if (stem.length > 3 && /[ий]$/.test(stem)) stem = stem.slice(0, -1)
  return stem
}

const softened: Record<string, string> = { ц: 'к', з: 'г', с: 'х' }

function evenRoot(word: string): string {
  let root = word
  // „хранилище“ and „пътища“ look alike here, and only „път“ says that „ищ“ may go.
  if (root.length > 4 && root.endsWith('ищ')) root = root.slice(0, -2)
  // „резултата“ has lost „та“ as if it were an article: the other forms follow.
  if (root.length > 4 && root.endsWith('ат')) root = root.slice(0, -2)
  // A vowel that some forms drop: „важен“ – „важни“, „възел“ – „възли“, „търговец“ – „търговци“.
  if (root.length > 4 && /е[нлц]$/.test(root)) root = root.slice(0, -2) + root.slice(-1)
  const last = softened[root.slice(-1)]
  if (root.length > 3 && last !== undefined) root = root.slice(0, -1) + last
  // „компютър“ – „компютри“, „списък“ – „списъци“.
  if (root.length > 4 && root.at(-2) === 'ъ') root = root.slice(0, -2) + root.slice(-1)
  return root.replaceAll('я', 'е')
}
