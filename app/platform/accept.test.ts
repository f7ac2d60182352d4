import { expect, test } from 'vitest'
import { chooseType, typeOf } from './accept.ts'

const offered = ['text/csv', 'application/json'] as const

test.each([
  [null, 'text/csv'],
  ['', 'text/csv'],
  ['*/*', 'text/csv'],
  ['application/json', 'application/json'],
  ['Application/JSON; charset=utf-8', 'application/json'],
  ['text/*;q=0.5, application/json', 'application/json'],
  ['text/*, application/json;q=0.9', 'text/csv'],
  ['text/csv;q=0, */*', 'application/json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/csv'],
  ['text/html', null],
  ['application/json;q=0', null],
  ['application/json;q=much', null],
])('for the header %j the answer is %s', (accept, type) => {
  expect(chooseType(accept, offered)).toBe(type)
})

test('a content type is read without its parameters', () => {
  expect(typeOf('Text/CSV; charset=windows-1251')).toBe('text/csv')
  expect(typeOf(null)).toBe('')
})
