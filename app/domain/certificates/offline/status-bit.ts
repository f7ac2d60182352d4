/** Bits of a list that is read, in bytes once it is unpacked: eight times what the hub's lists have. */
const MOST_BYTES = 131_072

/**
 * Whether a credential's bit is set in a Bitstring Status List (W3C, 1.0): the list is multibase base64url of
 * gzipped bits, the first bit the highest of the first byte. Null when this list is not the credential's, or cannot
 * be read.
 */
export async function statusBit(credential: unknown, listCredential: unknown): Promise<boolean | null> {
  const entry = member(credential, 'credentialStatus')
  const subject = member(listCredential, 'credentialSubject')
  if (member(entry, 'statusListCredential') !== member(listCredential, 'id')) return null
  const stated = member(entry, 'statusListIndex')
  const encoded = member(subject, 'encodedList')
  if (typeof stated !== 'string' || !/^\d{1,9}$/.test(stated) || typeof encoded !== 'string') return null
  const index = Number(stated)
  const bits = await unpack(encoded)
  const byte = bits?.[index >> 3]
  return byte === undefined ? null : (byte & (0x80 >> (index & 7))) !== 0
}

async function unpack(encoded: string): Promise<Uint8Array | null> {
  try {
    const binary = atob(encoded.replace(/^u/, '').replaceAll('-', '+').replaceAll('_', '/'))
    const packed = Uint8Array.from(binary, character => character.charCodeAt(0))
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
    const reader = stream.getReader()
    const bits = new Uint8Array(MOST_BYTES)
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return bits.subarray(0, size)
      if (size + value.length > MOST_BYTES) {
        await reader.cancel()
        return null
      }
      bits.set(value, size)
      size += value.length
    }
  } catch {
    return null
  }
}

/** A member of a value that may be anything. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}
