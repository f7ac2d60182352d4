import type { Localized } from '#app/platform/language.ts'

/** A key's time in use. Its signatures stay valid after it is retired, and none is made with it any more. */
type InUse = {
  /** UTC instants, ISO 8601. */
  validFrom: string
  retiredAt: string | null
}

/**
 * Everything public that a verifier needs to believe this hub's certificates without asking it: served as
 * `/.well-known/trust.json`, carried by the offline verifier, read by the command line.
 */
export type Trust = {
  version: 1
  hub: { name: Localized; domain: string }
  /** `did:web` of the hub's domain: the issuer of its credentials. */
  did: string
  /** When this was written down: a verifier says so, since keys may have changed after it. */
  asOf: string
  credentialKeys: (InUse & {
    /** The whole verification method: `did:web:academy.example.org#credential-2026-1`. */
    id: string
    /** Ed25519 public key, Multikey: base58-btc with the letter z before it. */
    publicKeyMultibase: string
  })[]
  sealCertificates: (InUse & {
    /** X.509 certificate, DER in base64. */
    certificate: string
    /** Of the DER, in hexadecimal. */
    sha256: string
  })[]
  /** Root certificates that issued the seal certificates, DER in base64. */
  roots: string[]
}
