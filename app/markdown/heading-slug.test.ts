import { describe, expect, it } from 'vitest'
import { headingSlug } from './heading-slug.ts'

describe('headingSlug', () => {
  it.each([
    ['Източници', 'iztochnitsi'],
    ['Защита и щастие', 'zashtita-i-shtastie'],
    ['Ъгъл, синьо, юг, яке, жаба, цех, чаша, шал', 'agal-sinyo-yug-yake-zhaba-tseh-chasha-shal'],
    ['Организация', 'organizatsia'],
    ['Организацията', 'organizatsiyata'],
    ['Café № 5: 3-2-1!', 'cafe-no-5-3-2-1'],
    ['???', 'section'],
    ['', 'section'],
  ])('writes "%s" as "%s"', (text, slug) => {
    expect(headingSlug(text)).toBe(slug)
  })

  it('keeps long headings short', () => {
    expect(headingSlug('дума '.repeat(50)).length).toBeLessThanOrEqual(80)
  })
})
