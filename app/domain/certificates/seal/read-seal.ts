import type { Certificate } from 'pkijs'
import type { Trust } from '../keys/trust.ts'
import { buildCms, der, oids, signedAttributes } from './cms.ts'
import { claimedTime, isWrittenSmall, lengthOfDer, readGap } from './gap.ts'
import { frameWith, type OurCertificate, ourCertificates } from './our-certificates.ts'
import { octetsOf, type ReadCms, readCms, signerCertificate } from './read-cms.ts'
import { readTimestamp } from './read-timestamp.ts'
import { type SignatureRange, signatureRanges } from './signature-range.ts'
import { digestOf, hexOf, holderOf, sameBytes } from './verify-signature.ts'

export type SealReading =
  | {
      state: 'intact'
      /** How the certificate of the seal calls its holder. */
      signer: string
      /** Of the whole file, in hexadecimal. */
      sha256: string
      /** When the hub says that it sealed the file: UTC instant, ISO 8601. */
      claimedAt: string | null
      timestamp: { at: string; by: string } | null
    }
  | { state: 'unsealed' }
  | { state: 'changed'; why: SealFault }
  /** Signed by somebody whom `trust` does not know. */
  | { state: 'foreign'; signer: string | null }

export type SealFault =
  | 'appended'
  | 'second-seal'
  /** The signature covers another stretch of the file than it must. */
  | 'range'
  /** Around the signature stands what does not belong there. */
  | 'padding'
  | 'content'
  | 'signature'
  | 'unreadable'

/** A seal that was found: what it says, unverified, and which certificate of the hub it comes with. */
type Found = { range: SignatureRange; gap: Uint8Array; cms: ReadCms; ours: OurCertificate | null }

/** Of more signatures than these none is looked at. */
const MOST_SIGNATURES = 4

/** A time-stamp follows the seal within seconds; this much the two clocks may differ. */
const CLOCKS_DIFFER_MS = 10 * 60_000

/**
 * Reads the seal of a PDF against the keys of a hub. Only the bytes of the signature are parsed: the file is intact
 * when one seal of the hub covers it from the first byte to the last, and when every byte of the seal itself is the
 * one that the hub writes. Takes any bytes, in time that grows with their number.
 */
export async function readSeal(bytes: Uint8Array, trust: Trust): Promise<SealReading> {
  const ranges = signatureRanges(bytes, MOST_SIGNATURES)
  if (ranges.length === 0) return { state: 'unsealed' }
  const found = await Promise.all(ranges.map(range => findSeal(bytes, range, trust)))
  const ours = found.find(one => typeof one === 'object' && one.ours !== null)
  const one = ours ?? found[0]
  if (one === undefined || typeof one === 'string') return { state: 'changed', why: one ?? 'unreadable' }
  if (one.ours === null) {
    const certificate = signerCertificate(one.cms)
    return { state: 'foreign', signer: certificate === null ? null : holderOf(certificate) }
  }
  if (ranges.length > 1) return { state: 'changed', why: 'second-seal' }
  return verifySeal(bytes, one, one.ours)
}

async function findSeal(
  bytes: Uint8Array,
  range: SignatureRange | null,
  trust: Trust,
): Promise<Found | SealFault> {
  if (range === null) return 'range'
  const gap = readGap(bytes, range)
  if (!gap.ok) return gap.fault
  const cms = readCms(gap.bytes.subarray(0, lengthOfDer(gap.bytes)))
  if (cms === null) return 'unreadable'
  const certificates = await ourCertificates(trust)
  for (const certificate of cms.certificates) {
    const ours = certificates.get(hexOf(await digestOf('SHA-256', certificate)))
    if (ours !== undefined) return { range, gap: gap.bytes, cms, ours }
  }
  return { range, gap: gap.bytes, cms, ours: null }
}

async function verifySeal(
  bytes: Uint8Array,
  { range, gap, cms }: Found,
  ours: OurCertificate,
): Promise<SealReading> {
  if (range.start !== 0 || range.end > bytes.length) return { state: 'changed', why: 'range' }
  if (range.end < bytes.length) return { state: 'changed', why: 'appended' }
  const length = lengthOfDer(gap)
  if (gap.subarray(length).some(byte => byte !== 0) || !isWrittenSmall(bytes, range))
    return { state: 'changed', why: 'padding' }

  const documentDigest = await digestOf('SHA-256', covered(bytes, range))
  const stated = octetsOf(cms.signer.signed.get(oids.messageDigest))
  if (stated === null || !sameBytes(stated, documentDigest)) return { state: 'changed', why: 'content' }

  const broken: SealReading = { state: 'changed', why: 'signature' }
  const attributes = signedAttributes(documentDigest, await digestOf('SHA-256', ours.bytes))
  const { signature } = cms.signer
  if (!(await verifies(ours, attributes, signature))) return broken

  const token = cms.signer.unsigned.get(oids.timestampToken)
  const timestamp = token === undefined ? null : der(token)
  const chain = cms.certificates.filter(one => !sameBytes(one, ours.bytes))
  const frame = frameWith(ours, chain)
  if (frame === null) return broken
  const whole = buildCms(frame, { signedAttributes: attributes, signature, timestamp })
  if (!sameBytes(gap.subarray(0, length), whole)) return broken

  const claimedAt = claimedTime(bytes, range)
  if (claimedAt !== null && !isInTime(claimedAt, ours.parsed)) return broken
  const read = timestamp === null ? null : await readTimestamp(timestamp, signature)
  if (timestamp !== null && (read === null || !areTogether(claimedAt, read.at))) return broken
  return {
    state: 'intact',
    signer: holderOf(ours.parsed) ?? '',
    sha256: hexOf(await digestOf('SHA-256', bytes)),
    claimedAt,
    timestamp: read === null ? null : { at: read.at, by: read.by },
  }
}

async function verifies(ours: OurCertificate, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    return await ours.verify(data, signature)
  } catch {
    // Of an ECDSA signature that is no pair of numbers.
    return false
  }
}

/** The file without the gap. */
function covered(bytes: Uint8Array, { gapStart, gapEnd, end }: SignatureRange): Uint8Array {
  const all = new Uint8Array(gapStart + end - gapEnd)
  all.set(bytes.subarray(0, gapStart))
  all.set(bytes.subarray(gapEnd, end), gapStart)
  return all
}

function isInTime(at: string, { notBefore, notAfter }: Certificate): boolean {
  const time = new Date(at)
  return notBefore.value <= time && time <= notAfter.value
}

/**
 * Nothing signs a time-stamp to its seal, so that somebody else's could take its place: it may not say anything but
 * what the sealed file says itself.
 */
function areTogether(claimedAt: string | null, stampedAt: string): boolean {
  return claimedAt !== null && Math.abs(Date.parse(stampedAt) - Date.parse(claimedAt)) <= CLOCKS_DIFFER_MS
}
