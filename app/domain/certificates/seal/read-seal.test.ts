import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openAcademy } from '#tests/factories.ts'
import { sealedSample, unsealedSample } from '#tests/sealed-pdf.ts'
import { freshKeys, openIn } from '#tests/setup/key-folders.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import type { Trust } from '../keys/trust.ts'
import { readSeal, type SealFault } from './read-seal.ts'
import { type SignatureRange, signatureRanges } from './signature-range.ts'

const other = freshKeys()
let pdf: Buffer
let trust: Trust
let range: SignatureRange

beforeAll(async () => {
  openAcademy()
  trust = hubKeys().trust
  pdf = await sealedSample()
  const [found] = signatureRanges(pdf, 4)
  if (found == null) throw new Error('no seal')
  range = found
}, 60_000)

const changed = (why: SealFault) => ({ state: 'changed', why })

/** The sealed file with other bytes from a position on. */
function patched(position: number, bytes: string | Uint8Array): Buffer {
  const copy = Buffer.from(pdf)
  copy.set(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, position)
  return copy
}

/** A revision that somebody put after the file, as PDF allows. */
function withUpdate(object: string): Buffer {
  const update = `\n90 0 obj\n${object}\nendobj\nxref\n90 1\n0000070000 00000 n \ntrailer\n<< /Size 91 /Prev 1 >>\nstartxref\n${pdf.length}\n%%EOF`
  return Buffer.concat([pdf, Buffer.from(update, 'latin1')])
}

describe('a file as it was sealed', () => {
  test('is intact, and tells by whom and when it was sealed', async () => {
    const reading = await readSeal(pdf, trust)
    expect(reading).toEqual({
      state: 'intact',
      signer: 'ДЕМО: Примерен хъб (измислен)',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      claimedAt: '2026-11-22T09:30:00.000Z',
      timestamp: null,
    })
  })

  test('is read the same from any kind of byte array', async () => {
    const larger = new Uint8Array(pdf.length + 20)
    larger.set(pdf, 10)
    expect(await readSeal(larger.subarray(10, -10), trust)).toEqual(await readSeal(pdf, trust))
  })

  test('is intact after the seal was retired', async () => {
    const sealCertificates = trust.sealCertificates.map(one => ({
      ...one,
      retiredAt: '2026-11-23T00:00:00Z',
    }))
    expect(await readSeal(pdf, { ...trust, sealCertificates })).toMatchObject({ state: 'intact' })
  })
})

/** The file with one bit of one byte the other way round. */
function flipped(at: number, bit: number): Buffer {
  return patched(at, Uint8Array.of((pdf[at] ?? 0) ^ (1 << bit)))
}

/** A place in the bytes from `start` to `end`, and one of eight bits. */
async function neverIntact(start: number, end: number, numRuns: number): Promise<Set<string>> {
  const seen = new Set<string>()
  const place = fc.integer({ min: start, max: end - 1 })
  await fc.assert(
    fc.asyncProperty(place, fc.nat({ max: 7 }), async (at, bit) => {
      const reading = await readSeal(flipped(at, bit), trust)
      seen.add(reading.state === 'changed' ? reading.why : reading.state)
      return reading.state !== 'intact'
    }),
    { numRuns },
  )
  return seen
}

describe('a changed file', () => {
  test('is never intact, whichever bit was flipped', async () => {
    expect(await neverIntact(0, pdf.length, 1_000)).toContain('content')
  }, 120_000)

  test('is never intact, whichever bit of the seal itself was flipped', async () => {
    const { gapStart, gapEnd } = range
    const seen = await neverIntact(gapStart, gapStart + 8_000, 1_000)
    for (const why of ['signature', 'padding']) expect(seen).toContain(why)
    expect(await neverIntact(gapStart - 200, gapStart, 200)).toContain('content')
    expect(await neverIntact(gapEnd, gapEnd + 300, 200)).toContain('content')
  }, 120_000)

  test('is never intact when capital letters stand for small ones in the seal', async () => {
    const text = pdf.subarray(range.gapStart, range.gapEnd).toString('latin1').toUpperCase()
    expect(await readSeal(patched(range.gapStart, text), trust)).toEqual(changed('padding'))
  })

  test.each([1, 100, 20_000, 60_000])('is noticed when its last %i bytes are missing', async count => {
    const reading = await readSeal(pdf.subarray(0, -count), trust)
    expect(reading.state === 'changed' || reading.state === 'unsealed').toBe(true)
  })

  test('is noticed when anything follows', async () => {
    for (const more of ['\n', ' ', '%%EOF', 'x'.repeat(5_000)]) {
      expect(await readSeal(Buffer.concat([pdf, Buffer.from(more)]), trust)).toEqual(changed('appended'))
    }
    expect(await readSeal(withUpdate('<< /Type /Page >>'), trust)).toEqual(changed('appended'))
  })

  test('is noticed when somebody signs it once more', async () => {
    const { length } = pdf
    const signature = `<< /Type /Sig /ByteRange [0 ${range.gapStart} ${range.gapEnd} ${length}] /Contents <00> >>`
    expect(await readSeal(withUpdate(signature), trust)).toEqual(changed('second-seal'))
  })

  test('is noticed when something stands in the room that the seal left', async () => {
    expect(await readSeal(patched(range.gapEnd - 20, 'badc0de1'), trust)).toEqual(changed('padding'))
    expect(await readSeal(patched(range.gapEnd - 20, '(hello!)'), trust)).toEqual(changed('padding'))
    expect(await readSeal(patched(range.gapEnd - 20, '><</A 1>'), trust)).toEqual(changed('padding'))
  })

  test('is noticed when the seal is gone or is none', async () => {
    const zeros = '0'.repeat(range.gapEnd - range.gapStart - 2)
    expect(await readSeal(patched(range.gapStart + 1, zeros), trust)).toEqual(changed('unreadable'))
    expect(await readSeal(patched(range.gapStart + 1, '308000308000'), trust)).toEqual(changed('unreadable'))
  })

  test.each([
    ['a later beginning', '/ByteRange [1'],
    ['no numbers', '/ByteRange [x'],
  ])('is noticed when the seal says to cover another stretch: %s', async (_, words) => {
    expect(await readSeal(patched(pdf.indexOf('/ByteRange'), words), trust)).toEqual(changed('range'))
  })

  test('is noticed when the seal is moved to cover less', async () => {
    const text = pdf.toString('latin1')
    const shorter = text.replace(/(\/ByteRange \[0 \d+ \d+) (\d+)/, (_, start, end) => {
      return `${start} ${String(Number(end) - 7).padEnd(end.length)}`
    })
    expect(await readSeal(Buffer.from(shorter, 'latin1'), trust)).toEqual(changed('appended'))
  })

  test('is noticed when it carries the seal of another file', async () => {
    const later = await sealedSample(hubKeys().seal, new Date('2026-11-22T09:31:00Z'))
    const [found] = signatureRanges(later, 4)
    if (found == null) throw new Error('no seal')
    const seal = later.subarray(found.gapStart, found.gapEnd)
    expect(await readSeal(patched(range.gapStart, seal), trust)).toEqual(changed('content'))
  })
})

describe('a file that the hub did not seal', () => {
  test('is unsealed when there is no signature in it, whatever else it is', async () => {
    for (const text of ['', '%PDF-1.7', '{"a":1}', '/ByteRang', '/'.repeat(1_000)]) {
      expect(await readSeal(Buffer.from(text), trust)).toEqual({ state: 'unsealed' })
    }
  })

  test('has room for a seal and none in it', async () => {
    expect(await readSeal(await unsealedSample(), trust)).toEqual(changed('range'))
  })

  test('is foreign when another hub sealed it', async () => {
    const { seal, trust: theirs } = openIn(other.folder())
    const foreign = await sealedSample(seal, new Date('2026-11-25T00:00:00Z'))
    expect(await readSeal(foreign, trust)).toEqual({ state: 'foreign', signer: 'Примерен хъб (измислен)' })
    expect(await readSeal(foreign, theirs)).toMatchObject({ state: 'intact' })
  })

  test('is not intact when it claims a time at which its certificate was not valid', async () => {
    const { seal, trust: theirs } = openIn(other.folder())
    for (const time of ['2026-11-24T08:59:59Z', '2032-01-01T00:00:00Z']) {
      const early = await sealedSample(seal, new Date(time))
      expect(await readSeal(early, theirs)).toEqual(changed('signature'))
    }
  })

  test('is not intact when a stranger names the certificate of the hub beside their own key', async () => {
    const { seal: theirs } = openIn(other.folder())
    const { certificate, chain } = hubKeys().seal
    const forged = await sealedSample({ ...theirs, certificate, chain })
    expect(await readSeal(forged, trust)).toEqual(changed('signature'))
  })

  test('is not intact when a stranger carries a root of their own', async () => {
    const { seal: theirs } = openIn(other.folder())
    const forged = await sealedSample({ ...hubKeys().seal, chain: theirs.chain })
    expect(await readSeal(forged, trust)).toEqual(changed('signature'))
  })
})

describe('any bytes at all', () => {
  const hex = (digits: string) => Buffer.from(`/ByteRange [0 29 ${29 + digits.length + 2} 0]<${digits}>`)

  test('get an answer and are never intact', async () => {
    const pieces = fc.constantFrom(
      '/ByteRange [0 ',
      '/ByteRange',
      '<',
      '>',
      '00',
      '3082',
      ' 12 ',
      ']',
      '3080',
    )
    const soup = fc.array(fc.oneof(pieces, fc.string())).map(parts => Buffer.from(parts.join('')))
    await fc.assert(
      fc.asyncProperty(soup, async bytes => (await readSeal(bytes, trust)).state !== 'intact'),
      { numRuns: 1_000 },
    )
  })

  test('may be ASN.1 that is nested without end', async () => {
    for (const level of ['3080', '2480', 'a080', '04820fff']) {
      expect((await readSeal(hex(level.repeat(8_000)), trust)).state).toBe('changed')
    }
  })

  test('may be two megabytes of beginnings', async () => {
    for (const piece of ['/', '/ByteRange', '/ByteRange [0 1 2 3]', '/ByteRange [0 0 2000000 0]<']) {
      const bytes = Buffer.alloc(2_000_000, piece)
      expect((await readSeal(bytes, trust)).state).not.toBe('intact')
    }
  })
})
