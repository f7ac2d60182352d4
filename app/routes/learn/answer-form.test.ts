import { expect, test } from 'vitest'
import { readAnswerForm } from './answer-form.ts'

type Fields = [string, string | File][]

function read(fields: Fields) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return readAnswerForm(form)
}

const answered: Fields = [
  ['intent', 'answer'],
  ['question', 'q-strong'],
  ['attempt', '2'],
]
const foreign = { intent: 'foreign' }

test('a confirmation of reading is read', () => {
  expect(read([['intent', 'confirm-reading']])).toEqual({ intent: 'confirm-reading' })
})

test('an answer carries its question, its attempt and its values', () => {
  const fields: Fields = [...answered, ['answer:q-strong', '0'], ['answer:q-strong', '2']]
  expect(read(fields)).toEqual({ intent: 'answer', question: 'q-strong', attempt: 2, values: ['0', '2'] })
})

test('an answer without a value is an answer: the learner chose nothing', () => {
  expect(read(answered)).toEqual({ intent: 'answer', question: 'q-strong', attempt: 2, values: [] })
})

const asked: Fields = [
  ['intent', 'hint'],
  ['question', 'q-strong'],
  ['number', '2'],
]

test('a hint is asked for by its question and its number', () => {
  expect(read(asked)).toEqual({ intent: 'hint', question: 'q-strong', number: 2 })
})

test.each<[string, Fields]>([
  ['an empty form', []],
  ['a hint without a number', asked.slice(0, 2)],
  ['a hint without a question', asked.filter(([name]) => name !== 'question')],
  ['a hint with an answer', [...asked, ['answer:q-strong', '0']]],
  ['a hint with an attempt', [...asked, ['attempt', '1']]],
  ['a hint asked for twice', [...asked, ['number', '2']]],
  ['an answer with the number of a hint', [...answered, ['number', '1']]],
  ['another intent', [['intent', 'delete']]],
  ['no intent', answered.slice(1)],
  ['two intents', [...answered, ['intent', 'answer']]],
  ['two questions', [...answered, ['question', 'q-factors']]],
  ['no question', answered.filter(([name]) => name !== 'question')],
  ['no attempt', answered.slice(0, 2)],
  ['the answer to another question', [...answered, ['answer:q-factors', '0']]],
  ['a field that does not belong', [...answered, ['userId', 'oleg']]],
  ['a field called __proto__', [...answered, ['__proto__', 'x']]],
  [
    'a confirmation with something more',
    [
      ['intent', 'confirm-reading'],
      ['lesson', 'other'],
    ],
  ],
  [
    'a confirmation sent twice',
    [
      ['intent', 'confirm-reading'],
      ['intent', 'confirm-reading'],
    ],
  ],
  ['a file as the answer', [...answered, ['answer:q-strong', new File(['0'], '0.txt')]]],
  ['a file as the intent', [['intent', new File([''], 'confirm-reading')]]],
])('%s makes the form foreign', (_, fields) => {
  expect(read(fields)).toEqual(foreign)
})

test.each(['0', '-1', '1.5', '1e3', ' 1', '01', 'x', '1000000', ''])(
  'the attempt or hint %j makes the form foreign',
  attempt => {
    expect(
      read([
        ['intent', 'answer'],
        ['question', 'q-strong'],
        ['attempt', attempt],
      ]),
    ).toEqual(foreign)
    expect(read([...asked.slice(0, 2), ['number', attempt]])).toEqual(foreign)
  },
)

test('sixty fields are read and sixty-one are not', () => {
  const values = (count: number): Fields =>
    Array.from({ length: count }, (_, index) => ['answer:q-strong', `${index}`])
  expect(read([...answered, ...values(57)])).toMatchObject({ intent: 'answer' })
  expect(read([...answered, ...values(58)])).toEqual(foreign)
})
