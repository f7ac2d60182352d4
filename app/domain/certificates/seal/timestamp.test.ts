import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLog } from '#app/platform/log.server.ts'
import { openAcademy } from '#tests/factories.ts'
import { unsealedSample } from '#tests/sealed-pdf.ts'
import { answering, makeTimeStamping, served, type TimeStamping } from '#tests/setup/time-stamping.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { ask } from '../pdf-judges.server.ts'
import { buildCms, cmsFrame } from './cms.ts'
import { readGap } from './gap.ts'
import { readCms } from './read-cms.ts'
import { readSeal } from './read-seal.ts'
import { readTimestamp } from './read-timestamp.ts'
import { sealPdf } from './seal-pdf.server.ts'
import { signatureRanges } from './signature-range.ts'
import { requestTimestamp } from './timestamp.server.ts'

const stamped = Buffer.from('what shall be shown to exist')
const folder = mkdtempSync(path.join(tmpdir(), 'academy-stamp-'))
let tsa: TimeStamping

beforeAll(() => {
  openAcademy()
  startLog('silent')
  tsa = makeTimeStamping()
}, 60_000)
afterAll(() => {
  tsa.remove()
  rmSync(folder, { recursive: true })
})

/** What becomes of a request to a service that answers like this. */
async function askedOf(answer: RequestListener, limitMs?: number, near = new Date()) {
  let result: Awaited<ReturnType<typeof requestTimestamp>> | null = null
  await served(answer, async url => {
    result = await requestTimestamp(stamped, url, { near, limitMs })
  })
  return result
}

describe('a time-stamp', () => {
  test.each([
    ['rsa', 'sha256'],
    ['rsa', 'sha1'],
    ['ec', 'sha256'],
  ] as const)(
    'is taken from a real service with a key of the kind %s that names it by %s',
    async (key, digest) => {
      const service = makeTimeStamping(key, digest)
      await served(answering(service.reply), async url => {
        const result = await requestTimestamp(stamped, url, { near: new Date() })
        if (!result.ok) throw new Error(result.reason)
        const read = await readTimestamp(result.token, stamped)
        expect(read).toMatchObject({ by: 'Test time' })
        expect(Math.abs(Date.parse(read?.at ?? '') - Date.now())).toBeLessThan(60_000)
      })
      service.remove()
    },
  )

  test('is still one to OpenSSL after all was taken out that it does not protect', async () => {
    await served(answering(tsa.reply), async url => {
      const result = await requestTimestamp(stamped, url, { near: new Date() })
      if (!result.ok) throw new Error(result.reason)
      const [token, data] = [path.join(folder, 'token'), path.join(folder, 'data')]
      writeFileSync(token, result.token)
      writeFileSync(data, stamped)
      const said = ask('openssl', [
        ...['ts', '-verify', '-data', data, '-in', token, '-token_in'],
        ...['-CAfile', tsa.rootFile],
      ])
      expect(said).toContain('Verification: OK')
    })
  })

  test('says nothing about other bytes', async () => {
    await served(answering(tsa.reply), async url => {
      const result = await requestTimestamp(stamped, url, { near: new Date() })
      if (!result.ok) throw new Error(result.reason)
      expect(await readTimestamp(result.token, Buffer.from('something else'))).toBeNull()
    })
  })
})

describe('a service that', () => {
  test('never answers is given up after the limit', async () => {
    expect(await askedOf(() => {}, 50)).toEqual({ ok: false, reason: 'no-answer' })
  })

  test('answers without end or too slowly is given up after the limit', async () => {
    const slow: RequestListener = (_, response) => void response.write('0')
    expect(await askedOf(slow, 100)).toEqual({ ok: false, reason: 'no-answer' })
  })

  test('is not there is no reason to fail', async () => {
    let gone = ''
    await served(
      () => {},
      async url => {
        gone = url
      },
    )
    expect(await requestTimestamp(stamped, gone, { near: new Date() })).toEqual({
      ok: false,
      reason: 'no-answer',
    })
  })

  test('sends far too much is cut off', async () => {
    expect(await askedOf(answering(() => Buffer.alloc(10_000_000)))).toEqual({
      ok: false,
      reason: 'too-large',
    })
  })

  test('refuses is believed', async () => {
    const refusal: RequestListener = (_, response) => void response.writeHead(403).end('no')
    expect(await askedOf(refusal)).toEqual({ ok: false, reason: 'refused' })
    // TimeStampResp of the status 2, rejection.
    const rejection = Buffer.from('30053003020102', 'hex')
    expect(await askedOf(answering(() => rejection))).toEqual({ ok: false, reason: 'refused' })
  })

  test('leads elsewhere is not followed', async () => {
    await served(answering(tsa.reply), async url => {
      const redirect: RequestListener = (_, response) => void response.writeHead(307, { Location: url }).end()
      expect(await askedOf(redirect)).toEqual({ ok: false, reason: 'no-answer' })
    })
  })

  test.each([
    ['nonsense', () => Buffer.from('not ASN.1')],
    ['nothing', () => Buffer.alloc(0)],
    ['a page', () => Buffer.from('<!doctype html><title>Sign in</title>')],
  ])('answers with %s is refused', async (_, reply) => {
    expect(await askedOf(answering(reply))).toEqual({ ok: false, reason: 'refused' })
  })

  test('answers an earlier request once more is not believed', async () => {
    let first: Buffer | null = null
    const replay = answering(request => {
      first ??= tsa.reply(request)
      return first
    })
    await served(replay, async url => {
      expect(await requestTimestamp(stamped, url, { near: new Date() })).toMatchObject({ ok: true })
      expect(await requestTimestamp(stamped, url, { near: new Date() })).toEqual({
        ok: false,
        reason: 'not-valid',
      })
      expect(await requestTimestamp(Buffer.from('other'), url, { near: new Date() })).toEqual({
        ok: false,
        reason: 'not-valid',
      })
    })
  })

  test('has another time than we is not believed', async () => {
    for (const minutes of [-10, 10]) {
      const near = new Date(Date.now() + minutes * 60_000)
      expect(await askedOf(answering(tsa.reply), undefined, near)).toEqual({
        ok: false,
        reason: 'other-time',
      })
    }
  })
})

describe('a seal with a time-stamp', () => {
  let pdf: Buffer

  beforeAll(async () => {
    await served(answering(tsa.reply), async url => {
      const sealed = await sealPdf(await unsealedSample(new Date()), hubKeys().seal, { tsaUrl: url })
      expect(sealed.level).toBe('B-T')
      pdf = sealed.pdf
    })
  }, 60_000)

  test('is intact and says whose clock confirmed its time', async () => {
    const reading = await readSeal(pdf, hubKeys().trust)
    expect(reading).toMatchObject({ state: 'intact', timestamp: { by: 'Test time' } })
  })

  test('is valid to an independent reader', () => {
    const file = path.join(folder, 'stamped.pdf')
    writeFileSync(file, pdf)
    const said = ask('pdfsig', [file])
    expect(said).toContain('Signature is Valid.')
    expect(said).toContain('Total document signed')
  })

  test('is not intact after any bit of it was flipped', async () => {
    const [range] = signatureRanges(pdf, 4)
    if (range == null) throw new Error('no seal')
    const place = fc.integer({ min: range.gapStart + 1, max: range.gapStart + 12_000 })
    await fc.assert(
      fc.asyncProperty(place, fc.nat({ max: 7 }), async (at, bit) => {
        const copy = Buffer.from(pdf)
        copy[at] = (copy[at] ?? 0) ^ (1 << bit)
        return (await readSeal(copy, hubKeys().trust)).state !== 'intact'
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)

  test('does not take one that says another time than the document, nor is it believed with one', async () => {
    const { seal, trust } = hubKeys()
    const at = new Date(Date.now() - 3_600_000)
    await served(answering(tsa.reply), async tsaUrl => {
      const sealed = await sealPdf(await unsealedSample(at), seal, { tsaUrl })
      expect(sealed.level).toBe('B-B')
      expect(await readSeal(sealed.pdf, trust)).toMatchObject({ state: 'intact', timestamp: null })

      const [range] = signatureRanges(sealed.pdf, 4)
      const gap = range == null ? null : readGap(sealed.pdf, range)
      const signer = gap?.ok ? readCms(gap.bytes)?.signer : null
      if (range == null || signer == null) throw new Error('no seal')
      const { signature, signedAttributes } = signer
      const late = await requestTimestamp(signature, tsaUrl, { near: new Date() })
      if (!late.ok) throw new Error(late.reason)
      const cms = buildCms(cmsFrame(seal), { signature, signedAttributes, timestamp: late.token })
      sealed.pdf.write(Buffer.from(cms).toString('hex'), range.gapStart + 1, 'latin1')
      expect(await readSeal(sealed.pdf, trust)).toEqual({ state: 'changed', why: 'signature' })
    })
  })

  test('is made without one when the service does not answer, or wrongly', async () => {
    for (const answer of [() => {}, answering(() => Buffer.from('no'))]) {
      await served(answer, async tsaUrl => {
        const sealed = await sealPdf(await unsealedSample(), hubKeys().seal, { tsaUrl, limitMs: 50 })
        expect(sealed.level).toBe('B-B')
        expect(await readSeal(sealed.pdf, hubKeys().trust)).toMatchObject({
          state: 'intact',
          timestamp: null,
        })
      })
    }
  })
})
