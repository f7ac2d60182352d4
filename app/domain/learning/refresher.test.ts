import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Course, Question } from '#app/domain/courses/course.ts'
import { type KeptAttempt, measureExamRefresher, measureRefresher, standingInRefresher } from './refresher.ts'

const since = new Date('2027-08-24T12:00:00.000Z')
const after = (minutes: number) => new Date(since.getTime() + minutes * 60_000)

const question = (id: string, points: number) => ({ id, points }) as Question
const lesson = (id: string, questions: Question[]) => ({ id, questions }) as Course['lessons'][number]

const course = {
  lessons: [
    lesson('one', [question('a', 2), question('b', 1)]),
    lesson('reading', []),
    lesson('two', [question('c', 1)]),
  ],
  assessment: { passPercent: 70 } as Course['assessment'],
  brokenLessons: 0,
}

let numbers = 0
function attempt(blockId: string, score: number, answeredAt = after(1), number?: number): KeptAttempt {
  numbers += 1
  return { lessonId: blockId === 'c' ? 'two' : 'one', blockId, number: number ?? numbers, score, answeredAt }
}

const all = [attempt('a', 1_000), attempt('b', 1_000), attempt('c', 1_000)]

test('is done when every question was answered again with the points needed', () => {
  expect(measureRefresher(course, all, since)).toEqual({
    done: true,
    resultPercent: 100,
    firstAttemptPercent: 100,
    lessons: [
      { lessonId: 'one', questions: 2, answered: 2 },
      { lessonId: 'two', questions: 1, answered: 1 },
    ],
  })
})

test('is not done while a question is left, however many points there are', () => {
  const begun = measureRefresher(course, all.slice(0, 2), since)
  expect(begun).toMatchObject({ done: false, resultPercent: 75 })
  expect(begun.lessons[1]).toEqual({ lessonId: 'two', questions: 1, answered: 0 })
})

test('is not done with fewer points, and done with just enough', () => {
  const with1000ths = (score: number) => [attempt('a', score), ...all.slice(1)]
  expect(measureRefresher(course, with1000ths(399), since)).toMatchObject({ done: false, resultPercent: 69 })
  expect(measureRefresher(course, with1000ths(400), since)).toMatchObject({ done: true, resultPercent: 70 })
})

test('counts nothing from before, or from the very instant in which it began', () => {
  const early = all.map(one => ({ ...one, answeredAt: since }))
  expect(measureRefresher(course, early, since)).toMatchObject({ done: false, resultPercent: 0 })
})

test('tells the first attempt of the refresher from the best one, whatever the order of reading', () => {
  const attempts = [
    attempt('a', 1_000, after(3), 12),
    attempt('a', 0, after(2), 11),
    attempt('a', 1_000, after(-1), 10),
    ...all.slice(1),
  ]
  for (const order of [attempts, attempts.toReversed()]) {
    expect(measureRefresher(course, order, since)).toMatchObject({
      done: true,
      resultPercent: 100,
      firstAttemptPercent: 50,
    })
  }
})

test('is done by nobody while a lesson is left out, or where nothing is asked', () => {
  expect(measureRefresher({ ...course, brokenLessons: 1 }, all, since).done).toBe(false)
  expect(measureRefresher({ ...course, lessons: [lesson('reading', [])] }, [], since).done).toBe(false)
})

test('passes over attempts at questions that are no more', () => {
  expect(measureRefresher(course, [...all, attempt('gone', 0)], since)).toMatchObject({ resultPercent: 100 })
})

test('never loses by one more attempt', () => {
  const attempts = fc.array(
    fc.record({ block: fc.constantFrom('a', 'b', 'c'), score: fc.integer({ min: 0, max: 1_000 }) }),
  )
  fc.assert(
    fc.property(attempts, drawn => {
      const kept = drawn.map(({ block, score }) => attempt(block, score))
      const before = measureRefresher(course, kept.slice(0, -1), since)
      const now = measureRefresher(course, kept, since)
      expect(now.resultPercent).toBeGreaterThanOrEqual(before.resultPercent)
      expect(now.done || !before.done).toBe(true)
      expect(now.firstAttemptPercent).toBeLessThanOrEqual(now.resultPercent)
    }),
  )
})

test('by exam is done by passing a sitting that was handed in after it began', () => {
  const sitting = (handedInAt: Date | null, score: number | null) => ({
    handedInAt,
    score,
    passed: score === null ? null : score >= 600,
  })
  expect(measureExamRefresher([sitting(after(5), 800), sitting(after(9), 400)], since)).toEqual({
    done: true,
    resultPercent: 80,
  })
  for (const sittings of [[], [sitting(since, 900)], [sitting(null, null)], [sitting(after(5), 500)]])
    expect(measureExamRefresher(sittings, since).done).toBe(false)
})

test('a question that was passed before is asked again, and is passed when it is passed again', () => {
  const passed = { attempts: 1, passedAt: after(-60), updatedAt: after(-60) }
  expect(standingInRefresher(passed, null)).toEqual({ passed: true, answered: true })
  expect(standingInRefresher(passed, since)).toEqual({ passed: false, answered: false })
  const failed = { ...passed, attempts: 2, updatedAt: after(5) }
  expect(standingInRefresher(failed, since)).toEqual({ passed: false, answered: true })
  expect(standingInRefresher({ ...failed, passedAt: after(5) }, since)).toEqual({
    passed: true,
    answered: true,
  })
})
