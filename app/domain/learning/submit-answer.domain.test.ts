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
  rightValues,
  sampleCourse,
  shownOptions,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { openLesson } from './open-lesson.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const later = new Date('2026-11-23T12:00:00.000Z')

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('answering a question', context => {
  const order = [{ userId: 'asc' as const }, { blockId: 'asc' as const }]
  const attempts = () =>
    context.database().prisma.attempt.findMany({ orderBy: [...order, { number: 'asc' }] })
  const blocks = () => context.database().prisma.blockProgress.findMany({ orderBy: order })
  const everything = async () => [await attempts(), await blocks()]

  test('wrongly and then rightly keeps both attempts, the first score and the best one', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    expect(await answer(id, 'q-strong', { values: shownOptions(id, 'q-strong', [0]) })).toEqual({ ok: true })
    setClock(() => later)
    expect(await answer(id, 'q-strong', { attempt: 2, language: 'en' })).toEqual({ ok: true })

    const place = { userId: id, courseId: 'sample', lessonId: 'passwords', blockId: 'q-strong' }
    expect(await attempts()).toMatchObject([
      {
        ...place,
        number: 1,
        language: 'bg',
        answer: '{"kind":"single","option":0}',
        score: 0,
        answeredAt: noon,
      },
      {
        ...place,
        number: 2,
        language: 'en',
        answer: '{"kind":"single","option":1}',
        score: 1000,
        answeredAt: later,
      },
    ])
    expect(await blocks()).toEqual([
      {
        ...place,
        attempts: 2,
        firstScore: 0,
        bestScore: 1000,
        lastAnswer: '{"kind":"single","option":1}',
        passedAt: later,
        hintsTaken: 0,
        updatedAt: later,
      },
    ])
  })

  test('enrols whoever was not enrolled', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-bits')
    expect(await context.database().prisma.enrolment.findMany({ orderBy: { userId: 'asc' } })).toMatchObject([
      { userId: id, courseId: 'sample', edition: 1, completedAt: null },
    ])
  })

  test('worse than before keeps the best score and shows the last answer', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-factors', { values: shownOptions(id, 'q-factors', [0, 2]) })
    await answer(id, 'q-factors', { values: shownOptions(id, 'q-factors', [1], 2), attempt: 2 })
    expect(await blocks()).toMatchObject([
      {
        attempts: 2,
        firstScore: 666,
        bestScore: 666,
        lastAnswer: '{"kind":"multiple","options":[1]}',
        passedAt: null,
      },
    ])
  })

  test('with everything ticked earns nothing, though most of it is right', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-factors', { values: shownOptions(id, 'q-factors', [0, 1, 2, 3]) })
    expect(await blocks()).toMatchObject([{ bestScore: 0, passedAt: null }])
  })

  test('twice in the same attempt counts once, whatever the second one says', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-bits', { values: ['5'] })
    const before = await everything()
    expect(await answer(id, 'q-bits', { values: ['37,6'] })).toEqual({ ok: true })
    expect(await everything()).toEqual(before)
  })

  test('in an attempt that comes late changes nothing', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-bits', { values: ['5'] })
    await answer(id, 'q-bits', { values: ['6'], attempt: 2 })
    const before = await everything()
    await answer(id, 'q-bits', { attempt: 1 })
    await answer(id, 'q-bits', { attempt: 2 })
    expect(await everything()).toEqual(before)
  })

  test('in an attempt ahead of its turn is refused, because no page of ours has asked for it', async () => {
    const { id } = await createAmina()
    for (const attempt of [2, 999_999])
      expect(await answer(id, 'q-bits', { attempt })).toEqual({ ok: false, reason: 'foreign' })
    expect(await everything()).toEqual([[], []])
  })

  test('with the option ids of an earlier attempt or of somebody else is refused', async () => {
    const { id } = await createAmina()
    const oleg = await createOleg()
    const foreign = { ok: false, reason: 'foreign' }
    expect(await answer(id, 'q-strong', { values: rightValues(oleg.id, 'q-strong') })).toEqual(foreign)
    await answer(id, 'q-strong', { values: shownOptions(id, 'q-strong', [0]) })
    const stale = { values: rightValues(id, 'q-strong', 1), attempt: 2 }
    expect(await answer(id, 'q-strong', stale)).toEqual(foreign)
    expect(await answer(id, 'q-strong', { attempt: 2 })).toEqual({ ok: true })
  })

  test('after it is passed changes nothing, right or wrong', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-telnet')
    const before = await everything()
    setClock(() => later)
    for (const values of [['telnet'], rightValues(id, 'q-telnet')]) {
      for (const attempt of [1, 2, 3]) await answer(id, 'q-telnet', { values, attempt })
    }
    expect(await everything()).toEqual(before)
  })

  test('twenty times at once in the same attempt leaves one attempt', async () => {
    const { id } = await createAmina()
    const submissions = Array.from({ length: 20 }, (_, index) =>
      answer(id, 'q-bits', { values: [`${100 + index}`] }),
    )
    expect(await Promise.all(submissions)).toEqual(submissions.map(() => ({ ok: true })))
    const [kept, ...others] = await attempts()
    expect(others).toEqual([])
    expect(await blocks()).toMatchObject([{ attempts: 1, lastAnswer: kept?.answer }])
  })

  test('from two pages at once, one right and one wrong, keeps one of them whole', async () => {
    const { id } = await createAmina()
    await Promise.all([answer(id, 'q-bits', { values: ['5'] }), answer(id, 'q-bits')])
    const [kept, ...others] = await attempts()
    expect(others).toEqual([])
    const [block] = await blocks()
    expect(block).toMatchObject({ attempts: 1, lastAnswer: kept?.answer, bestScore: kept?.score })
    expect(block?.passedAt !== null).toBe(kept?.score === 1000)
  })

  test('at once with all the others loses none of them, also for whoever was not enrolled', async () => {
    const { id } = await createAmina()
    const questions = sampleCourse.lessons.flatMap(lesson => lesson.questions.map(question => question.id))
    await Promise.all(questions.map(question => answer(id, question)))
    expect((await blocks()).map(({ blockId, passedAt }) => [blockId, passedAt !== null])).toEqual(
      questions.sort().map(question => [question, true]),
    )
    expect(await attempts()).toHaveLength(4)
  })

  test.each([
    ['q-strong', [], 'missing'],
    ['q-strong', ['3'], 'foreign'],
    ['q-strong', ['0', '1'], 'foreign'],
    ['q-factors', ['__proto__'], 'foreign'],
    ['q-bits', ['много'], 'not-a-number'],
    ['q-bits', ['1e999'], 'not-a-number'],
    ['q-telnet', [' '], 'missing'],
    ['q-telnet', ['а'.repeat(501)], 'too-long'],
  ])('%s with %j keeps nothing and enrols nobody: %s', async (question, values, reason) => {
    const { id } = await createAmina()
    expect(await answer(id, question, { values })).toEqual({ ok: false, reason })
    expect(await everything()).toEqual([[], []])
    expect(await context.database().prisma.enrolment.count()).toBe(0)
  })

  test('and then switching the language keeps the answer and its mark', async () => {
    const { id } = await createAmina()
    await answer(id, 'q-strong', { language: 'bg' })
    const catalogue = catalogueOf()
    const { course, lesson } = placeOf('q-strong')
    const open = (language: 'bg' | 'en') =>
      openLesson({ catalogue, course, lesson, language, userId: id, record: false })
    const [inBulgarian, inEnglish] = [await open('bg'), await open('en')]
    expect(inEnglish.questions).toEqual(inBulgarian.questions)
    expect(inEnglish.questions[0]).toMatchObject({ id: 'q-strong', state: 'passed' })
    expect(inEnglish.lesson).toEqual(inBulgarian.lesson)
  })

  test('never touches what somebody else has reached', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await answer(amina.id, 'q-bits', { values: ['5'] })
    await answer(oleg.id, 'q-bits')
    const own = (await blocks()).filter(({ userId }) => userId === amina.id)
    expect(own).toMatchObject([{ attempts: 1, bestScore: 0, passedAt: null }])
  })
})

describeOnBothDatabases('a question with two attempts', context => {
  const limited = courseWith('q-strong', { attempts: 2 })
  const wrong = (id: string, attempt: number) =>
    answer(id, 'q-strong', { course: limited, values: shownOptions(id, 'q-strong', [0], attempt), attempt })
  const right = (id: string, attempt: number) => answer(id, 'q-strong', { course: limited, attempt })
  const made = () => context.database().prisma.attempt.count()

  const open = async (userId: string) => {
    const { course, lesson } = placeOf('q-strong', limited)
    const catalogue = catalogueOf(limited)
    const opened = await openLesson({ catalogue, course, lesson, language: 'bg', userId, record: false })
    return { view: opened.questions[0], html: opened.html }
  }

  test('rests for a day when both are used up, and can then be answered again', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    await wrong(id, 1)
    await wrong(id, 2)
    setClock(() => new Date(later.getTime() - 1))
    expect(await right(id, 3)).toEqual({ ok: false, reason: 'resting' })
    expect(await made()).toBe(2)
    setClock(() => later)
    expect(await right(id, 3)).toEqual({ ok: true })
    expect((await open(id)).view).toMatchObject({ state: 'passed', attemptsLeft: null })
  })

  test('keeps the right answer and the explanation to itself until both are used up', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    expect((await open(id)).view).toMatchObject({ state: 'open', attemptsLeft: 2 })
    await wrong(id, 1)
    const once = await open(id)
    expect(once.view).toMatchObject({ state: 'failed', attemptsLeft: 1, hasExplanation: false })
    expect(once.view?.marks?.map(({ right }) => right).sort()).toEqual([false, null, null])
    expect(JSON.stringify(once)).not.toContain('обяснение')
    expect(JSON.stringify(once)).not.toContain('отзив-q-strong-1')
    await wrong(id, 2)
    const twice = await open(id)
    expect(twice.view).toMatchObject({ state: 'resting', attemptsLeft: 0, restsUntil: later.toISOString() })
    expect(twice.view?.marks?.map(({ right }) => right).sort()).toEqual([false, false, true])
    expect(twice.view?.hasExplanation).toBe(true)
  })

  test('takes no more than two from twenty requests at once, whatever numbers they carry', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    await Promise.all(Array.from({ length: 20 }, (_, index) => wrong(id, (index % 5) + 1)))
    await Promise.all(Array.from({ length: 20 }, (_, index) => wrong(id, (index % 5) + 1)))
    await Promise.all(Array.from({ length: 20 }, (_, index) => wrong(id, (index % 5) + 1)))
    expect(await made()).toBe(2)
    expect((await open(id)).view).toMatchObject({ state: 'resting' })
  })
})
