import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from './security-headers.ts'

function directives(nonce: string, development: boolean): Map<string, string[]> {
  const parts = contentSecurityPolicy(nonce, development).split('; ')
  return new Map(parts.map(part => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]))
}

describe('the Content-Security-Policy of a built site', () => {
  const policy = directives('bm9uY2U=', false)

  test('allows nothing that it does not name', () => {
    expect(policy.get('default-src')).toEqual(["'none'"])
  })

  test('runs scripts of the site, and inline ones with the nonce of this response only', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-bm9uY2U='"])
    expect(directives('YW5kZXJl', false).get('script-src')).toContain("'nonce-YW5kZXJl'")
  })

  test('allows neither inline styles nor evaluation, nor any other host', () => {
    const sources = [...policy.values()].flat()
    expect(sources.filter(source => /unsafe|\*|https?:|wss?:/.test(source))).toEqual([])
    expect(policy.get('style-src')).toEqual(["'self'"])
  })

  test('cannot be framed, rebased, or made to post elsewhere', () => {
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
  })

  test('names every directive once and fits in one header', () => {
    const text = contentSecurityPolicy('bm9uY2U=', false)
    expect(text.split('; ')).toHaveLength(policy.size)
    expect(text).toMatch(/^[\x20-\x7e]+$/)
  })
})

test('while one develops, only the style and the reload channel are looser', () => {
  const built = directives('n', false)
  const developing = directives('n', true)
  const different = [...developing.keys()].filter(name => `${developing.get(name)}` !== `${built.get(name)}`)
  expect(different.sort()).toEqual(['connect-src', 'style-src'])
  expect(developing.get('script-src')).not.toContain("'unsafe-inline'")
})
