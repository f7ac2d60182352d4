import {
  Set as Asn1Set,
  type BaseBlock,
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
} from 'asn1js'
import { AlgorithmIdentifier, Attribute, Certificate, IssuerAndSerialNumber } from 'pkijs'
import type { Seal } from './seal.ts'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const

/** The certificates of a seal, parsed once. */
export type CmsFrame = {
  algorithm: Seal['algorithm']
  issuerAndSerialNumber: BaseBlock
  certificates: BaseBlock[]
}

/** `certificate` and `chain` are DER: the sealing certificate, and those above it. */
export function cmsFrame({ algorithm, certificate, chain }: Omit<Seal, 'sign'>): CmsFrame {
  const { issuer, serialNumber } = Certificate.fromBER(new Uint8Array(certificate))
  return {
    algorithm,
    issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }).toSchema(),
    certificates: inOrder([certificate, ...chain].map(parsedDer)),
  }
}

/**
 * The bytes that are signed: content type, digest of the document, and the certificate with which it was signed
 * (RFC 5035), so that nobody can put another one in its place. No signing time: PAdES has it in the PDF
 * (ETSI EN 319 142-1, 6.3).
 */
export function signedAttributes(documentDigest: Uint8Array, certificateDigest: Uint8Array): Uint8Array {
  // SHA-256 is the default of ESSCertIDv2 and not written down.
  const certificateId = new Sequence({ value: [octets(certificateDigest)] })
  const attributes = [
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, octets(documentDigest)),
    attribute(oids.signingCertificateV2, new Sequence({ value: [new Sequence({ value: [certificateId] })] })),
  ]
  return der(new Asn1Set({ value: inOrder(attributes) }))
}

/**
 * The whole CMS of a seal (RFC 5652), DER. From the same parts come the same bytes, so that a reader who has found
 * the parts can compare it with what it read, to the bit.
 */
export function buildCms(
  frame: CmsFrame,
  parts: { signedAttributes: Uint8Array; signature: Uint8Array; timestamp: Uint8Array | null },
): Uint8Array {
  const sha256 = () => new AlgorithmIdentifier({ algorithmId: oids.sha256 }).toSchema()
  const signerInfo = [
    new Integer({ value: 1 }),
    frame.issuerAndSerialNumber,
    sha256(),
    tagged(0, childrenOf(parsedDer(parts.signedAttributes))),
    signatureAlgorithm(frame.algorithm),
    octets(parts.signature),
  ]
  if (parts.timestamp !== null) {
    signerInfo.push(tagged(1, [attribute(oids.timestampToken, parsedDer(parts.timestamp))]))
  }
  const signedData = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Asn1Set({ value: [sha256()] }),
      new Sequence({ value: [new ObjectIdentifier({ value: oids.data })] }),
      tagged(0, frame.certificates),
      new Asn1Set({ value: [new Sequence({ value: signerInfo })] }),
    ],
  })
  return der(
    new Sequence({ value: [new ObjectIdentifier({ value: oids.signedData }), tagged(0, [signedData])] }),
  )
}

/** Bounds for what strangers send: deeper or more than any CMS of ours. */
const bounds = { maxDepth: 32, maxNodes: 2_000, parseEmbedded: false }

/** Throws when the bytes do not begin with one whole value, or with one that is deeper or larger than the bounds. */
export function parsedDer(bytes: Uint8Array): BaseBlock {
  const { offset, result } = fromBER(new Uint8Array(bytes), bounds)
  if (offset === -1) throw new Error(`Not DER: ${result.error}`)
  return result
}

export function der(value: BaseBlock): Uint8Array {
  return new Uint8Array(value.toBER())
}

export function childrenOf(value: BaseBlock | undefined): BaseBlock[] {
  if (value instanceof Constructed || value instanceof Sequence || value instanceof Asn1Set)
    return value.valueBlock.value
  throw new Error('Not a value of many')
}

function attribute(type: string, value: BaseBlock): BaseBlock {
  return new Attribute({ type, values: [value] }).toSchema()
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: new Uint8Array(bytes) })
}

export function tagged(tagNumber: number, value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
}

function signatureAlgorithm(algorithm: Seal['algorithm']): BaseBlock {
  return algorithm === 'RSA-SHA256'
    ? new AlgorithmIdentifier({ algorithmId: oids.rsaSha256, algorithmParams: new Null() }).toSchema()
    : new AlgorithmIdentifier({ algorithmId: oids.ecdsaSha256 }).toSchema()
}

/** DER orders the elements of a SET OF by their encodings. */
function inOrder(values: BaseBlock[]): BaseBlock[] {
  const encoded = values.map(value => ({ value, bytes: der(value) }))
  encoded.sort((one, other) => compareBytes(one.bytes, other.bytes))
  return encoded.map(({ value }) => value)
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const index = one.findIndex((byte, position) => byte !== other[position])
  return index === -1 ? one.length - other.length : (one[index] ?? 0) - (other[index] ?? 0)
}
