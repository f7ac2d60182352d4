import { type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAcademy } from '#tests/factories.ts'
import { ellipticSeal, sealedSample, unsealedSample } from '#tests/sealed-pdf.ts'
import { drawForSeal } from '../certificate-pdf.server.ts'
import { longOutcomesSample } from '../certificate-samples.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { ask } from '../pdf-judges.server.ts'
import { readSeal } from './read-seal.ts'
import type { Seal } from './seal.ts'
import { sealPdf } from './seal-pdf.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'academy-seal-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => openAcademy())

function fileWith(pdf: Buffer): string {
  const file = path.join(folder, 'certificate.pdf')
  writeFileSync(file, pdf)
  return file
}

/** A database of trusted roots, as Firefox, Okular and LibreOffice keep it, with the hub's root in it. */
function nssWithRoot(): string {
  const directory = mkdtempSync(path.join(folder, 'nss-'))
  const root = path.join(directory, 'root.der')
  writeFileSync(root, Buffer.from(hubKeys().trust.roots[0] ?? '', 'base64'))
  ask('certutil', ['-N', '-d', `sql:${directory}`, '--empty-password'])
  ask('certutil', ['-A', '-d', `sql:${directory}`, '-n', 'hub', '-t', 'C,C,C', '-i', root])
  return `sql:${directory}`
}

describe('the seal of a certificate', () => {
  test('is valid to an independent reader, over the whole document', async () => {
    const said = ask('pdfsig', [fileWith(await sealedSample())])
    expect(said).toContain('Signature Validation: Signature is Valid.')
    expect(said).toContain('Total document signed')
    expect(said).toContain('Signature Type: ETSI.CAdES.detached')
    expect(said).toContain('Signing Hash Algorithm: SHA-256')
    expect(said).toContain('Signer Certificate Common Name: ДЕМО: Примерен хъб (измислен)')
    expect(said).toContain('Signing Time: Nov 22 2026 09:30:00')
    expect(said.match(/^Signature #/gm)).toHaveLength(1)
  })

  test('is trusted by whoever has installed the root of the hub, and by nobody else', async () => {
    const file = fileWith(await sealedSample())
    expect(ask('pdfsig', ['-nssdir', nssWithRoot(), file])).toContain('Certificate is Trusted.')
    expect(ask('pdfsig', [file])).toContain("Certificate issuer isn't Trusted.")
  })

  test('is noticed as broken by an independent reader when one byte is changed', async () => {
    const pdf = await sealedSample()
    const changed = pdf.lastIndexOf('/Title')
    pdf[changed + 1] = 0x74
    expect(ask('pdfsig', [fileWith(pdf)])).toContain('Signature Validation: Digest Mismatch.')
  })

  test('leaves a sound document, of one revision, whose field has a name to be read out', async () => {
    const pdf = await sealedSample()
    expect(ask('qpdf', ['--check', fileWith(pdf)])).toContain('No syntax or stream encoding errors found')
    expect(pdf.toString('latin1').match(/%%EOF/g)).toHaveLength(1)
    const objects = JSON.parse(ask('qpdf', ['--json=2', fileWith(pdf)])).qpdf[1]
    const values = Object.values(objects).map(one => JSON.stringify(one))
    const widget = values.find(text => text.includes('"/Widget"'))
    expect(widget).toContain('u:Електронен печат на издателя')
    expect(widget).toContain('"/Rect":[0,0,0,0]')
    expect(widget).toContain('"/F":132')
    expect(widget).toMatch(/"\/StructParent":\d/)
    expect(values.filter(text => text.includes('"/S":"/Form"'))).toHaveLength(1)
    // Fonts of forms would be Helvetica, which is not embedded.
    expect(values.join()).not.toMatch(/Helvetica|"\/DR"/)
    expect(values.join()).toMatch(/"\/Perms":\{"\/DocMDP":"\d+ 0 R"\}/)
  })

  test('keeps the claims of PDF/A-3a and PDF/UA-1', async () => {
    const pdf = (await sealedSample()).toString('latin1')
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('goes with a certificate of several pages', async () => {
    const drawn = await drawForSeal(longOutcomesSample, '{}')
    const { pdf } = await sealPdf(drawn, hubKeys().seal, { tsaUrl: null })
    expect(await readSeal(pdf, hubKeys().trust)).toMatchObject({ state: 'intact' })
    expect(ask('pdfsig', [fileWith(pdf)])).toContain('Signature is Valid.')
  })

  test('says that there is no time-stamp where none was asked for', async () => {
    const { level } = await sealPdf(await unsealedSample(), hubKeys().seal, { tsaUrl: null })
    expect(level).toBe('B-B')
  })

  test('is the same for the same bytes, and takes no more than its room', async () => {
    const [one, other] = [await sealedSample(), await sealedSample()]
    expect(one.equals(other)).toBe(true)
    // The line break at the end is left out of what is sealed.
    expect(one.length).toBe((await unsealedSample()).length - 1)
  })

  test('cannot be brought in by what a learner calls themselves', async () => {
    const name = 'Иван /ByteRange [0 /********** /********** /**********]'
    const sample = { ...longOutcomesSample, learner: { name, nameLatin: name } }
    const { pdf } = await sealPdf(await drawForSeal(sample, '{}'), hubKeys().seal, { tsaUrl: null })
    expect(await readSeal(pdf, hubKeys().trust)).toMatchObject({ state: 'intact' })
  })
})

/** The shape of a PKCS#11 module: it finds keys and signs with them, and never hands one out. */
class Token {
  readonly #keys: Map<number, { label: string; key: KeyObject }>
  #signing: KeyObject | null = null

  constructor(keys: { label: string; key: KeyObject }[]) {
    this.#keys = new Map(keys.map((entry, index) => [index + 1, entry]))
  }

  findObjects({ label }: { label: string }): number[] {
    return [...this.#keys].filter(([, entry]) => entry.label === label).map(([handle]) => handle)
  }

  signInit(mechanism: 'CKM_SHA256_RSA_PKCS' | 'CKM_ECDSA_SHA256', handle: number): void {
    const key = this.#keys.get(handle)?.key ?? null
    const type = mechanism === 'CKM_ECDSA_SHA256' ? 'ec' : 'rsa'
    if (key?.asymmetricKeyType !== type) throw new Error('CKR_KEY_TYPE_INCONSISTENT')
    this.#signing = key
  }

  sign(data: Uint8Array): Uint8Array {
    if (this.#signing === null) throw new Error('CKR_OPERATION_NOT_INITIALIZED')
    const key = this.#signing
    this.#signing = null
    // PKCS#11 gives r and s one after the other.
    return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })
  }
}

/** r and s of P-256 as the SEQUENCE of two INTEGERs that a seal gives. */
function derSignature(plain: Uint8Array): Uint8Array {
  const integer = (part: Uint8Array) => {
    const digits = part.subarray(
      Math.max(
        0,
        part.findIndex(byte => byte !== 0),
      ),
    )
    const positive = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : [...digits]
    return [0x02, positive.length, ...positive]
  }
  const both = [...integer(plain.subarray(0, 32)), ...integer(plain.subarray(32))]
  return Uint8Array.from([0x30, both.length, ...both])
}

describe('a seal of another kind', () => {
  test('may have a key on an elliptic curve', async () => {
    const { seal, certificate } = await ellipticSeal()
    const pdf = await sealedSample(seal)
    expect(ask('pdfsig', ['-nssdir', nssWithRoot(), fileWith(pdf)])).toMatch(
      /Signature is Valid[\s\S]*is Trusted/,
    )
    const sealCertificates = [
      {
        certificate: Buffer.from(certificate).toString('base64'),
        sha256: '',
        validFrom: '',
        retiredAt: null,
      },
    ]
    const trust = { ...hubKeys().trust, sealCertificates }
    expect(await readSeal(pdf, trust)).toMatchObject({ state: 'intact', signer: 'Елиптичен печат' })
    expect(await readSeal(pdf, hubKeys().trust)).toEqual({ state: 'foreign', signer: 'Елиптичен печат' })
  })

  test('may have its key in a module that signs and never hands it out', async () => {
    const { privateKey, certificate, root } = await ellipticSeal()
    const token = new Token([{ label: 'seal', key: privateKey }])
    const seal: Seal = {
      certificate,
      chain: [root],
      algorithm: 'ECDSA-SHA256',
      async sign(data) {
        const [handle = 0] = token.findObjects({ label: 'seal' })
        token.signInit('CKM_ECDSA_SHA256', handle)
        return derSignature(token.sign(data))
      },
    }
    const said = ask('pdfsig', [fileWith(await sealedSample(seal))])
    expect(said).toContain('Signature is Valid.')
  })
})
