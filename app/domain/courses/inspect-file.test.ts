import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect-file.ts'
import { sampleFigure } from './sample-content.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** The smallest PNG of one white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
)

function inspect(name: string, bytes: Uint8Array) {
  return inspectFile(name, bytes, '0123abcd')
}

describe('inspectFile', () => {
  it('measures pictures', () => {
    expect(inspect('plan.svg', encode(sampleFigure))).toEqual({
      file: {
        name: 'plan.svg',
        contentType: 'image/svg+xml',
        hash: '0123abcd',
        size: { width: 720, height: 300 },
      },
      problems: [],
    })
    expect(inspect('dot.png', png).file?.size).toEqual({ width: 1, height: 1 })
  })

  it('takes other files as they are', () => {
    expect(inspect('table.csv', encode('a;b'))).toMatchObject({ file: { size: null }, problems: [] })
  })

  it.each([
    [
      'a drawing with a script',
      'x.svg',
      encode(sampleFigure.replace('<text', '\n<script/><text')),
      2,
      1,
      'svg-unsafe',
    ],
    [
      'a drawing with an event',
      'x.svg',
      encode(sampleFigure.replace('<rect', '\n<rect onload="x"')),
      2,
      7,
      'svg-unsafe',
    ],
    [
      'a drawing that is not closed',
      'x.svg',
      encode(sampleFigure.replace('</svg>', '')),
      1,
      sampleFigure.length - 5,
      'svg-unreadable',
    ],
    ['a drawing in another encoding', 'x.svg', Buffer.from(sampleFigure, 'utf16le'), 1, 1, 'svg-unreadable'],
    [
      'a drawing without a size',
      'x.svg',
      encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      1,
      1,
      'image-unreadable',
    ],
    ['a picture of another format', 'x.webp', png, 1, 1, 'image-unreadable'],
    ['a page that calls itself a picture', 'x.png', encode('<html>'), 1, 1, 'image-unreadable'],
    ['an empty picture', 'x.jpg', new Uint8Array(), 1, 1, 'image-unreadable'],
  ])('refuses %s', (_, name, bytes, line, column, code) => {
    const { file, problems } = inspect(name, bytes)
    expect(file).toBeNull()
    expect(problems[0]).toMatchObject({ severity: 'error', line, column, code })
  })

  it('warns of a picture above 300 KB, and serves it', () => {
    const heavy = sampleFigure.replace('</svg>', `<!--${' '.repeat(310 * 1024)}--></svg>`)
    const { file, problems } = inspect('plan.svg', encode(heavy))
    expect(file).not.toBeNull()
    expect(problems).toMatchObject([{ severity: 'warning', line: 1, column: 1, code: 'image-heavy' }])
  })

  it.each([
    'lesson.bg.md~',
    'plan.gif',
    'page.html',
    'script.js',
    'План.svg',
    'PLAN.SVG',
    '-x.svg',
    'noending',
    'constructor',
  ])('does not serve %s, and warns', name => {
    const { file, problems } = inspect(name, encode(sampleFigure))
    expect(file).toBeNull()
    expect(problems).toMatchObject([{ severity: 'warning', code: 'file-unserved' }])
  })
})
