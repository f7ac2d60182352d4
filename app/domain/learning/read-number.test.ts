import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  ['37.6', 37.6],
  ['37,6', 37.6],
  [' 37,6 ', 37.6],
  ['0', 0],
  ['007', 7],
  ['5.', 5],
  ['5,', 5],
  ['.5', 0.5],
  [',5', 0.5],
  ['+5', 5],
  ['-5', -5],
  ['−5', -5],
  ['–5', -5],
  ['12 360', 12_360],
  ['12\u00a0360,5', 12_360.5],
  ['1\u202f000\u202f000', 1_000_000],
  ['1e3', 1000],
  ['1,5E-3', 0.0015],
  ['１２', 12],
])('%j is the number %d', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

test.each([
  '',
  ' ',
  '.',
  ',',
  '-',
  'e3',
  'два',
  '5 км',
  '5%',
  '1.2.3',
  '1,234.5',
  '1.234,5',
  '1,,5',
  '--5',
  '5-',
  '0x10',
  'NaN',
  'Infinity',
  '1e999',
  '-1e400',
  '1e1000',
  '٣',
])('%j is no number', text => {
  expect(readNumber(text)).toBeNull()
})

test('a decimal comma means what a decimal point means', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      const point = String(value)
      return readNumber(point) === value && readNumber(point.replace('.', ',')) === value
    }),
  )
})

test('whatever is typed, the result is a finite number or none', () => {
  const near = fc.string({ unit: fc.constantFrom('1', '9', '0', '.', ',', '-', '−', 'e', '+', ' ', '%') })
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), text => {
      const value = readNumber(text)
      return value === null || Number.isFinite(value)
    }),
    { numRuns: 500 },
  )
})
