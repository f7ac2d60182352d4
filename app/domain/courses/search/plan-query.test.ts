import { expect, test } from 'vitest'
import { foldWord } from './fold-word.ts'
import { planQuery } from './plan-query.ts'
import { readQuery } from './read-query.ts'
import { createVocabulary } from './vocabulary.ts'

const words = `киберсигурност сигурност парола школа компютър защита обучение мрежа данни служител код кодиране
  епоща е поща дата phishing phishingresistant password ssh firewall`
const counts = new Map(words.split(/\s+/).map(word => [foldWord(word), 10]))
const vocabulary = createVocabulary(counts.set('кодиран', 30).set('phishingresistant', 1))

function plan(query: string, typing = false) {
  const { words: sought, missing } = planQuery(readQuery(query), vocabulary, { typing, mending: true })
  const said = sought.map(({ by, alternatives }) =>
    [by, ...alternatives.map(stems => stems.join(' '))].join(' '),
  )
  return [...said, ...missing.map(word => `missing ${word}`)].join(', ')
}

test.each([
  ['паролите', 'typed парол'],
  ['„ПАРОЛИТЕ“', 'typed парол'],
  ['kibersigurnost', 'variant киберсигурност'],
  ['6kola', 'variant школ'],
  ['md,f.d', 'variant парол'],
  ['яяг', 'variant ssh'],
  ['сигурнсот', 'slip сигурност'],
  ['sigornost', 'slip сигурност'],
  ['е-поща', 'typed е пощ епощ'],
  ['e-mail', 'missing e-mail'],
  ['как да сменя паролата', 'typed парол, missing сменя'],
  ['парола за мрежа', 'typed парол, typed мреж'],
  ['за', 'typed защит'],
  ['или', 'missing или'],
  ['data', 'variant дат'],
  ['рак', 'missing рак'],
  ['\u0000\u202e  ', ''],
])('„%s“ is sought as: %s', (query, sought) => {
  expect(plan(query)).toBe(sought)
})

test.each([
  ['паролат', 'typed парол'],
  ['сигурн', 'typed сигурност'],
  ['kibersig', 'variant киберсигурност'],
  ['phish', 'typed phishing'],
  ['парола мре', 'typed парол, typed мреж'],
])('an unfinished „%s“ grows into: %s', (query, sought) => {
  expect(plan(query, true)).toBe(sought)
})

test('a word that stands in many places is not completed to others', () => {
  expect(plan('код', true)).toBe('typed код')
})

test('only the last word may be unfinished', () => {
  expect(plan('сигурн парола', true)).toBe('typed парол, missing сигурн')
})

test('a slip is mended only when that is asked for', () => {
  const { missing } = planQuery(readQuery('сигурнсот'), vocabulary, { typing: false, mending: false })
  expect(missing).toEqual(['сигурнсот'])
})

test('a variant says how it is written', () => {
  const { words: sought } = planQuery(readQuery('kibersigurnostta'), vocabulary, {
    typing: false,
    mending: true,
  })
  expect(sought.map(({ typed, shown }) => [typed, shown])).toEqual([['kibersigurnostta', 'киберсигурността']])
})
