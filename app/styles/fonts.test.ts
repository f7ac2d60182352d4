import { readdirSync, readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'

const here = new URL('./', import.meta.url)
const originals = new URL('../../node_modules/@fontsource-variable/sofia-sans/files/', import.meta.url)

function fontIn(url: URL): Font {
  const font = create(readFileSync(url))
  if (!('characterSet' in font)) throw new Error(`${url.pathname} holds several fonts`)
  return font
}

describe.each(['latin', 'cyrillic'])('the narrowed %s font', script => {
  const narrowed = fontIn(new URL(`fonts/sofia-sans-${script}.woff2`, here))
  const original = fontIn(new URL(`sofia-sans-${script}-wght-normal.woff2`, originals))

  test('has every character of the original', () => {
    const missing = original.characterSet.filter(character => !narrowed.characterSet.includes(character))
    expect(missing).toEqual([])
  })

  test('has every weight that the styles ask for', () => {
    const styles = readdirSync(here).filter(name => name.endsWith('.css') && name !== 'fonts.css')
    const asked = styles.flatMap(name => [
      ...readFileSync(new URL(name, here), 'utf8').matchAll(/font-weight: (\d+)/g),
    ])
    const weights = asked.map(([, weight]) => Number(weight))
    const { min = 0, max = 0 } = narrowed.variationAxes.wght ?? {}
    expect(weights.length).toBeGreaterThan(10)
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(min)
    expect(Math.max(...weights)).toBeLessThanOrEqual(max)
  })
})
