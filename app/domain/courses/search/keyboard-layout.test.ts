import { expect, test } from 'vitest'
import { readOnOtherLayout } from './keyboard-layout.ts'

test.each([
  ['the traditional phonetic layout', '[kola', 'школа'],
  ['the traditional phonetic layout', '`erte', 'черте'],
  ['the traditional phonetic layout', 'mreva', 'мрежа'],
  ['the traditional phonetic layout', 'uqzwimost', 'уязвимост'],
  ['the new phonetic layout', 'mrexa', 'мрежа'],
  ['the new phonetic layout', 'qertex', 'чертеж'],
  ['the layout of typewriters', 'md,f.d', 'парола'],
  ['the layout of typewriters', 'irhw,kfij', 'сигурност'],
])('on %s %s are the keys of „%s“', (_, typed, meant) => {
  expect(readOnOtherLayout(typed)).toContain(meant)
})

test.each([
  ['яяг', 'ssh'],
  ['пассворд', 'password'],
])('„%s“ may be the Latin %s', (typed, meant) => {
  expect(readOnOtherLayout(typed)).toContain(meant)
})

test('what is no key of a layout is not read on it', () => {
  expect(readOnOtherLayout('a=b')).toEqual([])
  expect(readOnOtherLayout('2026')).toEqual([])
})
