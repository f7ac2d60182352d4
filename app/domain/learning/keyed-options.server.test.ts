import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from '#tests/factories.ts'
import { orderOptions } from './option-order.server.ts'

const { question, lesson } = placeOf('q-factors')
const learners = Array.from({ length: 200 }, (_, index) => `learner-${index}`)

test('every option is shown to every learner exactly once', () => {
  fc.assert(
    fc.property(
      fc.string(),
      learner => orderOptions(question, lesson.id, learner).sort().join() === '0,1,2,3',
    ),
  )
})

test('the same learner sees the same order again', () => {
  expect(orderOptions(question, lesson.id, 'amina')).toEqual(orderOptions(question, lesson.id, 'amina'))
})

test('the place of an option tells nothing: over many learners each comes first about equally often', () => {
  const first = learners.map(learner => orderOptions(question, lesson.id, learner)[0])
  for (const option of [0, 1, 2, 3]) {
    const times = first.filter(shown => shown === option).length
    // 50 expected of 200; the learners are fixed, so that this is one computation and not a throw of dice.
    expect(times).toBeGreaterThan(30)
    expect(times).toBeLessThan(70)
  }
})

test('options whose order has a meaning stay as they were written', () => {
  const ordered = { ...question, shuffle: false }
  for (const learner of learners) expect(orderOptions(ordered, lesson.id, learner)).toEqual([0, 1, 2, 3])
})

test('a question without options has no order', () => {
  expect(orderOptions(placeOf('q-bits').question, 'connections', 'amina')).toEqual([])
})
