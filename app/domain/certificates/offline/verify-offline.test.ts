import { beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { openAcademy } from '#tests/factories.ts'
import { drawCertificate, drawForSeal } from '../certificate-pdf.server.ts'
import { normalSample } from '../certificate-samples.ts'
import { issueCredential } from '../credential/issue-credential.server.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import type { Trust } from '../keys/trust.ts'
import { sealPdf } from '../seal/seal-pdf.server.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import { signStatusList } from '../status/sign-status-list.server.ts'
import { offlineFile } from './offline-file.server.ts'
import { statusBit } from './status-bit.ts'
import { type Knowledge, verifyOffline } from './verify-offline.ts'

const at = new Date('2026-11-23T12:00:00.000Z')
const publicUrl = 'https://academy.example.org'
const INDEX = 4242

let pdf: Uint8Array
let credential: string
let knowledge: Knowledge

const bytesOf = (text: string) => new TextEncoder().encode(text)
const listOf = async (...revoked: number[]): Promise<unknown> =>
  JSON.parse((await signStatusList(1, revoked)).text)

async function issue(change: Partial<CertificateSnapshot> = {}) {
  const { seal, credentialKey, trust } = hubKeys()
  const snapshot = { ...normalSample, ...change }
  const status = { list: 1, index: INDEX }
  const text = await issueCredential(snapshot, { credentialKey, did: trust.did, publicUrl, status })
  const sealed = await sealPdf(await drawForSeal(snapshot, text), seal, { tsaUrl: null })
  return { pdf: new Uint8Array(sealed.pdf), credential: text }
}

beforeAll(async () => {
  openAcademy({ PUBLIC_URL: publicUrl })
  setClock(() => at)
  ;({ pdf, credential } = await issue())
  knowledge = { trust: hubKeys().trust, statusLists: [await listOf(INDEX + 1)] }
  return () => setClock(() => new Date())
})

describe('without a line', () => {
  test('a PDF and a credential of the hub are genuine and valid, with what they certify', async () => {
    for (const file of [pdf, bytesOf(credential)]) {
      expect(await verifyOffline(file, knowledge, at)).toMatchObject({
        state: 'genuine',
        standing: 'valid',
        facts: { name: normalSample.learner.name, number: 'J58E-5J8J-PRY7-K5S2' },
      })
    }
  })

  test('a revoked one is told from the status list that came along', async () => {
    const verdict = await verifyOffline(pdf, { ...knowledge, statusLists: [await listOf(INDEX)] }, at)
    expect(verdict).toMatchObject({ state: 'genuine', standing: 'revoked' })
  })

  test('without its status list, or with a list that somebody changed, nobody says that it is not revoked', async () => {
    const changed = { ...((await listOf(INDEX)) as object), credentialSubject: {} }
    const emptied = { ...((await listOf(INDEX)) as object) } as { credentialSubject: object }
    emptied.credentialSubject = ((await listOf()) as { credentialSubject: object }).credentialSubject
    for (const statusLists of [[], [changed], [emptied]]) {
      const verdict = await verifyOffline(pdf, { ...knowledge, statusLists }, at)
      expect(verdict).toMatchObject({ state: 'genuine', standing: 'unknown' })
    }
  })

  test('an expired one says so', async () => {
    const ended = await issue({ validUntil: '2026-11-23T11:59:59.000Z' })
    expect(await verifyOffline(ended.pdf, knowledge, at)).toMatchObject({ standing: 'expired' })
  })

  test.each([
    ['with something after its end', () => new Uint8Array([...pdf, 10]), 'altered'],
    ['without its seal', () => drawCertificate(normalSample).then(made => new Uint8Array(made)), 'not-ours'],
    ['with a letter changed', () => bytesOf(credential.replace('Амина', 'Алина')), 'altered'],
    [
      'without its proofs',
      () => bytesOf(JSON.stringify({ ...JSON.parse(credential), proof: [] })),
      'altered',
    ],
    ['that is empty', () => new Uint8Array(), 'unchecked'],
    ['that is a picture', () => bytesOf('\u0089PNG'), 'unchecked'],
    ['that is nested without end', () => bytesOf('{"a":'.repeat(100_000)), 'unchecked'],
  ])('a file %s is no genuine one', async (_, make, state) => {
    expect((await verifyOffline(await make(), knowledge, at)).state).toBe(state)
  })

  test('a hub believes nobody else', async () => {
    const trust: Trust = {
      ...knowledge.trust,
      did: 'did:web:other.example.org',
      credentialKeys: [],
      sealCertificates: [],
      roots: [],
    }
    for (const file of [pdf, bytesOf(credential)]) {
      expect((await verifyOffline(file, { trust, statusLists: [] }, at)).state).toBe('not-ours')
    }
  })
})

test('a bit of a status list is the one that was set', async () => {
  const list = await listOf(INDEX)
  const read = JSON.parse(credential)
  expect(await statusBit(read, list)).toBe(true)
  const entryAt = (statusListIndex: string) => ({
    ...read,
    credentialStatus: { ...read.credentialStatus, statusListIndex },
  })
  for (const index of [INDEX - 1, INDEX + 1, 0, 131_071]) {
    expect(await statusBit(entryAt(String(index)), list)).toBe(false)
  }
  for (const index of ['131072', '-1', '1.5', 'x', ''])
    expect(await statusBit(entryAt(index), list)).toBeNull()
})

test('the page holds its script, its style and what it knows, and lets nothing else in', () => {
  const script = 'console.log("</script><b>")'
  const hostile: Knowledge = {
    ...knowledge,
    trust: { ...knowledge.trust, hub: { ...knowledge.trust.hub, name: { bg: '</script><i>', en: '<!--' } } },
  }
  const page = offlineFile({ script, style: 'p{}' }, { ...hostile, demo: true })
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page.match(/<\/script>/g)).toHaveLength(2)
  expect(page).not.toContain('<!--')
  expect(page).toContain("default-src 'none'; script-src 'sha256-")
  expect(page).not.toMatch(/https?:\/\/[^"']*\.(?:js|css|woff2)/)
})
