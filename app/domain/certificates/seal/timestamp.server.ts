import { createHash, randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import { der, oids, parsedDer } from './cms.ts'
import { plainToken, readTimestamp } from './read-timestamp.ts'
import { sameBytes } from './verify-signature.ts'

export type TimestampResult =
  /** RFC 3161 token, DER, as `readTimestamp` takes it. */
  | { ok: true; token: Uint8Array }
  | { ok: false; reason: 'no-answer' | 'refused' | 'too-large' | 'not-valid' | 'other-time' }

const LIMIT_MS = 3_000

/** What leaves room for the rest of the seal. An ordinary answer has 2,000 to 6,000 bytes, with its certificates. */
const MOST_ANSWER = 65_536
const MOST_TOKEN = 7_000

/** A service whose clock differs by more is not believed, nor would a reader believe it: see `readSeal`. */
const CLOCKS_DIFFER_MS = 5 * 60_000

type Asking = {
  /** The time that is to be confirmed. */
  near: Date
  /** For everything that the service may take. */
  limitMs?: number | undefined
}

/**
 * Asks a time-stamping service (RFC 3161 over HTTP) to confirm that these bytes exist. Checks what comes back:
 * imprint, nonce, signature, purpose of the certificate, time. Never throws.
 */
export async function requestTimestamp(
  bytes: Uint8Array,
  tsaUrl: string,
  { near, limitMs = LIMIT_MS }: Asking,
): Promise<TimestampResult> {
  const nonce = freshNonce()
  const answered = await ask(tsaUrl, requestFor(bytes, nonce), limitMs)
  if (!answered.ok) return answered
  const token = tokenIn(answered.body)
  if (token === null) return { ok: false, reason: 'refused' }
  const read = await readTimestamp(token, bytes)
  if (read?.nonce == null || !sameBytes(read.nonce, nonce)) return { ok: false, reason: 'not-valid' }
  if (Math.abs(Date.parse(read.at) - near.getTime()) > CLOCKS_DIFFER_MS)
    return { ok: false, reason: 'other-time' }
  return token.length > MOST_TOKEN ? { ok: false, reason: 'too-large' } : { ok: true, token }
}

/** 127 bits, positive, and without a leading zero, so that every service gives it back in the same form. */
function freshNonce(): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(randomBytes(16))
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  return nonce
}

function requestFor(bytes: Uint8Array, nonce: Uint8Array<ArrayBuffer>): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256 }),
      hashedMessage: new OctetString({
        valueHex: new Uint8Array(createHash('sha256').update(bytes).digest()),
      }),
    }),
    certReq: true,
    nonce: new Integer({ valueHex: nonce }),
  })
  return der(request.toSchema())
}

/** One limit for the connection, the headers and the body. The address is the operator's, never a visitor's. */
async function ask(
  tsaUrl: string,
  request: Uint8Array,
  limitMs: number,
): Promise<{ ok: true; body: Uint8Array } | { ok: false; reason: 'no-answer' | 'refused' | 'too-large' }> {
  try {
    const response = await fetch(tsaUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query' },
      body: new Uint8Array(request),
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    })
    if (!response.ok || response.body === null) {
      await response.body?.cancel()
      return { ok: false, reason: 'refused' }
    }
    const chunks: Uint8Array[] = []
    let length = 0
    const reader = response.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length
      chunks.push(part.value)
      if (length <= MOST_ANSWER) continue
      await reader.cancel()
      return { ok: false, reason: 'too-large' }
    }
    return { ok: true, body: Buffer.concat(chunks) }
  } catch {
    return { ok: false, reason: 'no-answer' }
  }
}

/** The token of an answer that grants one (status 0 or 1), without what its signature does not protect. */
function tokenIn(body: Uint8Array): Uint8Array | null {
  try {
    const { status, timeStampToken } = new TimeStampResp({ schema: parsedDer(body) })
    if (status.status > 1 || timeStampToken === undefined) return null
    return plainToken(der(timeStampToken.toSchema()))
  } catch {
    return null
  }
}
