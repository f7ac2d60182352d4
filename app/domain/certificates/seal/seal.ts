/**
 * Whoever can put the hub's seal under a document. The private key need not be in this process: a hardware module
 * or a qualified service signs the same few bytes.
 */
export type Seal = {
  /** X.509 certificate of the seal, DER. */
  certificate: Uint8Array
  /** Certificates above it, up to the root, DER. */
  chain: Uint8Array[]
  algorithm: 'RSA-SHA256' | 'ECDSA-SHA256'
  /**
   * Signs `data` (a few hundred bytes: the CMS's signed attributes), SHA-256 included: RSASSA-PKCS1-v1_5 for RSA,
   * an ASN.1 SEQUENCE of r and s for ECDSA.
   */
  sign(data: Uint8Array): Promise<Uint8Array>
}
