import { expect, test } from 'vitest'
import { normalSample, shortSample } from '../certificate-samples.ts'
import { judgeList, numbersIn } from './judge-list.ts'
import type { RegisteredCertificate } from './judge-number.ts'
import { readList } from './read-list.ts'

const at = new Date('2026-11-22T12:00:00.000Z')
const digest = 'ab'.repeat(32)
const otherDigest = 'cd'.repeat(32)

/** Well formed, and issued by nobody. */
const unknown = 'Z9ZZZZZZZZZZZZZF'

function entry(snapshot: typeof normalSample, change: Partial<RegisteredCertificate> = {}) {
  const row: RegisteredCertificate = {
    id: snapshot.id,
    snapshot: JSON.stringify(snapshot),
    validUntil: null,
    revokedAt: null,
    revocationReason: null,
    supersededAt: null,
    withdrawnAt: null,
    sharing: 'page',
    pdfSha256: digest,
    ...change,
  }
  return [row.id, row] as const
}

function judge(text: string, ...entries: (readonly [string, RegisteredCertificate])[]) {
  const read = readList(text)
  if (!read.ok) throw new Error(read.reason)
  return judgeList(read.rows, new Map(entries), at)
}

const { id } = normalSample
const { name, nameLatin } = normalSample.learner

test('every row gets the verdict on its number, in the order of the list', () => {
  const rows = judge(
    `${id}\n${unknown}\n\n${id.slice(1)}\na,b,c,d\n${shortSample.id}`,
    entry(normalSample),
    entry(shortSample, { revokedAt: at, revocationReason: 'other' }),
  )
  const states = ['valid', 'unknown', 'empty', 'mistyped', 'malformed', 'revoked']
  expect(rows.map(row => row.verdict.state)).toEqual(states)
  expect(rows.map(row => row.row)).toEqual([1, 2, 3, 4, 5, 6])
})

test('a name is compared in either spelling, and only where there is one to compare it with', () => {
  const compared = (stated: string, number = id) =>
    judge(`${number},"${stated}"`, entry(normalSample))[0]?.name
  expect(compared(name)).toBe('same')
  expect(compared(nameLatin.toUpperCase())).toBe('same')
  expect(compared('Олег Чуждов')).toBe('different')
  expect(compared('')).toBeNull()
  expect(compared(name, unknown)).toBeNull()
})

test('a digest is compared with that of the file which was issued', () => {
  const compared = (stated: string) => judge(`${id},,${stated}`, entry(normalSample))[0]?.file
  expect(compared(digest)).toBe('same')
  expect(compared(digest.toUpperCase())).toBe('same')
  expect(compared(otherDigest)).toBe('different')
  expect(compared('abcd')).toBe('unreadable')
  expect(compared('')).toBeNull()
})

test('a guarded certificate opens to its name or to its file, and tells nothing otherwise', () => {
  const guarded = entry(normalSample, { sharing: 'name' })
  const [without, wrong, named, file, strange] = judge(
    `${id}\n${id},Олег\n${id},${name}\n${id},${digest}\n${id},${otherDigest}`,
    guarded,
  )
  expect(without).toMatchObject({ verdict: { state: 'guarded', tried: false }, name: null, file: null })
  expect(wrong).toMatchObject({ verdict: { state: 'guarded', tried: true }, name: 'different' })
  expect(named).toMatchObject({ verdict: { state: 'valid' }, name: 'same' })
  expect(file).toMatchObject({ verdict: { state: 'valid' }, file: 'same' })
  expect(strange).toMatchObject({ verdict: { state: 'guarded' }, file: null })
  expect(JSON.stringify([without, wrong, strange])).not.toContain(name)
})

test('of a withdrawn certificate neither name nor file are compared', () => {
  const [row] = judge(`${id},${name},${digest}`, entry(normalSample, { withdrawnAt: at }))
  expect(row).toMatchObject({ verdict: { state: 'withdrawn' }, name: null, file: null })
})

test('a number that stands there again, however it is written, names the row where it stood first', () => {
  const text = `№;Име\n${id};${name}\n${unknown};\n${id.toLowerCase()};Олег Чуждов\n${id};${name}`
  const rows = judge(text, entry(normalSample))
  expect(rows.map(row => [row.row, row.repeats, row.name])).toEqual([
    [2, null, 'same'],
    [3, null, null],
    [4, 2, 'different'],
    [5, 2, 'same'],
  ])
})

test('each number is looked up once', () => {
  const read = readList(`${id}\n${id}\n${unknown}\nno number\n\n`)
  expect(read.ok && numbersIn(read.rows)).toEqual([id, unknown])
})
