import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { drawCertificate } from './certificate-pdf.server.ts'
import * as samples from './certificate-samples.ts'
import { type CertificateWording, certificateWording } from './certificate-wording.ts'
import { ask, run } from './pdf-judges.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0

async function fileOf(snapshot: CertificateSnapshot): Promise<string> {
  const path = join(folder, `${++files}.pdf`)
  writeFileSync(path, await drawCertificate(snapshot))
  return path
}

/** How much of a grey picture (PGM, 8 bits) is not white, from 0 to 1. */
function shareOfInk(pgm: Buffer): number {
  const [, width = '0', height = '0'] =
    /^P5\s(\d+)\s(\d+)\s/.exec(pgm.subarray(0, 40).toString('latin1')) ?? []
  const pixels = pgm.subarray(-Number(width) * Number(height))
  return pixels.filter(pixel => pixel < 252).length / pixels.length
}

/** Text as the judges of wording compare it: where lines break does not matter. */
function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '')
}

/** Everything that the first page of a certificate states, in the order in which it is read. */
function statedLines(wording: CertificateWording): string[] {
  const { issuer, title, awardedTo, completed, course, edition, outcomesTitle, numberLabel } = wording
  const facts = (list: CertificateWording['facts']) => list.flatMap(({ label, value }) => [label, value])
  const lines = [
    ...(wording.demo ? [wording.demo.mark, wording.demo.meaning] : []),
    ...[issuer, title, awardedTo, wording.name, wording.nameLatin ?? '', completed, course, edition],
    ...facts(wording.facts),
    outcomesTitle,
    ...wording.outcomes.flatMap(({ text, codes }) => [text, codes ?? '']),
    ...facts([...wording.assurances, wording.verification]),
    ...[wording.verifyAddress, numberLabel, wording.number],
  ]
  return lines.flatMap(line => (typeof line === 'string' ? [line] : [line.bg, line.en]))
}

const everySample = Object.entries(samples)

describe('drawCertificate', { timeout: 60_000 }, () => {
  it.each(everySample)('makes a file without a fault of syntax: %s', async (_, snapshot) => {
    expect(ask('qpdf', ['--check', await fileOf(snapshot)])).toContain(
      'No syntax or stream encoding errors found',
    )
  })

  it('makes one tagged page of A4 with the certificate’s number and name as its title', async () => {
    const info = ask('pdfinfo', ['-isodates', await fileOf(samples.normalSample)])
    expect(info).toMatch(/^Title: +Удостоверение J58E-5J8J-PRY7-K5S2: Амина Димитрова Петрова$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Pages: +1$/m)
    expect(info).toMatch(/^Page size: +841\.89 x 595\.28 pts \(A4\)$/m)
    expect(info).toMatch(/^PDF version: +1\.7$/m)
    expect(info).toMatch(/^JavaScript: +no$/m)
    expect(info).toMatch(/^Creator: +Zagore Academy$/m)
    expect(info).toMatch(/^Producer: +Zagore Academy$/m)
    expect(info).toMatch(/^CreationDate: +2026-11-22T09:30:00Z$/m)
  })

  it('embeds every font, with the characters that its glyphs stand for', async () => {
    const rows = ask('pdffonts', [await fileOf(samples.everythingLongSample)])
      .trim()
      .split('\n')
      .slice(2)
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(row).toMatch(/\+SofiaSans-(Regular|Bold) +CID TrueType +Identity-H +yes +yes +yes/)
  })

  it.each([
    ['normalSample', samples.normalSample],
    ['demoSample', samples.demoSample],
    ['shortSample', samples.shortSample],
    ['hostileSample', samples.hostileSample],
  ])('states everything in reading order: %s', async (_, snapshot) => {
    const text = withoutSpaces(ask('pdftotext', ['-raw', await fileOf(snapshot), '-']))
    let position = 0
    for (const line of statedLines(certificateWording(snapshot)).map(withoutSpaces)) {
      const found = text.indexOf(line, position)
      expect(
        found,
        `"${line}" is missing after: ${text.slice(0, position).slice(-60)}`,
      ).toBeGreaterThanOrEqual(0)
      position = found + line.length
    }
  })

  it.each(everySample)('leaves nothing out, however long it is: %s', async (_, snapshot) => {
    const text = withoutSpaces(ask('pdftotext', ['-raw', await fileOf(snapshot), '-']))
    const missing = statedLines(certificateWording(snapshot)).filter(
      line => !text.includes(withoutSpaces(line)),
    )
    expect(missing).toEqual([])
  })

  it('repeats the number on the second page that twelve outcomes need', async () => {
    const path = await fileOf(samples.longOutcomesSample)
    expect(ask('pdfinfo', [path])).toMatch(/^Pages: +2$/m)
    const second = ask('pdftotext', ['-f', '2', path, '-'])
    expect(second).toContain('J58E-5J8J-PRY7-K5S2')
    expect(second).toContain('Страница 2 от 2')
  })

  it('gives text to copy that is the text that was given, ligatures included', async () => {
    const name = 'Griffin Steﬀen Fiffi'
    const text = ask('pdftotext', [
      '-raw',
      await fileOf({ ...samples.normalSample, learner: { name, nameLatin: name } }),
      '-',
    ])
    expect(text).toContain('Griffin Steffen Fiffi')
  })

  it('keeps every letter copyable in every document after the first', async () => {
    const alphabet =
      'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯабвгдежзийклмнопрстуфхцчшщъьюяѝABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    const snapshot = {
      ...samples.normalSample,
      learner: { name: alphabet, nameLatin: alphabet.toLowerCase() },
    }
    for (let document = 1; document <= 2; document++) {
      const text = withoutSpaces(ask('pdftotext', ['-raw', await fileOf(snapshot), '-']))
      expect(text).toContain(alphabet)
      expect(text).toContain(alphabet.toLowerCase())
    }
  })

  it.each([
    ['in colour', samples.normalSample, []],
    ['in grey', samples.demoSample, ['-gray']],
    ['with a long address', samples.everythingLongSample, ['-gray']],
  ])('has a code that a scanner reads %s', async (_, snapshot, options) => {
    const picture = join(folder, `${files}-page`)
    ask('pdftoppm', [
      '-r',
      '110',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      '-png',
      ...options,
      await fileOf(snapshot),
      picture,
    ])
    expect(ask('zbarimg', ['-q', '--raw', `${picture}.png`]).trim()).toBe(snapshot.verifyUrl)
  })

  it('marks a demo on every page, and nothing else', async () => {
    const demo = await fileOf(samples.everythingLongSample)
    for (const page of ['1', '2']) {
      expect(ask('pdftotext', ['-raw', '-f', page, '-l', page, demo, '-'])).toContain('ДЕМО · DEMO')
    }
    expect(ask('pdftotext', [await fileOf(samples.normalSample), '-'])).not.toMatch(/демо|demo/i)
  })

  it('lays the demo mark across the page, not only in its corner', async () => {
    const inked = async (demo: boolean) => {
      const picture = join(folder, `${files}-ground`)
      const file = await fileOf({ ...samples.normalSample, demo })
      ask('pdftoppm', ['-r', '20', '-gray', '-singlefile', file, picture])
      return shareOfInk(readFileSync(`${picture}.pgm`))
    }
    expect((await inked(true)) - (await inked(false))).toBeGreaterThan(0.025)
  })

  it('refuses a character without a glyph, by name', async () => {
    const learner = { name: 'Амина 你', nameLatin: 'Amina' }
    await expect(drawCertificate({ ...samples.normalSample, learner })).rejects.toThrow('"你" (U+4F60)')
  })
})

describe('the bytes of a certificate', { timeout: 60_000 }, () => {
  it('are the same for the same snapshot, whatever was drawn in between', async () => {
    const first = await drawCertificate(samples.normalSample)
    await drawCertificate(samples.everythingLongSample)
    await drawCertificate(samples.hostileSample)
    expect((await drawCertificate(samples.normalSample)).equals(first)).toBe(true)
  })

  it('do not depend on the order of keys', async () => {
    const reversed = Object.fromEntries(Object.entries(samples.normalSample).reverse()) as CertificateSnapshot
    expect((await drawCertificate(reversed)).equals(await drawCertificate(samples.normalSample))).toBe(true)
  })

  it('carry an identifier that any difference between snapshots changes', async () => {
    const identifier = async (snapshot: CertificateSnapshot) =>
      /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec((await drawCertificate(snapshot)).toString('latin1'))?.[1]
    const [normal, other] = [
      samples.normalSample,
      { ...samples.normalSample, participation: 'blended' } as const,
    ]
    expect(await identifier(normal)).toMatch(/^[0-9a-f]{32}$/)
    expect(await identifier(normal)).not.toBe(await identifier(other))
  })
})

describe('the metadata of a certificate', { timeout: 60_000 }, () => {
  it('claims PDF/A-3a and PDF/UA-1', async () => {
    const xmp = ask('pdfinfo', ['-meta', await fileOf(samples.normalSample)])
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
  })

  it('stays well formed whatever a name contains', async () => {
    const xmp = ask('pdfinfo', ['-meta', await fileOf(samples.hostileSample)])
    expect(xmp).toContain('&#60;&#47;rdf:li&#62;&#38;&#60;x a=&#34;b&#34;&#62;&#39; (скоба\\) %')
    expect(xmp).not.toContain('</rdf:li>&<')
    expect(unclosedElements(xmp)).toEqual([])
  })
})

describe('the structure of a certificate', { timeout: 60_000 }, () => {
  it('leads a screen reader from the heading to the code', async () => {
    const structure = ask('pdfinfo', ['-struct-text', await fileOf(samples.normalSample)])
    let position = 0
    for (const landmark of [
      'Document',
      'H1',
      'Удостоверение',
      'Амина',
      'Lbl',
      'Обем',
      'H2',
      'LBody',
      'Link',
      'Figure',
    ]) {
      position = structure.indexOf(landmark, position)
      expect(position, landmark).toBeGreaterThanOrEqual(0)
    }
  })

  it('describes the code and the link, and keeps languages apart', async () => {
    const json = ask('qpdf', ['--json=2', await fileOf(samples.normalSample)])
    expect(json).toContain('"/S": "/Figure"')
    expect(json).toContain(
      '"/Alt": "u:QR код с адреса за проверка на удостоверението: HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2"',
    )
    expect(json).toContain(
      '"/Contents": "u:Проверка на удостоверение J58E-5J8J-PRY7-K5S2 / Verify certificate J58E-5J8J-PRY7-K5S2"',
    )
    expect(json).toContain('"/URI": "u:HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2"')
    expect(json).toContain('"/DisplayDocTitle": true')
    expect(json).toContain('"/Marked": true')
    expect(json).toContain('"/Tabs": "/S"')
    for (const language of ['bg-BG', 'en-GB', 'bg-Latn']) expect(json).toContain(`"/Lang": "u:${language}"`)
  })
})

describe('ask', { timeout: 60_000 }, () => {
  it('names the package to install when a judge is missing', () => {
    expect(() => run('no-such-judge', [], 'poppler-utils')).toThrow(
      'Install the Debian package "poppler-utils"',
    )
  })

  it('fails when a judge finds a fault', () => {
    const path = join(folder, 'broken.pdf')
    writeFileSync(path, '%PDF-1.7\nnothing')
    expect(() => ask('qpdf', ['--check', path])).toThrow('qpdf --check')
  })
})

/** Names of elements that are opened and not closed in turn. */
function unclosedElements(xml: string): string[] {
  const open: string[] = []
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([a-zA-Z]+:[a-zA-Z]+)[^<>]*?(\/?)>/g)) {
    if (empty === '/') continue
    if (closing !== '/') open.push(name)
    else if (open.at(-1) === name) open.pop()
    else return [...open, `/${name}`]
  }
  return open
}
