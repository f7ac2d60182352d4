import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { hub } from '#app/platform/hub.server.ts'
import { startLog } from '#app/platform/log.server.ts'
import { completeCourse, createAmina, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { drawCertificate, drawForSeal } from '../certificate-pdf.server.ts'
import { normalSample } from '../certificate-samples.ts'
import { issueCredential } from '../credential/issue-credential.server.ts'
import { issueCertificate } from '../issue-certificate.server.ts'
import { type HubKeys, hubKeys } from '../keys/hub-keys.server.ts'
import { initKeys } from '../keys/make-keys.server.ts'
import { openKeyFolder } from '../keys/open-keys.server.ts'
import { run } from '../pdf-judges.server.ts'
import { revokeCertificate } from '../revoke-certificate.server.ts'
import { sealPdf } from '../seal/seal-pdf.server.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import type { Check, FileVerdict } from './verdict.ts'
import { verifyFile } from './verify-file.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const publicUrl = 'https://academy.example.org'

type Issued = { id: string; snapshot: CertificateSnapshot; pdf: Uint8Array; credential: string }

let folder: string
let stranger: HubKeys

beforeAll(async () => {
  openAcademy()
  folder = mkdtempSync(path.join(tmpdir(), 'academy-verify-'))
  const keys = path.join(folder, 'keys')
  await initKeys(keys, { passphrase: null, hub: hub(), demo: true, at: new Date('2026-01-01T00:00:00.000Z') })
  const opened = openKeyFolder(keys, {
    passphrase: null,
    did: 'did:web:other-hub.example.org',
    hub: hub(),
    strict: false,
  })
  if (!opened.ok) throw new Error(opened.problems.join())
  stranger = opened.keys
})
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What was found to be so, or not so, of one check. */
function outcome(verdict: FileVerdict, check: Check['check']): string {
  const found = verdict.checks.find(one => one.check === check)
  return found === undefined ? 'not made' : [found.outcome, found.detail].filter(Boolean).join(': ')
}

/** A PDF that qpdf made of another one. */
function throughQpdf(pdf: Uint8Array, ...options: string[]): Uint8Array {
  const [from, to] = [path.join(folder, 'from.pdf'), path.join(folder, 'to.pdf')]
  writeFileSync(from, pdf)
  run('qpdf', [...options, from, to], 'qpdf')
  return new Uint8Array(readFileSync(to))
}

async function sealedBy({ seal, credentialKey, trust }: HubKeys, snapshot: CertificateSnapshot) {
  const credential = await issueCredential(snapshot, {
    credentialKey,
    did: trust.did,
    publicUrl,
    status: { list: 1, index: 7 },
  })
  const { pdf } = await sealPdf(await drawForSeal(snapshot, credential), seal, { tsaUrl: null })
  return { pdf: new Uint8Array(pdf), credential }
}

describeOnBothDatabases('a file that is verified', context => {
  const certificates = () => context.database().prisma.certificate

  async function issue(): Promise<Issued> {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const names = { name: 'Амина Примерова', nameLatin: 'Amina Primerova' }
    const result = await issueCertificate({ userId: amina.id, course: sampleCourse, ...names, publicUrl })
    if (!result.ok) throw new Error(result.reason)
    const row = await certificates().findUniqueOrThrow({ where: { id: result.id } })
    return {
      id: row.id,
      snapshot: JSON.parse(row.snapshot),
      pdf: new Uint8Array(row.pdf),
      credential: row.credential ?? '',
    }
  }

  test('is genuine when it is the one that was issued, and every check says so', async () => {
    const { id, pdf, credential } = await issue()
    const verdict = await verifyFile(pdf)
    expect(verdict).toMatchObject({
      state: 'genuine',
      kind: 'pdf',
      record: { state: 'valid', snapshot: { id } },
      checkedAt: noon.toISOString(),
    })
    const made = ['digest', 'seal', 'attachment', 'proof-rdfc', 'proof-jcs', 'register', 'status', 'validity']
    expect(verdict.checks.map(({ check }) => check)).toEqual(made)
    expect(verdict.checks.every(check => check.outcome === 'passed')).toBe(true)
    expect(await verifyFile(bytesOf(credential))).toMatchObject({
      state: 'genuine',
      kind: 'credential',
      record: { state: 'valid', snapshot: { id } },
    })
  })

  test('is genuine in whatever order a program writes the members of a credential', async () => {
    const { credential } = await issue()
    const turned = Object.fromEntries(Object.entries(JSON.parse(credential)).reverse())
    expect((await verifyFile(bytesOf(JSON.stringify(turned, null, 2)))).state).toBe('genuine')
  })

  test('stays genuine when the certificate no longer counts, and says that it does not', async () => {
    const { id, pdf, credential } = await issue()
    await revokeCertificate(id, 'misconduct', null)
    for (const file of [pdf, bytesOf(credential)]) {
      const verdict = await verifyFile(file)
      expect(verdict).toMatchObject({
        state: 'genuine',
        record: { state: 'revoked', reason: 'misconduct' },
      })
      expect(outcome(verdict, 'status')).toBe('failed: revoked')
    }
    await certificates().updateMany({ data: { withdrawnAt: noon } })
    const withdrawn = await verifyFile(pdf)
    expect(withdrawn).toMatchObject({ state: 'genuine', record: { state: 'withdrawn' } })
    expect(JSON.stringify(withdrawn)).not.toContain('Амина')
  })

  test('is genuine and expired when its time is over', async () => {
    const { pdf } = await issue()
    setClock(() => new Date('2027-11-22T12:00:00.000Z'))
    const verdict = await verifyFile(pdf)
    expect(verdict).toMatchObject({ state: 'genuine', record: { state: 'expired' } })
    expect(outcome(verdict, 'validity')).toBe('failed: expired')
  })

  test('is genuine without a seal when it was issued before there were seals', async () => {
    const { id, snapshot } = await issue()
    const pdf = await drawCertificate(snapshot)
    const pdfSha256 = createHash('sha256').update(pdf).digest('hex')
    await certificates().update({
      where: { id },
      data: { pdf: new Uint8Array(pdf), pdfSha256, sealLevel: null, credential: null },
    })
    const verdict = await verifyFile(new Uint8Array(pdf))
    expect(verdict.state).toBe('genuine')
    expect(outcome(verdict, 'seal')).toBe('not made')
  })

  describe('a PDF', () => {
    const changes: Record<string, { change: (pdf: Uint8Array) => Uint8Array; seal: string }> = {
      'that broke off': { change: pdf => pdf.subarray(0, pdf.length - 100), seal: 'failed: range' },
      'with something after its end': {
        change: pdf => new Uint8Array([...pdf, ...bytesOf('\n% nothing\n')]),
        seal: 'failed: appended',
      },
      'with a later revision': {
        change: pdf =>
          new Uint8Array([
            ...pdf,
            ...bytesOf('\n9 0 obj\n<< /Type /Page >>\nendobj\nxref\n0 0\ntrailer << /Prev 5 >>\n%%EOF\n'),
          ]),
        seal: 'failed: appended',
      },
      'that a program wrote again': { change: pdf => throughQpdf(pdf), seal: 'failed: range' },
    }

    test.each(Object.entries(changes))(
      '%s is altered, and the official record stands beside it',
      async (_, { change, seal }) => {
        const { id, pdf } = await issue()
        const verdict = await verifyFile(change(pdf))
        expect(verdict).toMatchObject({
          state: 'altered',
          kind: 'pdf',
          id,
          record: { state: 'valid', snapshot: { id, learner: { name: 'Амина Примерова' } } },
          differences: [],
        })
        expect(outcome(verdict, 'digest')).toBe('failed')
        expect(outcome(verdict, 'seal')).toBe(seal)
      },
    )

    test('without its seal is altered', async () => {
      const { snapshot, credential } = await issue()
      const verdict = await verifyFile(new Uint8Array(await drawCertificate(snapshot)))
      expect(verdict).toMatchObject({ state: 'altered', record: { state: 'valid' } })
      expect(outcome(verdict, 'seal')).toBe('failed: missing')
      expect(
        outcome(await verifyFile(new Uint8Array(await drawForSeal(snapshot, credential))), 'seal'),
      ).toMatch(/^failed/)
    })

    test('that somebody else sealed anew, with another name, is altered, and the name is marked', async () => {
      const { id, snapshot } = await issue()
      const forged = { ...snapshot, learner: { name: 'Олег Чуждов', nameLatin: 'Oleg Chuzhdov' } }
      const { pdf } = await sealedBy(stranger, forged)
      const verdict = await verifyFile(pdf)
      expect(verdict).toMatchObject({ state: 'altered', id, record: { state: 'valid' } })
      expect(verdict.state === 'altered' ? verdict.differences : []).toContainEqual({
        fact: 'name',
        official: 'Амина Примерова',
        stated: 'Олег Чуждов',
      })
      expect(outcome(verdict, 'seal')).toBe('failed: foreign')
      expect(outcome(verdict, 'proof-jcs')).toBe('failed: unknown-key')
    })

    test('with one bit turned over is never genuine, wherever it is', async () => {
      const { pdf } = await issue()
      for (let sample = 0; sample < 100; sample++) {
        const at = Math.floor(((sample + 0.5) * pdf.length) / 100)
        const turned = pdf.slice()
        turned[at] = (turned[at] ?? 0) ^ (1 << (sample % 8))
        expect((await verifyFile(turned)).state, `byte ${at}`).not.toBe('genuine')
      }
    })

    test('of another hub is not ours, and says whose it claims to be', async () => {
      const { pdf } = await sealedBy(stranger, { ...normalSample, id: 'TFYCAFEVBA28NP3C' })
      expect(await verifyFile(pdf)).toMatchObject({
        state: 'not-ours',
        claims: expect.stringContaining('Примерен хъб'),
      })
    })

    test('that is sealed by us and not in the register is neither a yes nor a no', async () => {
      const { pdf, credential } = await sealedBy(hubKeys(), {
        ...normalSample,
        issuedAt: noon.toISOString(),
        issuer: { ...normalSample.issuer, domain: 'academy.example.org' },
      })
      for (const file of [pdf, bytesOf(credential)]) {
        expect(await verifyFile(file)).toMatchObject({ state: 'unchecked', why: 'not-in-register' })
      }
    })

    test('with a number that was never issued is unknown', async () => {
      const drawn = await drawCertificate(normalSample)
      expect(await verifyFile(new Uint8Array(drawn))).toMatchObject({ state: 'unknown', id: normalSample.id })
    })

    test('that is encrypted cannot be checked', async () => {
      const { pdf } = await issue()
      const encrypted = throughQpdf(pdf, '--encrypt', 'secret', 'secret', '256', '--')
      expect(await verifyFile(encrypted)).toMatchObject({ state: 'unchecked', why: 'encrypted' })
    })

    test('that is none of ours and whole is not ours, and cannot be checked when it broke off', async () => {
      const plain = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n'
      expect(await verifyFile(bytesOf(`${plain}%%EOF\n`))).toMatchObject({ state: 'not-ours', claims: null })
      expect(await verifyFile(bytesOf(plain))).toMatchObject({ state: 'unchecked', why: 'truncated' })
    })

    test('full of what unpacks to a thousand times its size is not unpacked', async () => {
      const packed = deflateSync(Buffer.alloc(500_000_000, '{'))
      const head = `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
      const bomb = new Uint8Array(
        Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\n%%EOF')]),
      )
      const before = process.memoryUsage().rss
      expect((await verifyFile(bomb)).state).toBe('not-ours')
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    })
  })

  describe('a credential', () => {
    test('with one letter changed is altered, and the place is shown', async () => {
      const { credential } = await issue()
      const verdict = await verifyFile(bytesOf(credential.replace('"Амина Примерова"', '"Амина Примерева"')))
      expect(verdict).toMatchObject({
        state: 'altered',
        kind: 'credential',
        differences: [{ fact: 'name', official: 'Амина Примерова', stated: 'Амина Примерева' }],
      })
      expect([outcome(verdict, 'proof-rdfc'), outcome(verdict, 'proof-jcs')]).toEqual([
        'failed: invalid',
        'failed: invalid',
      ])
    })

    test('without its proofs, or without one of them, is altered', async () => {
      const { credential } = await issue()
      const { proof, ...bare } = JSON.parse(credential)
      const without = await verifyFile(bytesOf(JSON.stringify(bare)))
      expect(without.state).toBe('altered')
      expect(outcome(without, 'proof-jcs')).toBe('failed: missing')
      const one = await verifyFile(bytesOf(JSON.stringify({ ...bare, proof: proof[0] })))
      expect(one.state).toBe('altered')
      expect([outcome(one, 'proof-rdfc'), outcome(one, 'proof-jcs')]).toEqual(['passed', 'failed: missing'])
    })

    test('with a context of somebody else is altered', async () => {
      const { credential } = await issue()
      const read = JSON.parse(credential)
      read['@context'] = [...read['@context'], 'https://evil.example.org/context.json']
      const verdict = await verifyFile(bytesOf(JSON.stringify(read)))
      expect(verdict).toMatchObject({ state: 'altered', differences: [{ fact: 'other' }] })
      expect(outcome(verdict, 'proof-rdfc')).toBe('failed: invalid')
    })

    test('of another hub is not ours', async () => {
      const { credential } = await sealedBy(stranger, { ...normalSample, id: 'TFYCAFEVBA28NP3C' })
      expect(await verifyFile(bytesOf(credential))).toMatchObject({
        state: 'not-ours',
        claims: 'did:web:other-hub.example.org',
      })
    })

    test.each([
      ['an object of another kind', '{"hello":"world"}'],
      ['no JSON', '{"id":'],
      ['a list', '[{}]'],
      ['brackets without end', '{"a":'.repeat(200_000)],
      ['bytes that are no text', '{\u0000'],
    ])('that is %s cannot be checked', async (_, text) => {
      expect(await verifyFile(bytesOf(text))).toMatchObject({ state: 'unchecked', why: 'not-a-certificate' })
    })
  })

  test('that is empty, too large, or a picture called .pdf cannot be checked, and is told so', async () => {
    const whys = [new Uint8Array(), new Uint8Array(2 * 1024 * 1024 + 1), bytesOf('\u0089PNG\r\n')].map(
      verifyFile,
    )
    expect(await Promise.all(whys)).toMatchObject([
      { state: 'unchecked', why: 'empty' },
      { state: 'unchecked', why: 'too-large' },
      { state: 'unchecked', why: 'not-a-certificate' },
    ])
  })

  test('made up around a guarded number opens nothing that the number does not', async () => {
    const { id, snapshot, pdf, credential } = await issue()
    await certificates().update({ where: { id }, data: { sharing: 'name' } })
    const guess = { ...snapshot, learner: { name: 'Кой да е', nameLatin: 'Anybody' } }
    const pdfGuess = (await sealedBy(stranger, guess)).pdf
    const textGuess = credential.replace('"Амина Примерова"', '"Кой да е"')
    for (const file of [pdfGuess, bytesOf(textGuess)]) {
      const verdict = await verifyFile(file)
      expect(verdict).toMatchObject({ state: 'altered', record: null, differences: [] })
      expect(JSON.stringify(verdict)).not.toContain('Примерова')
    }
    const named = await verifyFile(pdf.slice(0, -100))
    expect(named).toMatchObject({ state: 'altered', record: { state: 'valid' } })
    expect((await verifyFile(pdf)).state).toBe('genuine')
  })

  test('is not called false when the register cannot be read', async () => {
    const { pdf, credential } = await issue()
    const { prisma } = context.database()
    startLog('silent')
    // The table is gone as it is while a database is brought back from a back-up.
    await prisma.$executeRawUnsafe('ALTER TABLE "Certificate" RENAME TO "Gone"')
    for (const file of [pdf, bytesOf(credential), pdf.slice(0, -100)]) {
      expect(await verifyFile(file)).toMatchObject({ state: 'unchecked', why: 'register-unavailable' })
    }
    await prisma.$executeRawUnsafe('ALTER TABLE "Gone" RENAME TO "Certificate"')
    startLog('info')
    expect((await verifyFile(pdf)).state).toBe('genuine')
  })
})
