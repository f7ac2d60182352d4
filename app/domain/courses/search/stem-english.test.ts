import { expect, test } from 'vitest'
import { foldWord } from './fold-word.ts'

test.each([
  'password passwords password’s Passwords',
  'policy policies',
  'process processes',
  'address addresses',
  'box boxes',
  'cache caches',
  'user users user’s users’',
  'file files',
])('plural and possessive meet the singular: %s', forms => {
  expect(new Set(forms.split(' ').map(foldWord)).size).toBe(1)
})

test.each(['status', 'bus', 'access', 'gas'])('%s keeps its end', word => {
  expect(foldWord(word)).toBe(word)
})

test.each([
  ['computer', 'computing'],
  ['data', 'date'],
])('different words stay apart: %s, %s', (one, other) => {
  expect(foldWord(one)).not.toBe(foldWord(other))
})
