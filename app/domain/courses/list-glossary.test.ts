import { expect, it } from 'vitest'
import type { GlossaryTerm } from './glossary.ts'
import { listGlossary } from './list-glossary.ts'

function term(id: string, bg: string, en: string): GlossaryTerm {
  return {
    id,
    term: { bg, en },
    definition: { bg: `${bg} значи…`, en: `${en} means…` },
    also: { bg: [`също ${bg}`], en: [] },
  }
}

const terms = [
  term('node', 'възел', 'node'),
  term('csv', 'CSV', 'CSV'),
  term('asset', 'актив', 'asset'),
  term('cluster', 'клъстер', 'cluster'),
  term('core', 'ядро', 'core'),
  term('yard', 'Ясла', 'Été'),
  term('three', '3D печат', '3D printing'),
]

const shape = (language: 'bg' | 'en') =>
  listGlossary(terms, language).map(({ letter, entries }) => [letter, entries.map(({ id }) => id)])

it('stands in the alphabetical order of its language, under capital letters', () => {
  expect(shape('bg')).toEqual([
    ['#', ['three']],
    ['А', ['asset']],
    ['В', ['node']],
    ['К', ['cluster']],
    ['Я', ['core', 'yard']],
    ['C', ['csv']],
  ])
  expect(shape('en')).toEqual([
    ['#', ['three']],
    ['A', ['asset']],
    ['C', ['cluster', 'core', 'csv']],
    ['É', ['yard']],
    ['N', ['node']],
  ])
})

it('shows a term in one language and its name in the other', () => {
  const [first] = listGlossary([term('node', 'възел', 'node')], 'bg')
  expect(first?.entries).toEqual([
    { id: 'node', term: 'възел', other: 'node', definition: 'възел значи…', also: ['също възел'] },
  ])
})

it('is empty where there are no terms', () => {
  expect(listGlossary([], 'bg')).toEqual([])
})
