import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { drawForSeal } from '#app/domain/certificates/certificate-pdf.server.ts'
import { normalSample } from '#app/domain/certificates/certificate-samples.ts'
import { hubKeys } from '#app/domain/certificates/keys/hub-keys.server.ts'
import { makeSealCertificate } from '#app/domain/certificates/keys/x509.server.ts'
import { fileSeal } from '#app/domain/certificates/seal/file-seal.server.ts'
import type { Seal } from '#app/domain/certificates/seal/seal.ts'
import { sealPdf } from '#app/domain/certificates/seal/seal-pdf.server.ts'
import { keyFile } from './setup/key-folders.ts'
import { testKeysDir } from './setup/keys.ts'

/** The sample certificate with a stand-in for a credential and room for a seal. */
export function unsealedSample(at: Date = new Date(normalSample.issuedAt)): Promise<Buffer> {
  return drawForSeal({ ...normalSample, issuedAt: at.toISOString() }, '{"пример":true}')
}

/** The sample certificate, sealed without a time-stamp. */
export async function sealedSample(seal: Seal = hubKeys().seal, at?: Date): Promise<Buffer> {
  const { pdf } = await sealPdf(await unsealedSample(at), seal, { tsaUrl: null })
  return pdf
}

/** A key on the curve P-256 with a certificate of the tests' root. */
export async function ellipticSeal() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const root = Buffer.from(hubKeys().trust.roots[0] ?? '', 'base64')
  const certificate = await makeSealCertificate(
    publicKey,
    { commonName: 'Елиптичен печат', organization: 'Пример', place: 'Стара Загора' },
    { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') },
    { certificate: root, key: createPrivateKey(readFileSync(keyFile(testKeysDir, 'root'))) },
  )
  return { privateKey, certificate, root, seal: fileSeal(privateKey, certificate, [root]) }
}
