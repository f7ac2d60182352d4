import { decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { normalSample } from '../certificate-samples.ts'
import { verifyJcs } from '../credential/verify-jcs.ts'
import { verifyProofs } from '../credential/verify-proofs.server.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { bumpStatusList, freeStatusEntry, readStatusList, renewStatusLists } from './status-list.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const HOUR = 3_600_000
const ends = ['revokedAt', 'supersededAt', 'withdrawnAt'] as const

beforeAll(() => openAcademy({ PUBLIC_URL: 'https://academy.example.org' }))
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('a status list', context => {
  /** A certificate with a bit, as far as lists care. */
  async function certificate(entry: { list: number; index: number }, id: string): Promise<string> {
    await context.database().prisma.certificate.create({
      data: {
        id,
        courseId: 'sample',
        edition: 1,
        sequence: 1,
        snapshot: JSON.stringify(normalSample),
        pdf: new Uint8Array([1]),
        pdfSha256: id,
        statusList: entry.list,
        statusIndex: entry.index,
        issuedAt: noon,
      },
    })
    return id
  }

  async function end(id: string, how: (typeof ends)[number]) {
    const { prisma } = database()
    const where = { id }
    const { statusList } = await prisma.certificate.findUniqueOrThrow({ where, select: { statusList: true } })
    await prisma.$transaction([
      prisma.certificate.update({ where, data: { [how]: noon }, select: { id: true } }),
      ...bumpStatusList(statusList),
    ])
  }

  async function read(number = 1) {
    const text = await readStatusList(number)
    if (text === null) throw new Error('There is no such list')
    const credential = JSON.parse(text)
    const list = await decodeList({ encodedList: credential.credentialSubject.encodedList })
    return { text, credential, isSet: (index: number) => list.getStatus(index) }
  }

  test('is there from the first certificate on, and no other is', async () => {
    expect(await readStatusList(1)).toBeNull()
    expect((await freeStatusEntry()).list).toBe(1)
    expect(await readStatusList(1)).not.toBeNull()
    expect(await readStatusList(2)).toBeNull()
  })

  test('gives bits by chance: never the next one, and none twice', async () => {
    const entries: number[] = []
    for (let count = 0; count < 20; count++) {
      const entry = await freeStatusEntry()
      await certificate(entry, `C${count}`)
      entries.push(entry.index)
    }
    expect(new Set(entries).size).toBe(20)
    const steps = entries.slice(1).map((index, at) => index - (entries[at] ?? 0))
    expect(steps.filter(step => step > 0).length).toBeGreaterThan(0)
    expect(steps.filter(step => step < 0).length).toBeGreaterThan(0)
    await expect(certificate({ list: 1, index: entries[0] ?? 0 }, 'AGAIN')).rejects.toThrow()
  })

  test('is followed by the next one when it is full, for every process alike', async () => {
    for (const [at, index] of [5, 6, 7].entries()) {
      expect((await freeStatusEntry(2)).list).toBe(1)
      await certificate({ list: 1, index }, `C${at}`)
    }
    const lists = await Promise.all([freeStatusEntry(2), freeStatusEntry(2), freeStatusEntry(2)])
    expect(lists.map(({ list }) => list)).toEqual([2, 2, 2])
    await certificate({ list: 2, index: 5 }, 'C9')
    expect((await freeStatusEntry(2)).list).toBe(2)
  })

  test('shows what was revoked, superseded or withdrawn, at once and nothing else', async () => {
    await freeStatusEntry()
    const ids = await Promise.all(
      ends.map((_, at) => certificate({ list: 1, index: at * 1000 + 8 }, `C${at}`)),
    )
    await certificate({ list: 1, index: 131_071 }, 'VALID')
    const before = await read()
    expect([8, 1008, 2008, 131_071].map(before.isSet)).toEqual([false, false, false, false])
    for (const [at, name] of ends.entries()) {
      await end(ids[at] ?? '', name)
      const after = await read()
      expect(after.isSet(at * 1000 + 8)).toBe(true)
    }
    const last = await read()
    expect([8, 9, 1008, 2008, 0, 131_071].map(last.isSet)).toEqual([true, false, true, true, false, false])
  })

  test('is a credential of this hub with both proofs, valid for two days', async () => {
    await freeStatusEntry()
    const { credential } = await read()
    const { trust } = hubKeys()
    expect(credential).toMatchObject({
      id: 'https://academy.example.org/status/1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: trust.did,
      validFrom: '2026-11-22T12:00:00.000Z',
      validUntil: '2026-11-24T12:00:00.000Z',
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
    })
    expect(await verifyProofs(credential, trust)).toEqual({ rdfc: 'valid', jcs: 'valid' })
    expect(await verifyJcs(credential, trust)).toBe('valid')
  })

  test('is the same for everybody until half its time is over, and then signed again', async () => {
    await freeStatusEntry()
    const first = await read()
    setClock(() => new Date(noon.getTime() + 24 * HOUR))
    expect((await read()).text).toBe(first.text)
    expect(await renewStatusLists()).toBe(0)
    setClock(() => new Date(noon.getTime() + 24 * HOUR + 1))
    expect(await renewStatusLists()).toBe(1)
    const second = await read()
    expect(second.credential.validUntil).toBe('2026-11-25T12:00:00.001Z')
    expect((await read()).text).toBe(second.text)
  })

  test('is signed before anybody asks for it when something changed', async () => {
    const entry = await freeStatusEntry()
    await certificate(entry, 'C')
    expect(await renewStatusLists()).toBe(1)
    expect(await renewStatusLists()).toBe(0)
    await end('C', 'revokedAt')
    expect(await renewStatusLists()).toBe(1)
    const row = await context.database().prisma.statusList.findUniqueOrThrow({ where: { number: 1 } })
    expect(row).toMatchObject({ revision: 1, signedRevision: 1 })
  })

  test('is signed anew when the hub has moved to another address', async () => {
    await freeStatusEntry()
    await read()
    openAcademy({ PUBLIC_URL: 'https://moved.example.org' })
    const { credential } = await read()
    expect([credential.id, credential.issuer]).toEqual([
      'https://moved.example.org/status/1',
      'did:web:moved.example.org',
    ])
    openAcademy({ PUBLIC_URL: 'https://academy.example.org' })
  })

  test('loses nothing when many revoke and sign at the same time', async () => {
    await freeStatusEntry()
    const indexes = Array.from({ length: 12 }, (_, at) => at * 7)
    await Promise.all(indexes.map(index => certificate({ list: 1, index }, `C${index}`)))
    const work = indexes.flatMap(index => [end(`C${index}`, 'revokedAt'), read()])
    await Promise.all(work)
    const { isSet, text } = await read()
    expect(indexes.map(isSet)).toEqual(indexes.map(() => true))
    expect((await Promise.all([read(), read()])).map(one => one.text)).toEqual([text, text])
  })

  test('belongs to no certificate that was issued before there were any', () => {
    expect(bumpStatusList(null)).toEqual([])
  })
})
