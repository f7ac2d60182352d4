type Layout = readonly (readonly [keys: string, letters: string])[]

/** The traditional phonetic layout, which most people type on. */
const phonetic: Layout = [
  ['`qwertyuiop[]\\', 'чявертъуиопшщю'],
  ['asdfghjkl', 'асдфгхйкл'],
  ['zxcvbnm', 'зьцжбнм'],
]

/** The phonetic layout of БДС 5237:2006. */
const newPhonetic: Layout = [
  ['`qwertyuiop[]\\', 'ючшертъуиопящь'],
  ['asdfghjkl', 'асдфгхйкл'],
  ['zxcvbnm', 'зжцвбнм'],
]

/** БДС 5237:1978, the layout of typewriters; „ы“ is the capital of a comma there. */
const typewriter: Layout = [
  ['wertyuiop[', 'уеишщксдзц'],
  ["asdfghjkl;'", 'ьяаожгтнвмч'],
  ['zxcvbnm,./', 'юйъэфхпрлб'],
]

const layouts = [phonetic, newPhonetic, typewriter].map(layout => {
  const pairs = layout.flatMap(([keys, letters]) =>
    [...keys].map((key, index) => [key, letters.charAt(index)] as const),
  )
  return { letters: new Map(pairs), keys: new Map(pairs.map(([key, letter]) => [letter, key])) }
})

/**
 * What somebody meant who typed with the other alphabet's layout on: for Latin letters the Bulgarian ones on the
 * same keys („md,f.d“ is „парола“ on a typewriter's), for Bulgarian letters the Latin ones („яяг“ is "ssh"). At most
 * one word per layout, for each on which all that was typed are letters. Takes what stands between two blanks,
 * punctuation included. The layouts are those of xkeyboard-config, symbols/bg, by Anton Zinoviev.
 */
export function readOnOtherLayout(typed: string): string[] {
  const small = typed.normalize('NFKC').toLowerCase()
  const words = layouts.flatMap(({ letters, keys }) => [translate(small, letters), translate(small, keys)])
  return [...new Set(words)].filter(word => word !== null)
}

function translate(typed: string, table: ReadonlyMap<string, string>): string | null {
  let word = ''
  for (const key of typed) {
    const letter = /[\p{N}-]/u.test(key) ? key : table.get(key)
    if (letter === undefined) return null
    word += letter
  }
  return /\p{L}/u.test(word) ? word : null
}
