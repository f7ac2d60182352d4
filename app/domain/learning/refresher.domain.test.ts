import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import {
  catalogueOf,
  completeCourse,
  courseWith,
  createAmina,
  createOleg,
  openAcademy,
  placeOf,
  rightValues,
  SECRET,
  sampleCourse,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { openLesson } from './open-lesson.server.ts'
import { readRefresher } from './refresher.server.ts'
import { submitAnswer } from './submit-answer.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const since = new Date('2027-08-24T12:00:00.000Z')
const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000)

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

function open(userId: string, refreshSince: Date | null, course = sampleCourse) {
  const { lesson } = placeOf('q-strong', course)
  return openLesson({
    catalogue: catalogueOf(course),
    course,
    lesson,
    language: 'bg',
    userId,
    record: false,
    refreshSince,
  })
}

/** Answers rightly, as the page of this attempt would send it. */
function answerAgain(userId: string, attempt: number, course = sampleCourse) {
  const values = rightValues(userId, 'q-strong', attempt, course)
  const place = placeOf('q-strong', course)
  return submitAnswer({ userId, ...place, language: 'bg', values, attempt, refreshSince: since })
}

describeOnBothDatabases('a refresher', context => {
  test('asks what was passed before again, and tells nothing of it until it is answered', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    setClock(() => later(1))
    const passed = await open(amina.id, null)
    expect(passed.questions[0]).toMatchObject({ state: 'passed' })
    expect(JSON.stringify(passed)).toContain(SECRET)

    const asked = await open(amina.id, since)
    expect(asked.questions).toMatchObject([
      { state: 'open', attempt: 2, score: null, marks: null },
      { state: 'open', attempt: 2, score: null, marks: null },
    ])
    expect(JSON.stringify(asked)).not.toContain(SECRET)
    expect(asked.questions.every(({ given }) => given.length === 0)).toBe(true)
    // What was reached stays reached.
    expect(asked).toMatchObject({ courseComplete: true, completeLessons: 2 })
  })

  test('takes an answer once, and is done with a question when it is right again', async () => {
    const amina = await createAmina()
    await completeCourse(amina.id)
    setClock(() => later(1))
    await Promise.all(Array.from({ length: 20 }, () => answerAgain(amina.id, 2)))
    expect((await open(amina.id, since)).questions[0]).toMatchObject({ state: 'passed', attempt: 3 })
    await answerAgain(amina.id, 3)
    const kept = await context.database().prisma.attempt.findMany({
      where: { blockId: 'q-strong' },
      orderBy: { number: 'asc' },
    })
    expect(kept.map(({ number }) => number)).toEqual([1, 2])
  })

  test('begins no sooner and for nobody else: without it a passed question takes no answer', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id)
    await completeCourse(oleg.id)
    setClock(() => later(1))
    await answerAgain(amina.id, 2)
    expect(await readRefresher(amina.id, sampleCourse, since)).toMatchObject({
      kind: 'questions',
      done: false,
      lessons: [
        { lessonId: 'passwords', questions: 2, answered: 1 },
        { lessonId: 'connections', questions: 2, answered: 0 },
      ],
    })
    expect(await readRefresher(oleg.id, sampleCourse, since)).toMatchObject({
      resultPercent: 0,
      lessons: [{ answered: 0 }, { answered: 0 }],
    })
  })

  test('of a question whose attempts are counted gives attempts again', async () => {
    const amina = await createAmina()
    const counted = courseWith('q-strong', { attempts: 1 })
    await completeCourse(amina.id, counted)
    setClock(() => later(1))
    expect((await open(amina.id, since, counted)).questions[0]).toMatchObject({
      state: 'open',
      attemptsLeft: 1,
    })
    expect(await answerAgain(amina.id, 2, counted)).toEqual({ ok: true })
    expect((await open(amina.id, since, counted)).questions[0]).toMatchObject({ state: 'passed' })
  })
})
