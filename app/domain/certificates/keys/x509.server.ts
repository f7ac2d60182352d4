import { createPublicKey, type KeyObject, randomBytes, webcrypto } from 'node:crypto'
import { Set as Asn1Set, Integer, OctetString, Sequence, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'

/** Who a certificate speaks of. Each part has 64 characters at most (X.520), or it is shortened. */
export type DistinguishedName = { commonName: string; organization: string; place: string }

type Lifetime = { notBefore: Date; notAfter: Date }

const oids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  place: '2.5.4.7',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  documentSigning: '1.3.6.1.5.5.7.3.36',
}

/** BIT STRINGs in DER: two named bits each (RFC 5280, 4.2.1.3). */
const keyUsages = {
  signatureAndNonRepudiation: [0x03, 0x02, 0x06, 0xc0],
  certificatesAndRevocationLists: [0x03, 0x02, 0x01, 0x06],
}

/** The certificate of a root that signs itself, DER. `key` is a private RSA key. */
export async function makeRootCertificate(
  key: KeyObject,
  name: DistinguishedName,
  lifetime: Lifetime,
): Promise<Uint8Array> {
  const certificate = await begin(createPublicKey(key), lifetime)
  certificate.subject = nameOf(name)
  certificate.issuer = certificate.subject
  certificate.extensions = [
    extension(oids.basicConstraints, true, der(new BasicConstraints({ cA: true, pathLenConstraint: 0 }))),
    extension(oids.keyUsage, true, Uint8Array.from(keyUsages.certificatesAndRevocationLists)),
    await subjectKeyIdentifier(certificate),
  ]
  return signed(certificate, key)
}

/** The certificate of a seal, DER, issued by a root of `makeRootCertificate`. `key` is the seal's public key. */
export async function makeSealCertificate(
  key: KeyObject,
  name: DistinguishedName,
  lifetime: Lifetime,
  root: { certificate: Uint8Array; key: KeyObject },
): Promise<Uint8Array> {
  const issuer = Certificate.fromBER(new Uint8Array(root.certificate))
  const certificate = await begin(key, lifetime)
  certificate.subject = nameOf(name)
  certificate.issuer = issuer.subject
  const usages = new ExtKeyUsage({
    // Programs that do not know documentSigning (RFC 9336) ask for emailProtection.
    keyPurposes: [oids.documentSigning, oids.emailProtection],
  })
  const authority = new AuthorityKeyIdentifier({
    keyIdentifier: new OctetString({ valueHex: await issuer.getKeyHash() }),
  })
  certificate.extensions = [
    extension(oids.basicConstraints, true, der(new BasicConstraints({ cA: false }))),
    extension(oids.keyUsage, true, Uint8Array.from(keyUsages.signatureAndNonRepudiation)),
    extension(oids.extendedKeyUsage, false, der(usages)),
    await subjectKeyIdentifier(certificate),
    extension(oids.authorityKeyIdentifier, false, der(authority)),
  ]
  return signed(certificate, root.key)
}

async function begin(publicKey: KeyObject, { notBefore, notAfter }: Lifetime): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: serialNumber() })
  certificate.notBefore = time(notBefore)
  certificate.notAfter = time(notAfter)
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
  )
  return certificate
}

/** 127 random bits; the first is 0, so that the number is positive, and the second 1, so that DER keeps all bytes. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.buffer
}

/** Dates from 2050 on are written as GeneralizedTime (RFC 5280, 4.1.2.5). */
function time(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value })
}

/** Through DER, because pkijs itself would write all parts into one set, as a single name of many values. */
function nameOf(name: DistinguishedName): RelativeDistinguishedNames {
  const parts = [
    [oids.organization, name.organization],
    [oids.place, name.place],
    [oids.commonName, name.commonName],
  ] as const
  const sets = parts.map(([type, value]) => {
    const part = new AttributeTypeAndValue({ type, value: new Utf8String({ value: shortened(value) }) })
    return new Asn1Set({ value: [part.toSchema()] })
  })
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: sets }).toBER())
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= 64 ? text : `${letters.slice(0, 63).join('').trimEnd()}…`
}

async function subjectKeyIdentifier(certificate: Certificate): Promise<Extension> {
  const identifier = new OctetString({ valueHex: await certificate.getKeyHash() })
  return extension(oids.subjectKeyIdentifier, false, new Uint8Array(identifier.toBER()))
}

function extension(extnID: string, critical: boolean, value: Uint8Array<ArrayBuffer>): Extension {
  return new Extension({ extnID, critical, extnValue: value.buffer })
}

function der(value: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value.toSchema().toBER())
}

async function signed(certificate: Certificate, key: KeyObject): Promise<Uint8Array> {
  const signingKey = await webcrypto.subtle.importKey(
    'pkcs8',
    key.export({ type: 'pkcs8', format: 'der' }),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  await certificate.sign(signingKey, 'SHA-256')
  return new Uint8Array(certificate.toSchema(true).toBER())
}
