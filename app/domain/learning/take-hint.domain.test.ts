import { afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import {
  answer,
  catalogueOf,
  courseWith,
  createAmina,
  createOleg,
  openAcademy,
  placeOf,
  shownOptions,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { openLesson } from './open-lesson.server.ts'
import { takeHint } from './take-hint.server.ts'

const course = courseWith('q-strong', { hints: 1, attempts: 1 })
const { lesson, question } = placeOf('q-strong', course)
const HINT = 'q-strong/hint/0'

async function ask(userId: string, number: number): Promise<void> {
  await takeHint({ userId, course, lesson, question, number })
}

async function open(userId: string) {
  const catalogue = catalogueOf(course)
  const { questions, html } = await openLesson({
    catalogue,
    course,
    lesson,
    language: 'bg',
    userId,
    record: false,
  })
  return { view: questions[0], html }
}

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('a hint', () => {
  test('is sent when it was asked for, and not before', async () => {
    const { id } = await createAmina()
    const before = await open(id)
    expect(before.view).toMatchObject({ hintsTaken: 0, hintsLeft: 1 })
    expect(JSON.stringify(before)).not.toContain('подсказка')
    await ask(id, 1)
    const after = await open(id)
    expect(after.view).toMatchObject({ state: 'open', hintsTaken: 1, hintsLeft: 0, marks: null, score: null })
    expect(after.html[HINT]).toBe('<p>тайна-подсказка-q-strong-bg</p>')
  })

  test('asked for again and again, and twenty times at once, is taken once', async () => {
    const { id } = await createAmina()
    await Promise.all(Array.from({ length: 20 }, () => ask(id, 1)))
    await ask(id, 1)
    expect((await open(id)).view).toMatchObject({ hintsTaken: 1 })
  })

  test('that the question does not have opens nothing', async () => {
    const { id } = await createAmina()
    for (const number of [0, -1, 2, 99]) await ask(id, number)
    expect((await open(id)).view).toMatchObject({ hintsTaken: 0, hintsLeft: 1 })
  })

  test('of two is not opened before the first', async () => {
    const { id } = await createAmina()
    const two = courseWith('q-strong', { hints: 2 })
    const place = placeOf('q-strong', two)
    await takeHint({ userId: id, ...place, number: 2 })
    expect((await open(id)).view).toMatchObject({ hintsTaken: 0 })
    for (const number of [1, 2]) await takeHint({ userId: id, ...place, number })
    expect((await open(id)).view).toMatchObject({ hintsTaken: 2 })
  })

  test('before the first answer leaves the first score to that answer', async () => {
    const { id } = await createAmina()
    await ask(id, 1)
    await answer(id, 'q-strong')
    expect((await open(id)).view).toMatchObject({ state: 'passed', hintsTaken: 1 })
  })

  test('does not lengthen the rest of a question', async () => {
    const { id } = await createAmina()
    const noon = new Date('2026-11-22T12:00:00.000Z')
    setClock(() => noon)
    await answer(id, 'q-strong', { course, values: shownOptions(id, 'q-strong', [0]) })
    setClock(() => new Date('2026-11-22T20:00:00.000Z'))
    await ask(id, 1)
    expect((await open(id)).view).toMatchObject({ state: 'resting', restsUntil: '2026-11-23T12:00:00.000Z' })
  })

  test('of one learner is shown to nobody else', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await ask(amina.id, 1)
    expect(JSON.stringify(await open(oleg.id))).not.toContain('подсказка')
  })
})
