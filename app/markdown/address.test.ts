import { describe, expect, it } from 'vitest'
import { addressKind, decodeAddress, termOfAddress } from './address.ts'

describe('addressKind', () => {
  it.each([
    ['https://example.org', 'web'],
    ['HTTP://example.org/a:b', 'web'],
    ['mailto:a@example.org', 'mail'],
    ['#h-kray', 'fragment'],
    ['plan.svg', 'relative'],
    ['../020-passwords/lesson.bg.md#x:y', 'relative'],
    ['a/b:c', 'relative'],
    ['', 'unsafe'],
    [' ', 'unsafe'],
    ['https:', 'unsafe'],
    ['https:example.org', 'unsafe'],
    ['https://', 'unsafe'],
    ['//example.org', 'unsafe'],
    ['/\\example.org', 'unsafe'],
    ['\\\\example.org', 'unsafe'],
    ['javascript:alert(1)', 'unsafe'],
    ['JAVASCRIPT:alert(1)', 'unsafe'],
    [' \u0001java\nscript\t:alert(1)', 'unsafe'],
    ['data:image/png;base64,x', 'unsafe'],
    ['blob:https://example.org/1', 'unsafe'],
  ])('takes %j for %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind)
  })
})

describe('decodeAddress', () => {
  it('leaves an address alone when its percent signs mean nothing', () => {
    expect(decodeAddress('100%.svg')).toBe('100%.svg')
    expect(decodeAddress('%D0%BA.svg')).toBe('к.svg')
  })
})

describe('termOfAddress', () => {
  it('reads the term out of the scheme of the glossary, and out of no other', () => {
    expect(termOfAddress('glossary:mfa')).toBe('mfa')
    expect(termOfAddress('Glossary:')).toBe('')
    expect(termOfAddress(' glossary:mfa')).toBeNull()
    expect(termOfAddress('glossaryx:mfa')).toBeNull()
    expect(termOfAddress('https://example.org/glossary:mfa')).toBeNull()
  })

  it('leaves the scheme as unsafe as any other to everybody else', () => {
    expect(addressKind('glossary:mfa')).toBe('unsafe')
  })
})
