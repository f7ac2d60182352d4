/**
 * The alphabet of certificate numbers: no 0, 1, I, L and O, which people confuse. Its size is a prime,
 * which is what lets one weighted check symbol catch every single substitution and every transposition.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const payloadLength = 15
const identifierLength = payloadLength + 1

/** Longer input than any address that we print is answered without being looked at. */
const longestInput = 500

/** Cyrillic capitals that look like a letter of the alphabet, as typed with the keyboard left in Bulgarian. */
const lookAlikes = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    Е: 'E',
    Ѕ: 'S',
    Ј: 'J',
    К: 'K',
    М: 'M',
    Н: 'H',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
  }),
)

export type IdentifierReading =
  | { ok: true; id: string }
  | { ok: false; reason: 'empty' }
  /** `length` counts the symbols that were given, separators aside. */
  | { ok: false; reason: 'too-short' | 'too-long'; length: number }
  /** `at` is the position of the symbol among the symbols, from 0: `Math.floor(at / 4)` is its group. */
  | { ok: false; reason: 'symbol'; at: number; symbol: string }
  /** The check symbol tells that something is mistyped, it cannot tell where. */
  | { ok: false; reason: 'check' }

/**
 * A new identifier: 15 random symbols (74 bits) and a check symbol, without dashes.
 * `random` gives that many cryptographically random bytes.
 */
export function generateIdentifier(random: (count: number) => Uint8Array): string {
  // Bytes from the last, incomplete run of 31 would make some symbols likelier than others.
  const firstBiasedByte = 256 - (256 % alphabet.length)
  let payload = ''
  while (payload.length < payloadLength) {
    for (const byte of random(payloadLength - payload.length)) {
      if (byte < firstBiasedByte) payload += alphabet.charAt(byte % alphabet.length)
    }
  }
  return payload + checkSymbol(payload)
}

/** `J58E5J8JPRY7K5S2` as it is printed: `J58E-5J8J-PRY7-K5S2`. */
export function formatIdentifier(id: string): string {
  return id.replace(/(.{4})(?=.)/gu, '$1-')
}

/**
 * What a person typed, pasted or scanned, as an identifier of 16 symbols. Takes the number from a verification
 * address (`…/v/<id>`, `…/verify/<id>`); folds case, dashes, spaces, full-width forms and Cyrillic look-alikes.
 */
export function readIdentifier(input: string): IdentifierReading {
  if (input.length > longestInput) return { ok: false, reason: 'too-long', length: input.length }
  const symbols = foldedSymbols(numberInAddress(input) ?? input)
  if (symbols.length === 0) return { ok: false, reason: 'empty' }
  const at = symbols.findIndex(symbol => !alphabet.includes(symbol))
  const strange = symbols[at]
  if (strange !== undefined) return { ok: false, reason: 'symbol', at, symbol: strange }
  if (symbols.length < identifierLength) return { ok: false, reason: 'too-short', length: symbols.length }
  if (symbols.length > identifierLength) return { ok: false, reason: 'too-long', length: symbols.length }
  const id = symbols.join('')
  return checkSymbol(id.slice(0, payloadLength)) === id.charAt(payloadLength)
    ? { ok: true, id }
    : { ok: false, reason: 'check' }
}

/**
 * Weights 2 to 16 are different from each other, from 0 and from the check symbol's own weight (30) modulo 31,
 * so that a change of one symbol, or an exchange of any two different ones, always changes the sum.
 */
function checkSymbol(payload: string): string {
  let sum = 0
  for (const [position, symbol] of [...payload].entries()) sum += (position + 2) * alphabet.indexOf(symbol)
  return alphabet.charAt(sum % alphabet.length)
}

function numberInAddress(input: string): string | null {
  const found = /\/(?:v|verify)\/([^/?#\s]+)/iu.exec(input)?.[1]
  if (found === undefined) return null
  try {
    return decodeURIComponent(found)
  } catch {
    return found
  }
}

function foldedSymbols(text: string): string[] {
  // The numero sign goes first: compatibility normalisation would turn it into the letters N and o.
  const plain = text.replaceAll('№', '').normalize('NFKC')
  // Separators: spaces, dashes, the minus sign, dots, underscores, and characters without a width.
  const bare = plain.replace(/[\s\p{Pd}\p{Cf}\u2212._]/gu, '')
  return [...bare].map(symbol => {
    const capital = symbol.toUpperCase()
    return lookAlikes.get(capital) ?? capital
  })
}
