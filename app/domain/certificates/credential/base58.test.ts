import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ed25519Multikey } from '../keys/multikey.ts'
import { decodeBase58 } from './base58.ts'

it('reads a key as it was written, leading zeros included', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), key => {
      expect(decodeBase58(ed25519Multikey(key))).toEqual(Uint8Array.from([0xed, 0x01, ...key]))
    }),
  )
  expect(decodeBase58('z11')).toEqual(Uint8Array.from([0, 0]))
  expect(decodeBase58('z')).toEqual(new Uint8Array())
  // "Hello World!", from the multibase specification's examples of base58-btc.
  expect(decodeBase58('z2NEpo7TZRRrLZSi2U')).toEqual(new TextEncoder().encode('Hello World!'))
})

it('reads nothing else', () => {
  for (const text of ['', 'u11', '2NEpo7', 'z0', 'zl', 'zО', `z${'1'.repeat(200)}`])
    expect(decodeBase58(text)).toBeNull()
})
