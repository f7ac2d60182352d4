import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

test('an object and a list are read', () => {
  expect(readJson('{"a":[1,{"b":"]}"}]}')).toEqual({ a: [1, { b: ']}' }] })
  expect(readJson('[]')).toEqual([])
})

test.each(['', 'null', '7', '"text"', '{', '{"a":}', '{"a":"\\"}'])('%j is no object', text => {
  expect(readJson(text)).toBeNull()
})

test('brackets within a text are no nesting', () => {
  expect(readJson(JSON.stringify({ text: '['.repeat(1000), quoted: '\\"[[' }))).not.toBeNull()
})

test('nesting beyond all reason is not read, however much there is of it', () => {
  expect(readJson(`${'['.repeat(40)}${']'.repeat(40)}`)).not.toBeNull()
  expect(readJson(`${'['.repeat(41)}${']'.repeat(41)}`)).toBeNull()
  expect(readJson('['.repeat(2_000_000))).toBeNull()
  expect(readJson(`${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`)).toBeNull()
})
