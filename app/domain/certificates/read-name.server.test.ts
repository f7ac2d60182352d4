import { expect, test } from 'vitest'
import { readName } from './read-name.server.ts'

test.each([
  ['Амина Примерова', 'Амина Примерова'],
  ['  Амина \t\n Примерова ', 'Амина Примерова'],
  ['Жан-Люк О’Нийл', 'Жан-Люк О’Нийл'],
  ['Γεώργιος', 'Γεώργιος'],
  ['Иван Йорданов'.normalize('NFD'), 'Иван Йорданов'],
  ['Łukasz Çelik Ñandú', 'Łukasz Çelik Ñandú'],
  ['Ами\u00adна\u200b', 'Амина'],
])('%j is printed as %j', (raw, name) => {
  expect(readName(raw)).toEqual({ ok: true, name })
})

test.each([
  ['', 'empty', null],
  ['\u200b\u00ad', 'empty', null],
  ['а'.repeat(201), 'too-long', null],
  ['Амина🌻', 'unprintable', '🌻'],
  ['עמינה', 'unprintable', 'ע'],
  ['Ами\u0000на', 'unprintable', '\u0000'],
] as const)('%j is refused: %s %j', (raw, reason, symbol) => {
  expect(readName(raw)).toEqual({ ok: false, reason, symbol })
})
