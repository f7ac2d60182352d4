import { DomUtils, parseDocument } from 'htmlparser2'
import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { openFont } from '#app/platform/fonts.server.ts'
import { courseCard } from './course-picture.server.ts'
import { pictureSvg } from './course-picture.ts'

const cover =
  '<svg class="cover" aria-hidden="true" viewBox="0 0 240 160"><path class="c" d="M0 0h9v9z"/></svg>'
const words = {
  academy: 'Академия',
  tag: 'Данни',
  title: 'Основи на високопроизводителните изчисления',
  facts: ['DigComp, ниво 3', '2 учебни часа'],
}

const font = openFont('bold')
const widthInBold = (text: string) => font.layout(text).advanceWidth / font.unitsPerEm

/** The lines of the title, with the size that they are set in. */
function titleOf(title: string): { lines: string[]; size: number } {
  const svg = pictureSvg({ ...words, title }, cover, widthInBold)
  const group = /<g font-size="([\d.]+)" font-weight="700"[^>]*>(.*?)<\/g>/.exec(svg)
  const lines = [...(group?.[2] ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
  return { lines: lines.map(match => match[1] ?? ''), size: Number(group?.[1]) }
}

test('a picture is a PNG of the size that cards are made for', () => {
  const { png } = courseCard(words, cover)
  expect(imageSize(png)).toMatchObject({ type: 'png', width: 1200, height: 630 })
})

test('the tag is the same for the same words and cover, and differs otherwise', () => {
  const { etag } = courseCard(words, cover)
  expect(courseCard(words, cover).etag).toBe(etag)
  expect(courseCard({ ...words, title: 'Друг' }, cover).etag).not.toBe(etag)
  expect(courseCard(words, cover.replace('"c"', '"d"')).etag).not.toBe(etag)
})

test.each([
  'Данни',
  'Основи на високопроизводителните изчисления',
  'Киберсигурност за малки и средни предприятия, общини и училища в целия Старозагорски регион',
])('no word of the title is broken and no line leaves its column: %s', title => {
  const { lines, size } = titleOf(title)
  expect(lines.join(' ').replace(/\u00a0/g, ' ')).toBe(title)
  for (const line of lines) expect(widthInBold(line) * size).toBeLessThanOrEqual(600)
  expect(lines.length * size).toBeLessThan(330)
})

test('whatever a title says, the drawing stays a drawing', () => {
  const title = '</text><script>&"\'<'
  const svg = pictureSvg({ ...words, title, tag: title, facts: [title], academy: title }, cover, () => 0.1)
  const drawing = parseDocument(svg, { xmlMode: true })
  expect(DomUtils.getElementsByTagName('script', drawing)).toEqual([])
  const texts = DomUtils.getElementsByTagName('text', drawing).map(text => DomUtils.textContent(text))
  expect(texts).toEqual(Array(4).fill(title))
})
