import { describe, expect, it } from 'vitest'
import { compileSample, compileSampleQuestion } from './compile-sample.ts'

const content = 'Да?\n\n**Отговор:** 3'

describe('the braces of a question', () => {
  it('may say nothing but its id', () => {
    expect(compileSampleQuestion(content, '').question).toMatchObject({
      id: 'q-a',
      points: 1,
      shuffle: false,
      attempts: null,
      partial: true,
      outcome: null,
    })
  })

  it.each([
    ['points=100', { points: 100 }],
    ['attempts=1', { attempts: 1 }],
    ['partial', { partial: true }],
    ['partial=no', { partial: false }],
    ['shuffle', { shuffle: true }],
    ['lo=LO2', { outcome: 'LO2' }],
    ['kind=text', { kind: 'text' }],
  ])('may say %s', (options, expected) => {
    const { question, problems } = compileSampleQuestion(content, options)
    expect(problems).toEqual([])
    expect(question).toMatchObject(expected)
  })

  it.each([
    ['points=0', 'option-value'],
    ['points=101', 'option-value'],
    ['points=1.5', 'option-value'],
    ['points', 'option-value'],
    ['points=-1', 'option-value'],
    ['attempts=no', 'option-value'],
    ['partial=yes', 'option-value'],
    ['shuffle=no', 'option-value'],
    ['lo=LO3', 'outcome-unknown'],
    ['lo', 'outcome-unknown'],
    ['kind=essay', 'option-value'],
    ['kind', 'option-value'],
    ['point=2', 'option-unknown'],
    ['points=2 points=2', 'option-repeated'],
    ['#q-b', 'option-repeated'],
  ])('may not say %s', (options, code) => {
    const { question, problems } = compileSampleQuestion(content, options)
    const column = options.includes(' ') ? 25 : 16
    expect(problems).toEqual([`1:${column} ${code}`])
    expect(question === null || code === 'option-unknown').toBe(true)
  })

  it.each(['', '#', '#Q-a', '#q_a', '#-q', '#q-', '#1', '#~exam', '#въпрос', 'lo=LO1'])(
    'need an id: "%s" is none',
    id => {
      const { questions, problems } = compileSample(`::: quiz {${id}}\n${content}\n:::\n`)
      expect(questions).toEqual([])
      expect(problems.map(({ code }) => code)).toContain('question-id')
    },
  )
})
