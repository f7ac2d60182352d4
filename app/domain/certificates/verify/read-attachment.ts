/** Largest credential that is read, in bytes once it is unpacked. A real one has about six thousand. */
const MOST_BYTES = 256 * 1024

/** How many attachments are looked at. Ours has one. */
const MOST_ATTACHMENTS = 4

/**
 * The text of the first attached file of a PDF that reads as JSON, or null. Finds it by its dictionary, as our own
 * documents are written, and never follows the structure of a PDF that somebody sent: work and memory are bounded
 * for any bytes. Pure: runs in Node and in browsers.
 */
export async function readAttachment(bytes: Uint8Array): Promise<string | null> {
  const text = latin1(bytes)
  let from = 0
  for (let looked = 0; looked < MOST_ATTACHMENTS; looked++) {
    const at = text.indexOf('/EmbeddedFile', from)
    if (at < 0) return null
    from = at + 1
    const begin = text.indexOf('stream', at)
    // The dictionary of a stream stands right before it and is short.
    if (begin < 0 || begin - at > 1000) continue
    const dictionary = text.slice(Math.max(0, text.lastIndexOf(' obj', at)), begin)
    const length = Number(/\/Length (\d{1,8})(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
    if (!Number.isInteger(length) || dictionary.length > 2000) continue
    const start = begin + 'stream'.length + (text.startsWith('\r\n', begin + 6) ? 2 : 1)
    const packed = bytes.subarray(start, start + length)
    const data = dictionary.includes('/FlateDecode') ? await inflate(packed) : packed
    if (data === null || data.length > MOST_BYTES) continue
    const content = decodeUtf8(data)
    if (content?.trimStart().startsWith('{')) return content
  }
  return null
}

/** One character a byte, so that places in the text are places in the bytes. */
export function latin1(bytes: Uint8Array): string {
  // Encodings named latin1 are windows-1252 to TextDecoder, which is one character a byte too.
  return new TextDecoder('latin1').decode(bytes)
}

/** Unpacks at most MOST_BYTES; null for more, and for what is no deflated data. */
async function inflate(packed: Uint8Array): Promise<Uint8Array | null> {
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > MOST_BYTES) {
        await reader.cancel()
        return null
      }
      chunks.push(value)
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
