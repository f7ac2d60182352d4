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
  const text = latin1(bytes.subarray(gapStart + 1, gapEnd - 1))
  if (digits % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return { ok: false, fault: 'padding' }
  const decoded = new Uint8Array(digits / 2)
  for (let index = 0; index < decoded.length; index++) {
    decoded[index] = Number.parseInt(text.slice(2 * index, 2 * index + 2), 16)
  }
  return { ok: true, bytes: decoded }
}

/** Whether the gap holds these bytes, then zeros, and all of it in the one way in which the hub writes it. */
export function gapIs(bytes: Uint8Array, range: SignatureRange, cms: Uint8Array): boolean {
  const gap = readGap(bytes, range)
  if (!gap.ok || cms.length > gap.bytes.length) return false
  const written = bytes.subarray(range.gapStart + 1, range.gapEnd - 1)
  return (
    gap.bytes.every((byte, index) => byte === (cms[index] ?? 0)) &&
    // Not 'A' to 'F', where a changed bit would make no difference.
    written.every(letter => (letter >= 0x30 && letter <= 0x39) || (letter >= 0x61 && letter <= 0x66))
  )
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
