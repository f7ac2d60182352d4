import { afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import {
  answer,
  catalogueOf,
  completeCourse,
  createAmina,
  createOleg,
  openAcademy,
  placeOf,
  sampleCourse,
  shownOptions,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { confirmReading } from './confirm-reading.server.ts'
import { enrol } from './enrol.server.ts'
import { openLesson } from './open-lesson.server.ts'

const catalogue = catalogueOf()
const noon = new Date('2026-11-22T12:00:00.000Z')

function setMinute(minute: number): Date {
  const at = new Date(noon.getTime() + minute * 60_000)
  setClock(() => at)
  return at
}

function open(userId: string | null, questionId = 'q-strong', record = true) {
  const { course, lesson } = placeOf(questionId)
  return openLesson({ catalogue, course, lesson, language: 'bg', userId, record })
}

/** What answers and hints have opened, apart from what everybody sees. */
function opened(html: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(html).filter(([key]) => /\/(feedback|explanation|hint)/.test(key)))
}

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('opening a lesson', context => {
  const enrolments = () => context.database().prisma.enrolment.findMany({ orderBy: { userId: 'asc' } })

  async function bookmark(userId: string) {
    const row = (await enrolments()).find(enrolment => enrolment.userId === userId)
    return { lesson: row?.lastLessonId, at: row?.lastViewedAt }
  }

  test('without an account shows everything open and keeps nothing', async () => {
    const read = await open(null)
    expect(read).toMatchObject({
      enrolled: false,
      completeLessons: 0,
      courseComplete: false,
      outline: [
        { id: 'passwords', title: 'Урок passwords (bg)', state: 'new' },
        { id: 'connections', title: 'Урок connections (bg)', state: 'new' },
      ],
      lesson: {
        lessonId: 'passwords',
        state: 'new',
        passedQuestions: 0,
        questions: 2,
        readingConfirmed: false,
      },
      questions: [
        { id: 'q-strong', state: 'open', attempt: 1, marks: null },
        { id: 'q-factors', state: 'open', attempt: 1, marks: null },
      ],
    })
    expect(opened(read.html)).toEqual({})
    expect(await enrolments()).toEqual([])
  })

  test('enrols nobody', async () => {
    const { id } = await createAmina()
    expect((await open(id)).enrolled).toBe(false)
    expect(await enrolments()).toEqual([])
  })

  test('moves the bookmark of whoever is enrolled, and of nobody else', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await enrol(amina.id, sampleCourse)
    await enrol(oleg.id, sampleCourse)
    const at = setMinute(0)
    await open(amina.id, 'q-bits')
    expect(await bookmark(amina.id)).toEqual({ lesson: 'connections', at })
    expect(await bookmark(oleg.id)).toEqual({ lesson: null, at: null })
  })

  test('ahead of a click moves no bookmark', async () => {
    const { id } = await createAmina()
    await enrol(id, sampleCourse)
    await open(id, 'q-bits', false)
    expect(await bookmark(id)).toEqual({ lesson: null, at: null })
  })

  test('again within five minutes writes nothing, and after five minutes moves the bookmark', async () => {
    const { id } = await createAmina()
    await enrol(id, sampleCourse)
    const first = setMinute(0)
    await open(id)
    setMinute(4.99)
    await open(id)
    expect(await bookmark(id)).toEqual({ lesson: 'passwords', at: first })
    const second = setMinute(5)
    await open(id)
    expect(await bookmark(id)).toEqual({ lesson: 'passwords', at: second })
  })

  test('other than the last one moves the bookmark at once', async () => {
    const { id } = await createAmina()
    await enrol(id, sampleCourse)
    setMinute(0)
    await open(id, 'q-strong')
    const at = setMinute(1)
    await open(id, 'q-bits')
    expect(await bookmark(id)).toEqual({ lesson: 'connections', at })
  })

  test('shows what was reached in it and in the others', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-strong')
    await answer(id, 'q-factors')
    await confirmReading(id, sampleCourse, placeOf('q-strong').lesson)
    await answer(id, 'q-bits', { values: ['5'] })
    expect(await open(id, 'q-bits')).toMatchObject({
      enrolled: true,
      completeLessons: 1,
      courseComplete: false,
      outline: [{ state: 'complete' }, { state: 'started' }],
      lesson: { lessonId: 'connections', state: 'started', passedQuestions: 0 },
      questions: [
        { id: 'q-bits', state: 'failed', attempt: 2, given: ['5'], rightTexts: ['тайна-число-bg'] },
        { id: 'q-telnet', state: 'open', attempt: 1, given: [], rightTexts: null },
      ],
    })
    await answer(id, 'q-telnet')
    await confirmReading(id, sampleCourse, placeOf('q-bits').lesson)
    await answer(id, 'q-bits', { attempt: 2 })
    expect(await open(id, 'q-bits')).toMatchObject({ completeLessons: 2, courseComplete: true })
  })

  test('after a wrong answer explains the chosen option and the right one, and keeps the rest to itself', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-strong', { values: shownOptions(id, 'q-strong', [0]) })
    const { questions, html } = await open(id)
    const shown = shownOptions(id, 'q-strong', [0, 1, 2], 2).map(option =>
      questions[0]?.options.findIndex(entry => entry.id === option),
    )
    const [wrong, right, other] = shown
    const marks = questions[0]?.marks ?? []
    expect(marks[wrong ?? -1]).toEqual({ chosen: true, right: false })
    expect(marks[right ?? -1]).toEqual({ chosen: false, right: true })
    expect(marks[other ?? -1]).toEqual({ chosen: false, right: false })
    expect(opened(html)).toEqual({
      'q-strong/explanation': '<p>тайна-обяснение-q-strong-bg</p>',
      [`q-strong/feedback/${wrong}`]: '<p>тайна-отзив-q-strong-0-bg</p>',
      [`q-strong/feedback/${right}`]: '<p>тайна-отзив-q-strong-1-bg</p>',
    })
  })

  test('shows nothing of what somebody else answered', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id)
    expect(await open(oleg.id)).toMatchObject({
      enrolled: false,
      completeLessons: 0,
      questions: [{ state: 'open' }, { state: 'open' }],
    })
    expect(opened((await open(oleg.id)).html)).toEqual({})
  })

  test('whose course is no longer served leaves its questions out', async () => {
    const { course, lesson } = placeOf('q-strong')
    const elsewhere = catalogueOf({ ...sampleCourse, id: 'other' })
    const opened = await openLesson({
      catalogue: elsewhere,
      course,
      lesson,
      language: 'bg',
      userId: null,
      record: true,
    })
    expect(opened.questions).toEqual([])
  })
})
