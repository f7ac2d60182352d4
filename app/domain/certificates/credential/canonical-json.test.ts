import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it('is that of the examples of RFC 8785', () => {
    // Section 3.2.2 and 3.2.3 of the RFC.
    const sample =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}'
    expect(canonicalJson(JSON.parse(sample))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const order = { '€': 1, '\r': 2, '\ufb33': 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect(canonicalJson(order)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('is the same whatever the order of members, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
        // JSON knows no minus zero.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('keeps apart what is not the same', () => {
    const values = [null, false, 0, '', '0', [], {}, [0], ['0'], { a: 0 }, { a: null }, [[]], '[]', '{}']
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length)
    expect(canonicalJson(JSON.parse('{"a":1e999}'))).not.toBe(canonicalJson({ a: null }))
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}')
  })

  it('leaves out members that JSON would leave out', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}')
    expect(canonicalJson([undefined])).toBe('[null]')
  })

  it('goes to any depth and width', () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000)
    expect(canonicalJson(JSON.parse(deep))).toBe(deep)
    const wide = `[${'0,'.repeat(500_000)}0]`
    expect(canonicalJson(JSON.parse(wide))).toBe(wide)
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}
