import { describe, expect, it } from 'vitest'
import { compileCover } from './cover.ts'

function cover(inner: string) {
  return compileCover(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160">\n${inner}\n</svg>`)
}

describe('compileCover', () => {
  it('writes the drawing anew, hidden from screen readers', () => {
    expect(
      cover(
        '<!-- улици -->\n<g class="a"><path class="c" d="M0 0h1.5v-2z"/></g><rect x="1" y="2" width="3" height="4"/><circle cx="1" cy="2" r="3"/>',
      ),
    ).toEqual({
      markup:
        '<svg class="cover" aria-hidden="true" viewBox="0 0 240 160"><g class="a"><path class="c" d="M0 0h1.5v-2z"/></g>' +
        '<rect x="1" y="2" width="3" height="4"/><circle cx="1" cy="2" r="3"/></svg>',
      problems: [],
    })
  })

  it.each([
    ['an element that is not a shape', '<text>А</text>', 2, 1, 'cover-content'],
    ['a script', '<script>x</script>', 2, 1, 'cover-content'],
    ['a drawing in a drawing', '<svg viewBox="0 0 1 1"/>', 2, 1, 'cover-content'],
    ['a colour', '<rect fill="red"/>', 2, 7, 'cover-content'],
    ['a style', '<rect x="1" style="fill:red"/>', 2, 13, 'cover-content'],
    ['an event', '<rect\n onclick="x"/>', 3, 2, 'cover-content'],
    ['a value with markup', '<rect class="&quot;&gt;"/>', 2, 7, 'cover-content'],
    ['text between shapes', 'улици', 2, 1, 'cover-content'],
    ['what cannot be read', '<rect x=1/>', 2, 1, 'cover-unreadable'],
  ])('refuses %s', (_, inner, line, column, code) => {
    const { markup, problems } = cover(inner)
    expect(markup).toBeNull()
    expect(problems[0]).toMatchObject({ severity: 'error', line, column, code })
  })
})
