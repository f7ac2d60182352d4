import { type BaseBlock, OctetString } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs'
import { der, oids, parsedDer } from './cms.ts'

/** A CMS with one signer, as somebody sent it: nothing of it is verified. */
export type ReadCms = {
  signedData: SignedData
  signer: SignerInfo
  certificates: Certificate[]
  /** The one that the signer names; null when it is not among them. */
  signerCertificate: Certificate | null
}

/** Reads the CMS with which the bytes begin; null for anything else, and for more than one signer. */
export function readCms(bytes: Uint8Array): ReadCms | null {
  try {
    const content = new ContentInfo({ schema: parsedDer(bytes) })
    if (content.contentType !== oids.signedData) return null
    const signedData = new SignedData({ schema: content.content })
    const [signer, ...others] = signedData.signerInfos
    if (signer === undefined || others.length > 0) return null
    const certificates = (signedData.certificates ?? []).filter(one => one instanceof Certificate)
    const named = certificates.find(one => isNamedBy(signer, one))
    return { signedData, signer, certificates, signerCertificate: named ?? null }
  } catch {
    return null
  }
}

/** The value of a signed or unsigned attribute; null when it is not there, or has not exactly one. */
export function attributeOf(
  signer: SignerInfo,
  which: 'signedAttrs' | 'unsignedAttrs',
  type: string,
): BaseBlock | null {
  const found = (signer[which]?.attributes ?? []).filter(attribute => attribute.type === type)
  const [value, ...others] = found.flatMap(({ values }) => values)
  return value === undefined || others.length > 0 ? null : value
}

/** The bytes of a primitive OCTET STRING; null for anything else. */
export function octetsOf(value: unknown): Uint8Array | null {
  return value instanceof OctetString && !value.idBlock.isConstructed
    ? new Uint8Array(value.valueBlock.valueHexView)
    : null
}

export function certificateDer(certificate: Certificate): Uint8Array {
  return der(certificate.toSchema())
}

function isNamedBy({ sid }: SignerInfo, { issuer, serialNumber }: Certificate): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    sid.issuer.isEqual(issuer) &&
    sid.serialNumber.isEqual(serialNumber)
  )
}
