import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFont } from '#app/platform/fonts.server.ts'
import * as samples from '../certificate-samples.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import { composeCertificate } from './compose.server.ts'
import { numberTop } from './number.server.ts'
import { pageSize, rail } from './page-grid.ts'
import type { DrawnLine } from './sheet.server.ts'

type Box = { page: number; left: number; top: number; right: number; bottom: number; text: string }

const fonts = { regular: openFont('regular'), bold: openFont('bold') }

/** The ink of a line of text: the box around its glyphs' outlines. */
function inkOf({ page, text, face, size, x, baseline }: DrawnLine): Box {
  const scale = size / fonts[face].unitsPerEm
  const { minX, minY, maxX, maxY } = fonts[face].layout(text).bbox
  return {
    page,
    text,
    left: x + minX * scale,
    right: x + maxX * scale,
    top: baseline - maxY * scale,
    bottom: baseline - minY * scale,
  }
}

function faultsOf(snapshot: CertificateSnapshot): string[] {
  const { lines, page } = composeCertificate(snapshot).sheet
  const boxes = lines.map(inkOf)
  // Whatever else the column holds, nothing may come near the code.
  const code = {
    page: 1,
    left: rail.left - 13,
    right: rail.left + 100,
    top: numberTop,
    bottom: numberTop + 112,
    text: 'code',
  }
  const outside = boxes.filter(
    box =>
      box.left < 24 || box.top < 24 || box.right > pageSize.width - 24 || box.bottom > pageSize.height - 12,
  )
  const all = [...boxes, code]
  const overlaps = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(other => overlap(one, other))
      .map(other => [one, other]),
  )
  return [
    ...outside.map(box => `page ${box.page} of ${page}: "${box.text}" leaves the page`),
    ...overlaps.map(([one, other]) => `page ${one?.page}: "${one?.text}" touches "${other?.text}"`),
  ]
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.page === other.page &&
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** Words of every length, up to so many characters in all. */
function texts(most: number) {
  const words = fc.array(
    fc.string({ unit: fc.constantFrom(...'аещжШЙЩшуюфgWil-'), minLength: 1, maxLength: 24 }),
    { minLength: 1 },
  )
  return fc.tuple(words, fc.integer({ min: 1, max: most })).map(([parts, length]) => {
    return (
      parts
        .join(' ')
        .repeat(Math.ceil(length / 10))
        .slice(0, length)
        .trim() || 'а'
    )
  })
}

function localized(most: number) {
  return fc.record({ bg: texts(most), en: texts(most) })
}

const snapshots: fc.Arbitrary<CertificateSnapshot> = fc
  .record({
    demo: fc.boolean(),
    learner: fc.record({ name: texts(200), nameLatin: texts(200) }),
    title: localized(160),
    outcomes: fc.array(
      fc.record({ text: localized(240), codes: fc.array(fc.constant('DigComp 2.2: 4.1')) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    qualityAssurance: localized(160),
  })
  .map(({ title, ...rest }) => ({
    ...samples.normalSample,
    ...rest,
    course: { ...samples.normalSample.course, title },
  }))

describe('composeCertificate', { timeout: 60_000 }, () => {
  it.each(Object.entries(samples))('lets no line touch another or leave the page: %s', (_, snapshot) => {
    expect(faultsOf(snapshot)).toEqual([])
  })

  it('does so for texts of any length', () => {
    fc.assert(
      fc.property(snapshots, snapshot => {
        expect(faultsOf(snapshot)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it.each(Object.entries(samples))('sets the name larger than anything else: %s', (_, snapshot) => {
    const { lines } = composeCertificate(snapshot).sheet
    const largest = Math.max(...lines.map(({ size }) => size))
    const name = lines.filter(({ size, page }) => size === largest && page === 1).map(({ text }) => text)
    expect(name.join('').replace(/\s/g, '')).toBe(snapshot.learner.name.replace(/\s/g, ''))
  })

  it.each(Object.entries(samples))('sets nothing smaller than seven points: %s', (_, snapshot) => {
    expect(
      Math.min(...composeCertificate(snapshot).sheet.lines.map(({ size }) => size)),
    ).toBeGreaterThanOrEqual(6.99)
  })

  it('keeps an ordinary certificate on one page and moves outcomes that do not fit', () => {
    expect(composeCertificate(samples.normalSample).sheet.page).toBe(1)
    expect(composeCertificate(samples.longOutcomesSample).sheet.page).toBe(2)
  })

  it('goes on to as many pages as outcomes need', () => {
    const outcomes = Array.from({ length: 3 }, () => samples.longOutcomesSample.outcomes).flat()
    const snapshot = { ...samples.longOutcomesSample, outcomes }
    expect(composeCertificate(snapshot).sheet.page).toBe(4)
    expect(faultsOf(snapshot)).toEqual([])
  })
})
