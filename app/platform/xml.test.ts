import { describe, expect, it } from 'vitest'
import { escapeXml } from './xml.ts'

describe('escapeXml', () => {
  it('takes every markup character as text', () => {
    expect(escapeXml(`<a href="x">'&'</a>`)).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;&#39;&#60;/a&#62;')
  })

  it('leaves out what XML cannot hold', () => {
    expect(escapeXml('а\u0000\u001b\ud800б\ufffe😀')).toBe('аб😀')
  })
})
