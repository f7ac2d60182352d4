import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { setSecret } from '#app/platform/secret.server.ts'
import { openAcademy, placeOf } from '#tests/factories.ts'
import { keyOptions, type OptionScope } from './keyed-options.server.ts'

beforeAll(() => openAcademy())

const { course, lesson, question } = placeOf('q-factors')
const scopeOf = (learnerId: string, attempt = 1): OptionScope => ({
  learnerId,
  courseId: course.id,
  lessonId: lesson.id,
  attempt,
})
const orderFor = (learnerId: string, attempt = 1) =>
  keyOptions(question, scopeOf(learnerId, attempt)).options.map(({ option }) => option)
const idsFor = (learnerId: string, attempt = 1) =>
  keyOptions(question, scopeOf(learnerId, attempt)).options.map(({ id }) => id)
const learners = Array.from({ length: 200 }, (_, index) => `learner-${index}`)

test('every option is shown to every learner exactly once, under a name of its own', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (learner, attempt) => {
      expect(orderFor(learner, attempt).sort()).toEqual([0, 1, 2, 3])
      expect(new Set(idsFor(learner, attempt)).size).toBe(4)
    }),
  )
})

test('a learner sees the same order again, in another attempt too', () => {
  expect(orderFor('amina')).toEqual(orderFor('amina'))
  expect(orderFor('amina', 2)).toEqual(orderFor('amina', 1))
})

test('the name of an option is another one in every attempt, for every learner and under every secret', () => {
  const names = [...idsFor('amina'), ...idsFor('amina', 2), ...idsFor('oleg')]
  setSecret('options', 'друга тайна')
  names.push(...idsFor('amina'))
  openAcademy()
  expect(new Set(names).size).toBe(16)
  expect(idsFor('amina')).toEqual(names.slice(0, 4))
})

test('a name is made of letters that fit an address and a form, and no option has a number', () => {
  for (const id of learners.flatMap(learner => idsFor(learner))) expect(id).toMatch(/^[\w-]{12}$/)
})

test('the place of an option tells nothing: over many learners each comes first about equally often', () => {
  const first = learners.map(learner => orderFor(learner)[0])
  for (const option of [0, 1, 2, 3]) {
    const times = first.filter(shown => shown === option).length
    // 50 expected of 200; the learners are fixed, so that this is one computation and not a throw of dice.
    expect(times).toBeGreaterThan(30)
    expect(times).toBeLessThan(70)
  }
})

test('choices whose order has a meaning stay as they were written', () => {
  const ordered = { ...question, shuffle: false }
  for (const learner of learners)
    expect(keyOptions(ordered, scopeOf(learner)).options.map(({ option }) => option)).toEqual([0, 1, 2, 3])
})

test('what is to be ordered or matched is mixed without being told to', () => {
  for (const kind of ['order', 'match'] as const) {
    const mixed = { ...question, shuffle: false, kind }
    const orders = learners.map(learner => keyOptions(mixed, scopeOf(learner)).options.map(o => o.option))
    expect(new Set(orders.map(String)).size).toBeGreaterThan(10)
  }
})

test('a gap with choices names them for itself, and a gap to type in names nothing', () => {
  const text = {
    ...question.texts.bg,
    blanks: [{ kind: 'text' as const }, { kind: 'choice' as const, options: ['TCP', 'UDP', 'ICMP'] }],
  }
  const { blanks } = keyOptions({ ...question, texts: { bg: text, en: text } }, scopeOf('amina'))
  expect(blanks.map(choices => choices.map(({ option }) => option).sort())).toEqual([[], [0, 1, 2]])
})

test('a question without options offers none', () => {
  expect(keyOptions(placeOf('q-bits').question, scopeOf('amina'))).toEqual({ options: [], blanks: [] })
})
