import { expect, test } from 'vitest'
import { transliterateName } from '#app/domain/certificates/transliteration.ts'
import { MOST_READINGS, readAsBulgarian } from './latin-to-cyrillic.ts'

test.each([
  ['kibersigurnost', 'киберсигурност'],
  ['6kola', 'школа'],
  ['za6tita', 'защита'],
  ['zashtita', 'защита'],
  ['klu4', 'ключ'],
  ['klyuch', 'ключ'],
  ['kliuch', 'ключ'],
  ['uqzvimost', 'уязвимост'],
  ['uiazvimost', 'уязвимост'],
  ['ujazvimost', 'уязвимост'],
  ['mreji', 'мрежи'],
  ['mrezhi', 'мрежи'],
  ['kompyutar', 'компютър'],
  ['kompiutyr', 'компютър'],
  ['kompjutur', 'компютър'],
  ['kompania', 'компания'],
  ['kompaniya', 'компания'],
  ['xakeri', 'хакери'],
  ['wirus', 'вирус'],
  ['cifrov', 'цифров'],
  ['tsifrov', 'цифров'],
  ['diagnoza', 'диагноза'],
])('%s may stand for „%s“', (latin, bulgarian) => {
  expect(readAsBulgarian(latin)).toContain(bulgarian)
})

test.each(['сигурност', 'защита', 'ключ', 'уязвимост', 'мрежа', 'цифров', 'хранилище', 'чертеж', 'компания'])(
  'the official spelling of „%s“ leads back to it first of all',
  word => {
    expect(readAsBulgarian(transliterateName(word))[0]).toBe(word)
  },
)

test('a word of many doubtful letters has no more readings than the bound', () => {
  expect(readAsBulgarian('auauauauauauauauauau').length).toBeLessThanOrEqual(MOST_READINGS)
})

test('what has no Latin letter is not read', () => {
  expect(readAsBulgarian('парола')).toEqual([])
  expect(readAsBulgarian('46')).toEqual([])
})
