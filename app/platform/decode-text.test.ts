import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const name = 'Амина Петрова'

test('text is read in UTF-8, in UTF-16 and in the code page of a Bulgarian Windows', () => {
  expect(decodeText(Buffer.from(name))).toBe(name)
  expect(decodeText(Buffer.from(`\ufeff${name}`))).toBe(name)
  expect(decodeText(Buffer.from(`\ufeff${name}`, 'utf16le'))).toBe(name)
  const windows1251 = Buffer.from([
    0xc0, 0xec, 0xe8, 0xed, 0xe0, 0x20, 0xcf, 0xe5, 0xf2, 0xf0, 0xee, 0xe2, 0xe0,
  ])
  expect(decodeText(windows1251)).toBe(name)
})

test('nothing is read as nothing', () => {
  expect(decodeText(new Uint8Array())).toBe('')
})
