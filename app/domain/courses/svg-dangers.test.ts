import { describe, expect, it } from 'vitest'
import { readSvg } from '#app/markdown/read-svg.ts'
import { sampleFigure } from './sample-content.ts'
import { svgDangers } from './svg-dangers.ts'

function dangers(inner: string, attributes = ''): string[] | string {
  const reading = readSvg(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`)
  return reading.ok ? svgDangers(reading.nodes).map(danger => danger.reason) : reading.reason
}

describe('a drawing', () => {
  it('of shapes, text and its own references is harmless', () => {
    const reading = readSvg(
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- план -->\n${sampleFigure.replace('</svg>', '<style>.a{fill:url(#g)}</style><use href="#a" xlink:href="#b" fill="url(#g)"/><image href="data:image/png;base64,AAAA"/><a href="#x">А &amp; Б</a></svg>')}\n`,
    )
    expect(reading.ok && svgDangers(reading.nodes)).toEqual([])
  })

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
    '<foreignObject><p>x</p></foreignObject>',
    '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="#"/>',
    '<rect onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
    '<a href="javascript:alert(1)">x</a>',
    '<a xlink:href="&#106;avascript:alert(1)">x</a>',
    '<a q:href="https://example.org">x</a>',
    '<use href="https://example.org/a.svg#b"/>',
    '<use href="other.svg#b"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<image href="plan.png"/>',
    '<rect fill="url(https://example.org/a.svg#b)"/>',
    '<rect fill="url( \'//example.org\' )"/>',
    '<rect style="background:u\\72l(https://example.org)"/>',
    '<style>@import "https://example.org/a.css";</style>',
    '<style><![CDATA[.a{fill:url(https://example.org)}]]></style>',
    '<style>.a{fill:url(&quot;https://example.org&quot;)}</style>',
    '<a href="#x"><set attributeName="href" to="javascript:alert(1)"/></a>',
    '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
  ])('with %s is not', inner => {
    const found = dangers(inner)
    expect(found).toBeInstanceOf(Array)
    expect(found).not.toHaveLength(0)
  })

  it('is not harmless with an event on its root', () => {
    expect(dangers('', ' onload="alert(1)"')).toEqual(['It reacts to events ("onload").'])
  })

  it.each([
    ['a document type', '<!DOCTYPE svg [<!ENTITY x "y">]><svg></svg>'],
    ['a style sheet from elsewhere', '<?xml-stylesheet href="https://example.org"?><svg></svg>'],
    ['an entity of its own', '<svg><text>&x;</text></svg>'],
    ['an element that is not closed', '<svg><g></svg>'],
    ['an end without a beginning', '<svg></g></svg>'],
    ['an attribute without quotes', '<svg><rect onclick=alert(1) /></svg>'],
    ['another root', '<html></html>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><svg></svg>'],
    ['text around it', 'x<svg></svg>'],
    ['nothing', ''],
  ])('with %s is not read', (_, text) => {
    expect(readSvg(text).ok).toBe(false)
  })

  it('is read quickly however long an unfinished part of it is', () => {
    expect(readSvg(`<svg><rect ${'a="b" '.repeat(50_000)}`).ok).toBe(false)
    expect(readSvg(`<svg>${'<!--'.repeat(50_000)}`).ok).toBe(false)
    expect(readSvg(`<svg ${' '.repeat(200_000)}`).ok).toBe(false)
  })
})
