import { expect, it } from 'vitest'
import { did, publicUrl, status } from '#tests/credential-factory.ts'
import { everythingLongSample } from '../certificate-samples.ts'
import { buildCredential } from './build-credential.ts'
import { isWithinBounds } from './credential-bounds.ts'

const plain = buildCredential(everythingLongSample, { did, publicUrl, status })

it('a credential of ours is within the bounds, the longest one too', () => {
  expect(isWithinBounds(plain)).toBe(true)
  expect(isWithinBounds({ ...plain, '@context': plain['@context'].slice(0, 1) })).toBe(true)
})

it.each([
  ['a foreign context', { '@context': [...plain['@context'].slice(0, 2), 'https://evil.example/c.json'] }],
  ['an inline context', { '@context': [...plain['@context'].slice(0, 2), { a: 'urn:a' }] }],
  ['a context inside', { evidence: { '@context': { a: 'urn:a' } } }],
  ['a keyword', { '@graph': [] }],
  ['a keyword inside', { evidence: [{ '@id': 'urn:a' }] }],
  ['a polluting name', JSON.parse('{"evidence":{"__proto__":{}}}')],
  ['too many members', Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x${at}`, 1]))],
  ['too many entries', { evidence: Array(500).fill([1]) }],
  ['too deep a nesting', { evidence: JSON.parse(`${'['.repeat(20)}1${']'.repeat(20)}`) }],
  ['too long a text', { description: 'щ'.repeat(200_001) }],
])('%s is outside', (_, change: object) => {
  expect(isWithinBounds({ ...plain, ...change })).toBe(false)
})
