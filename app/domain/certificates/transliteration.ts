/**
 * Bulgarian letters in the official streamlined system: Закон за транслитерацията, чл. 4
 * (ДВ, бр. 19 от 13.03.2009 г., https://lex.bg/laws/ldoc/2135623667). The combinations of чл. 5 („дж“, „дз“,
 * „ьо“, „йо“) follow from the single letters.
 */
const letters = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ѐ: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    ѝ: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sht',
    ъ: 'a',
    ь: 'y',
    ю: 'yu',
    я: 'ya',
  }),
)

/** Established spellings that the law keeps (чл. 5 и 6): only as whole words. */
const exceptions = new Map([['българия', 'bulgaria']])

/**
 * A Bulgarian name in Latin letters. What is not a Bulgarian letter (Latin text, hyphens, apostrophes, and letters
 * of other Cyrillic alphabets, for which the law has no rule) passes through unchanged.
 */
export function transliterateName(bulgarian: string): string {
  return bulgarian.normalize('NFC').replace(/\p{L}+/gu, transliterateWord)
}

function transliterateWord(word: string): string {
  const exception = exceptions.get(word.toLowerCase())
  if (exception !== undefined) return withCaseOf(word, exception)
  const symbols = [...word]
  const endsInIya = /ия$/iu.test(word)
  return symbols
    .map((symbol, index) => {
      const small = symbol.toLowerCase()
      const latin = endsInIya && index === symbols.length - 1 ? 'a' : letters.get(small)
      if (latin === undefined) return symbol
      if (symbol === small) return latin
      return isAmongCapitals(symbols, index) ? latin.toUpperCase() : capitalised(latin)
    })
    .join('')
}

/** „Щ“ is "Sht" in „Щъркелова“ and for an initial, but "SHT" in „ЩЪРКЕЛ“: the neighbour decides. */
function isAmongCapitals(symbols: string[], index: number): boolean {
  const neighbour = symbols[index + 1] ?? symbols[index - 1]
  return neighbour !== undefined && neighbour !== neighbour.toLowerCase()
}

function withCaseOf(model: string, latin: string): string {
  if (model === model.toUpperCase()) return latin.toUpperCase()
  return model === model.toLowerCase() ? latin : capitalised(latin)
}

function capitalised(latin: string): string {
  return latin.charAt(0).toUpperCase() + latin.slice(1)
}
