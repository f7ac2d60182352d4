import { expect, test } from 'vitest'
import { BoundedCache } from './bounded-cache.ts'

test('a value is made once while it is remembered, and again after others took its place', () => {
  const cache = new BoundedCache<string>(2)
  const made: string[] = []
  const ask = (key: string) =>
    cache.get(key, () => {
      made.push(key)
      return key.toUpperCase()
    })
  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('what was forgotten is made anew', () => {
  const cache = new BoundedCache<number>(2)
  let made = 0
  const ask = () => cache.get('a', () => ++made)
  ask()
  cache.forget('a')
  expect(ask()).toBe(2)
})
