import { expect, test } from 'vitest'
import { readExamForm } from './exam-form.ts'

type Fields = [string, string | File][]

function read(fields: Fields) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return readExamForm(form)
}

const answered: Fields = [
  ['intent', 'answer'],
  ['question', 'e-one'],
]

test('an answer carries its question, its values and the way that the learner takes', () => {
  const fields: Fields = [...answered, ['answer:e-one', 'a'], ['answer:e-one', ''], ['step', 'next']]
  expect(read(fields)).toEqual({ intent: 'answer', question: 'e-one', values: ['a', ''], step: 'next' })
})

test('an answer without values and without a way is an answer: it is kept as empty', () => {
  expect(read(answered)).toEqual({ intent: 'answer', question: 'e-one', values: [], step: null })
})

test('a hand-in is read', () => {
  expect(read([['intent', 'hand-in']])).toEqual({ intent: 'hand-in' })
})

test.each<[string, Fields]>([
  ['an empty form', []],
  ['another intent', [['intent', 'begin']]],
  ['two intents', [...answered, ['intent', 'answer']]],
  ['no question', answered.slice(0, 1)],
  ['the answer to another question', [...answered, ['answer:e-two', 'a']]],
  ['a way that there is not', [...answered, ['step', 'hand-in']]],
  ['two ways', [...answered, ['step', 'next'], ['step', 'back']]],
  ['a field that does not belong', [...answered, ['userId', 'oleg']]],
  ['a field called __proto__', [...answered, ['__proto__', 'x']]],
  [
    'a hand-in with something more',
    [
      ['intent', 'hand-in'],
      ['number', '2'],
    ],
  ],
  ['a file as the answer', [...answered, ['answer:e-one', new File(['a'], 'a.txt')]]],
])('%s makes the form foreign', (_, fields) => {
  expect(read(fields)).toEqual({ intent: 'foreign' })
})

test('two hundred fields are read and one more is not', () => {
  const values = (count: number): Fields =>
    Array.from({ length: count }, (_, index) => ['answer:e-one', `${index}`])
  expect(read([...answered, ...values(198)])).toMatchObject({ intent: 'answer' })
  expect(read([...answered, ...values(199)])).toEqual({ intent: 'foreign' })
})
