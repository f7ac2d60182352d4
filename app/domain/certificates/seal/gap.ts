import { latin1, type SignatureRange } from './signature-range.ts'

/** Hexadecimal digits of the largest CMS that is looked at: a few times what the hub leaves room for. */
const MOST_DIGITS = 65_536

/** The bytes of the gap, one hexadecimal string, whichever letters it is written in. */
export type Gap = { ok: true; bytes: Uint8Array } | { ok: false; fault: 'range' | 'padding' | 'unreadable' }

export function readGap(bytes: Uint8Array, { gapStart, gapEnd }: SignatureRange): Gap {
  const digits = gapEnd - gapStart - 2
  const opens = bytes[gapStart] === 0x3c
  const closes = bytes[gapEnd - 1] === 0x3e
  if (!opens || !closes || digits <= 0) return { ok: false, fault: 'range' }
  if (digits > MOST_DIGITS) return { ok: false, fault: 'unreadable' }
  const decoded = new Uint8Array(Math.floor(digits / 2))
  for (let index = 0; index < decoded.length; index++) {
    const at = gapStart + 1 + 2 * index
    const byte = digitOf(bytes[at]) * 16 + digitOf(bytes[at + 1])
    if (Number.isNaN(byte)) return { ok: false, fault: 'padding' }
    decoded[index] = byte
  }
  return digits % 2 === 0 ? { ok: true, bytes: decoded } : { ok: false, fault: 'padding' }
}

/** The value of a hexadecimal digit; NaN for any other letter. */
function digitOf(letter = 0): number {
  if (letter >= 0x30 && letter <= 0x39) return letter - 0x30
  // As a capital letter.
  const capital = letter & 0xdf
  return capital >= 0x41 && capital <= 0x46 ? capital - 0x37 : Number.NaN
}

/**
 * Whether the gap is written as the hub does: small letters alone, because among capital ones a changed bit would
 * make no difference.
 */
export function isWrittenSmall(bytes: Uint8Array, { gapStart, gapEnd }: SignatureRange): boolean {
  return bytes.subarray(gapStart, gapEnd).every(letter => letter < 0x41 || letter > 0x5a)
}

/** How many bytes the DER value takes with which the gap begins. */
export function lengthOfDer(bytes: Uint8Array): number {
  const first = bytes[1] ?? 0
  if (first < 0x80) return 2 + first
  const count = first - 0x80
  return bytes.subarray(2, 2 + count).reduce((length, byte) => length * 256 + byte, 0) + 2 + count
}

/** The time of signing in the signature's dictionary, whose rest follows the gap: UTC instant, ISO 8601. */
export function claimedTime(bytes: Uint8Array, { gapEnd }: SignatureRange): string | null {
  const match = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(
    latin1(bytes.subarray(gapEnd, gapEnd + 2_048)),
  )
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1)
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
