import { type BaseBlock, ObjectIdentifier, OctetString } from 'asn1js'
import { Certificate, IssuerAndSerialNumber } from 'pkijs'
import { childrenOf, der, oids, parsedDer } from './cms.ts'

/** A CMS with one signer (RFC 5652, 5.1), as somebody sent it: nothing of it is verified. */
export type ReadCms = {
  contentType: string
  /** What is signed; null when it is kept elsewhere, as the PDF of a seal is. */
  content: Uint8Array | null
  /** DER of each. */
  certificates: Uint8Array[]
  signer: SignerParts
}

export type SignerParts = {
  /** DER of the name by which the signer calls its certificate. */
  id: Uint8Array
  digestAlgorithm: BaseBlock
  /** DER of the SET over which the signature goes. */
  signedAttributes: Uint8Array
  signatureAlgorithm: BaseBlock
  signature: Uint8Array
  /** Values of the attributes that are there once and have one value, by their types. */
  signed: Map<string, BaseBlock>
  unsigned: Map<string, BaseBlock>
}

/** Reads the CMS with which the bytes begin; null for anything else, and for more than one signer. */
export function readCms(bytes: Uint8Array): ReadCms | null {
  try {
    const [type, content] = childrenOf(parsedDer(bytes))
    if (textOf(type) !== oids.signedData) return null
    return readSignedData(childrenOf(only(content)))
  } catch {
    // Something stands where the structure has something else.
    return null
  }
}

function readSignedData(parts: BaseBlock[]): ReadCms | null {
  const [contentType, content] = childrenOf(parts[2])
  const certificates = parts.find(part => isTagged(part, 0))
  const type = textOf(contentType)
  return {
    contentType: type,
    content: content === undefined ? null : octetsOf(only(content)),
    certificates: certificates === undefined ? [] : childrenOf(certificates).map(bytesOf),
    signer: readSigner(childrenOf(only(parts.at(-1)))),
  }
}

function readSigner(parts: BaseBlock[]): SignerParts {
  const [, id, digestAlgorithm, signed, signatureAlgorithm, signature, unsigned] = parts
  const octets = octetsOf(signature)
  if (id === undefined || digestAlgorithm === undefined || signatureAlgorithm === undefined)
    throw new Error('Not a signer')
  if (signed === undefined || !isTagged(signed, 0) || octets === null) throw new Error('Not a signer')
  const signedAttributes = bytesOf(signed)
  // Signed as a SET, sent as [0] in its place.
  signedAttributes[0] = 0x31
  return {
    id: bytesOf(id),
    digestAlgorithm,
    signedAttributes,
    signatureAlgorithm,
    signature: octets,
    signed: attributesIn(signed),
    unsigned: attributesIn(unsigned),
  }
}

function attributesIn(set: BaseBlock | undefined): Map<string, BaseBlock> {
  const found = new Map<string, BaseBlock>()
  const twice = new Set<string>()
  for (const attribute of set === undefined ? [] : childrenOf(set)) {
    const [type, values] = childrenOf(attribute)
    const key = textOf(type)
    if (found.has(key)) twice.add(key)
    found.set(key, only(values))
  }
  for (const key of twice) found.delete(key)
  return found
}

/** The certificate that the signer names; null when it is not among them. */
export function signerCertificate({ certificates, signer }: ReadCms): Certificate | null {
  for (const bytes of certificates) {
    try {
      const certificate = Certificate.fromBER(new Uint8Array(bytes))
      const { issuer, serialNumber } = certificate
      const id = der(new IssuerAndSerialNumber({ issuer, serialNumber }).toSchema())
      if (id.length === signer.id.length && id.every((byte, index) => byte === signer.id[index]))
        return certificate
    } catch {
      // Another kind of certificate, or none.
    }
  }
  return null
}

/** The bytes of an OCTET STRING in one piece; null for anything else. */
export function octetsOf(value: unknown): Uint8Array<ArrayBuffer> | null {
  return value instanceof OctetString && !value.idBlock.isConstructed
    ? new Uint8Array(value.valueBlock.valueHexView)
    : null
}

/** An object identifier in dotted numbers. */
export function textOf(value: unknown): string {
  if (value instanceof ObjectIdentifier) return value.valueBlock.toString()
  throw new Error('Not an object identifier')
}

/** The bytes from which a value was read. */
function bytesOf(value: BaseBlock): Uint8Array {
  return new Uint8Array(value.valueBeforeDecodeView)
}

function only(value: BaseBlock | undefined): BaseBlock {
  const [child, ...others] = childrenOf(value)
  if (child === undefined || others.length > 0) throw new Error('Not one value')
  return child
}

function isTagged({ idBlock }: BaseBlock, tagNumber: number): boolean {
  return idBlock.tagClass === 3 && idBlock.tagNumber === tagNumber
}
