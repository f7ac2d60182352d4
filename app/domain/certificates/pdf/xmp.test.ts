import { describe, expect, it } from 'vitest'
import { escapeXml, xmpDescriptions } from './xmp.ts'

describe('escapeXml', () => {
  it('takes every markup character as text', () => {
    expect(escapeXml(`<a href="x">'&'</a>`)).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;&#39;&#60;/a&#62;')
  })

  it('leaves out what XML cannot hold', () => {
    expect(escapeXml('а\u0000\u001b\ud800б\ufffe😀')).toBe('аб😀')
  })
})

describe('xmpDescriptions', () => {
  const facts = {
    title: '<title>',
    author: '<author>',
    subject: '<subject>',
    keywords: '<keywords>',
    producer: '<producer>',
    createdAt: new Date('2026-11-22T09:30:00.123Z'),
  }

  it('escapes every fact', () => {
    const xmp = xmpDescriptions(facts)
    for (const name of ['title', 'author', 'subject', 'keywords', 'producer']) {
      expect(xmp).not.toContain(`<${name}>`)
      expect(xmp).toContain(`&#60;${name}&#62;`)
    }
  })

  it('dates creation to the second, in UTC', () => {
    expect(xmpDescriptions(facts)).toContain('<xmp:CreateDate>2026-11-22T09:30:00Z</xmp:CreateDate>')
  })
})
