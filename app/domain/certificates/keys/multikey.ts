const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The multicodec prefix of an Ed25519 public key. */
const ed25519 = [0xed, 0x01]

/** 32 bytes of an Ed25519 public key as a Multikey (W3C Controlled Identifiers 1.0, 2.2.2). */
export function ed25519Multikey(publicKey: Uint8Array): string {
  return `z${base58(Uint8Array.from([...ed25519, ...publicKey]))}`
}

/** Bitcoin's base 58. */
function base58(bytes: Uint8Array): string {
  let rest = bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  let digits = ''
  for (; rest > 0n; rest /= 58n) digits = alphabet.charAt(Number(rest % 58n)) + digits
  const zeros = bytes.findIndex(byte => byte !== 0)
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + digits
}
