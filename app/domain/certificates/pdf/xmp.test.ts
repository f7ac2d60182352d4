import { describe, expect, it } from 'vitest'
import { xmpDescriptions } from './xmp.ts'

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
