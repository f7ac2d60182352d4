const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Signatures and keys have fewer than a hundred symbols; the work grows with the square of their number. */
const MOST_SYMBOLS = 128

/** The bytes of a multibase string in base58-btc, `z…`; null for anything else. */
export function decodeBase58(multibase: string): Uint8Array | null {
  if (!multibase.startsWith('z') || multibase.length > MOST_SYMBOLS) return null
  const symbols = multibase.slice(1)
  let number = 0n
  for (const symbol of symbols) {
    const digit = alphabet.indexOf(symbol)
    if (digit < 0) return null
    number = number * 58n + BigInt(digit)
  }
  const bytes: number[] = []
  for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 0xffn))
  // Every leading 1 is a leading zero byte.
  const zeros = /^1*/u.exec(symbols)?.[0].length ?? 0
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes])
}
