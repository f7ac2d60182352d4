import { createHash } from 'node:crypto'
import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { now } from '#app/platform/clock.ts'
import { log } from '#app/platform/log.server.ts'
import { buildCms, type CmsFrame, cmsFrame, signedAttributes } from './cms.ts'
import { claimedTime } from './gap.ts'
import type { Seal } from './seal.ts'
import { signatureRanges } from './signature-range.ts'
import { requestTimestamp } from './timestamp.server.ts'

/** PAdES levels (ETSI EN 319 142-1): B-T has a time-stamp of an independent service, B-B has not. */
export type SealLevel = 'B-B' | 'B-T'

type Sealing = {
  /** RFC 3161 service; null: no time-stamp. */
  tsaUrl: string | null
  /** For everything that the service may take. */
  limitMs?: number
}

/**
 * Puts the seal into the room that `reserveSeal` left in a PDF. A time-stamping service that does not answer, or
 * not rightly, does not keep a certificate from being issued: the level says what was reached, and the log why.
 */
export async function sealPdf(
  pdf: Buffer,
  seal: Seal,
  sealing: Sealing,
): Promise<{ pdf: Buffer; level: SealLevel }> {
  const signer = new CmsSigner(seal, sealing)
  const sealed = await new SignPdf().sign(pdf, signer)
  return { pdf: sealed, level: signer.level }
}

class CmsSigner extends Signer {
  level: SealLevel = 'B-B'
  private readonly seal: Seal
  private readonly sealing: Sealing

  constructor(seal: Seal, sealing: Sealing) {
    super()
    this.seal = seal
    this.sealing = sealing
  }

  override async sign(covered: Buffer): Promise<Buffer> {
    const { frame, certificateDigest } = preparedFor(this.seal)
    const attributes = signedAttributes(sha256(covered), certificateDigest)
    const signature = await this.seal.sign(attributes)
    const timestamp = await this.timestampOver(signature, claimedIn(covered))
    if (timestamp !== null) this.level = 'B-T'
    return Buffer.from(buildCms(frame, { signedAttributes: attributes, signature, timestamp }))
  }

  private async timestampOver(signature: Uint8Array, near: Date): Promise<Uint8Array | null> {
    const { tsaUrl, limitMs } = this.sealing
    if (tsaUrl === null) return null
    const stamped = await requestTimestamp(signature, tsaUrl, { near, limitMs })
    if (stamped.ok) return stamped.token
    log().warn({ tsaUrl, reason: stamped.reason }, 'sealed without a time-stamp')
    return null
  }
}

const prepared = new WeakMap<Seal, { frame: CmsFrame; certificateDigest: Uint8Array }>()

function preparedFor(seal: Seal) {
  const known = prepared.get(seal)
  if (known !== undefined) return known
  const made = { frame: cmsFrame(seal), certificateDigest: sha256(seal.certificate) }
  prepared.set(seal, made)
  return made
}

/** The time of sealing that the document states, for a time-stamp may not say another. `covered` is without the gap. */
function claimedIn(covered: Buffer): Date {
  const [range] = signatureRanges(covered, 1)
  const claimed = range == null ? null : claimedTime(covered, { ...range, gapEnd: range.gapStart })
  return claimed === null ? now() : new Date(claimed)
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
