import {
  Set as Asn1Set,
  type BaseBlock,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
} from 'asn1js'
import { AlgorithmIdentifier, type Certificate, ExtKeyUsage, IssuerAndSerialNumber, TSTInfo } from 'pkijs'
import { childrenOf, der, oids, parsedDer, tagged } from './cms.ts'
import { octetsOf, type ReadCms, readCms, type SignerParts, signerCertificate, textOf } from './read-cms.ts'
import { digestOf, type HashName, holderOf, sameBytes, verifierOf } from './verify-signature.ts'

export type Timestamp = {
  /** UTC instant, ISO 8601. */
  at: string
  /** Whose clock it was, as its certificate says; whether to trust that certificate is the reader's decision. */
  by: string
  nonce: Uint8Array | null
}

const tokenOids = {
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  extendedKeyUsage: '2.5.29.37',
}

const hashes: Record<string, HashName | undefined> = {
  [oids.sha256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** The hash that a signature algorithm names; RSA without one takes the hash of the digest. */
const hashOfSignature: Record<string, HashName | 'of-digest' | undefined> = {
  '1.2.840.113549.1.1.1': 'of-digest',
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
}

/**
 * Verifies an RFC 3161 token over these bytes, in the form of `plainToken()`; null when anything is not right: the
 * imprint, the signature, the certificate that the signature names, its purpose, or a single bit elsewhere.
 */
export async function readTimestamp(token: Uint8Array, stamped: Uint8Array): Promise<Timestamp | null> {
  try {
    const cms = readCms(token)
    const plain = cms === null ? null : plainCms(cms)
    if (cms === null || plain === null || !sameBytes(plain, token)) return null
    return await verifiedTimestamp(cms, stamped)
  } catch {
    // Whatever a stranger's bytes make the parsers throw.
    return null
  }
}

async function verifiedTimestamp(cms: ReadCms, stamped: Uint8Array): Promise<Timestamp | null> {
  const { content, contentType, signer } = cms
  const certificate = signerCertificate(cms)
  const hash = hashes[algorithmOf(signer.digestAlgorithm)]
  const named = hashOfSignature[algorithmOf(signer.signatureAlgorithm)]
  if (content === null || certificate === null || hash === undefined || named === undefined) return null

  const type = signer.signed.get(oids.contentType)
  if (contentType !== tokenOids.tstInfo || textOf(type) !== tokenOids.tstInfo) return null
  const digest = octetsOf(signer.signed.get(oids.messageDigest))
  if (digest === null || !sameBytes(digest, await digestOf(hash, content))) return null
  if (!(await namesCertificate(signer, der(certificate.toSchema())))) return null
  if (!isForTimestamps(certificate)) return null
  const verify = await verifierOf(certificate, named === 'of-digest' ? hash : named)
  if (!(await verify?.(signer.signedAttributes, signer.signature))) return null

  const info = TSTInfo.fromBER(new Uint8Array(content))
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const imprint = octetsOf(hashedMessage)
  if (hashAlgorithm.algorithmId !== oids.sha256 || imprint === null) return null
  if (!sameBytes(imprint, await digestOf('SHA-256', stamped))) return null
  const { notBefore, notAfter } = certificate
  if (info.genTime < notBefore.value || info.genTime > notAfter.value) return null
  return {
    at: info.genTime.toISOString(),
    by: holderOf(certificate) ?? '',
    nonce: info.nonce === undefined ? null : new Uint8Array(info.nonce.valueBlock.valueHexView),
  }
}

/**
 * The token with nothing in it that its signature does not protect: of the certificates only the signer's, which the
 * signed attributes name by its digest. A changed bit anywhere is found then, and long chains take no room. Null for
 * what cannot be put so.
 */
export function plainToken(token: Uint8Array): Uint8Array | null {
  const cms = readCms(token)
  return cms === null ? null : plainCms(cms)
}

function plainCms(cms: ReadCms): Uint8Array | null {
  const { content, contentType, signer } = cms
  const certificate = signerCertificate(cms)
  if (content === null || certificate === null) return null
  const digestAlgorithm = plainAlgorithm(signer.digestAlgorithm)
  const { issuer, serialNumber } = certificate
  const signerInfo = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new IssuerAndSerialNumber({ issuer, serialNumber }).toSchema(),
      digestAlgorithm,
      tagged(0, childrenOf(parsedDer(signer.signedAttributes))),
      plainAlgorithm(signer.signatureAlgorithm),
      new OctetString({ valueHex: new Uint8Array(signer.signature) }),
    ],
  })
  const signedData = new Sequence({
    value: [
      new Integer({ value: 3 }),
      new Asn1Set({ value: [digestAlgorithm] }),
      new Sequence({
        value: [
          new ObjectIdentifier({ value: contentType }),
          tagged(0, [new OctetString({ valueHex: new Uint8Array(content) })]),
        ],
      }),
      tagged(0, [certificate.toSchema()]),
      new Asn1Set({ value: [signerInfo] }),
    ],
  })
  return der(
    new Sequence({ value: [new ObjectIdentifier({ value: oids.signedData }), tagged(0, [signedData])] }),
  )
}

function algorithmOf(algorithm: BaseBlock): string {
  return textOf(childrenOf(algorithm)[0])
}

/** The hashes and signatures in question have no parameters, which some write as NULL. */
function plainAlgorithm(algorithm: BaseBlock): BaseBlock {
  const [, parameters] = childrenOf(algorithm)
  const plain = parameters instanceof Null ? { algorithmParams: new Null() } : {}
  return new AlgorithmIdentifier({ algorithmId: algorithmOf(algorithm), ...plain }).toSchema()
}

/** The signed attribute that names the signer's certificate: RFC 5035, or in its older form with SHA-1 RFC 2634. */
async function namesCertificate({ signed }: SignerParts, certificate: Uint8Array): Promise<boolean> {
  const newer = signed.get(oids.signingCertificateV2)
  const [list] = childrenOf(newer ?? signed.get(tokenOids.signingCertificate))
  const [first] = childrenOf(list)
  const parts = childrenOf(first)
  const plain = octetsOf(parts[0])
  if (plain !== null)
    return sameBytes(plain, await digestOf(newer === undefined ? 'SHA-1' : 'SHA-256', certificate))
  const hash = parts[0] === undefined ? undefined : hashes[algorithmOf(parts[0])]
  const digest = octetsOf(parts[1])
  return hash !== undefined && digest !== null && sameBytes(digest, await digestOf(hash, certificate))
}

/** RFC 3161, 2.3: for time-stamps alone, and said so critically. */
function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === tokenOids.extendedKeyUsage)
  const purposes = usage?.parsedValue
  return (
    usage?.critical === true &&
    purposes instanceof ExtKeyUsage &&
    purposes.keyPurposes.length === 1 &&
    purposes.keyPurposes[0] === tokenOids.timeStamping
  )
}
