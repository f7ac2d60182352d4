import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import {
  answerEverything,
  answerRightly,
  examBank,
  examCatalogue,
  examCourse,
  examValues,
  inExam,
  readyForExam,
} from '#tests/exam-factory.ts'
import { completeCourse, createAmina, createOleg, openAcademy } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { confirmReading } from '../confirm-reading.server.ts'
import { enrol } from '../enrol.server.ts'
import { readStanding } from '../learner-progress.server.ts'
import { type ExamPlace, readAttempt, readAttempts } from './attempts.server.ts'
import { beginExam } from './begin-exam.server.ts'
import { handIn } from './close-exam.server.ts'
import { saveExamAnswer } from './save-exam-answer.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const later = (minutes: number, seconds = 0) => new Date(noon.getTime() + minutes * 60_000 + seconds * 1_000)
const twenty = Array.from({ length: 20 }, (_, index) => index)

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('beginning an exam', context => {
  const attempts = () => context.database().prisma.examAttempt.findMany({ orderBy: { number: 'asc' } })

  test('draws the questions, starts the clock and keeps a place for every answer', async () => {
    const { id } = await createAmina()
    const place = await readyForExam(id)
    expect(await beginExam(place, 1)).toEqual({ ok: true, number: 1 })
    const [attempt, ...others] = await attempts()
    expect(others).toEqual([])
    expect(attempt).toMatchObject({ edition: 1, startedAt: noon, deadlineAt: later(10), handedInAt: null })
    expect(JSON.parse(attempt?.draw ?? '').sort()).toEqual(examBank.map(question => question.id).sort())
    const answers = await context.database().prisma.examAnswer.findMany({ orderBy: { questionId: 'asc' } })
    expect(answers).toHaveLength(examBank.length)
    expect(answers.every(({ answer, score, flagged }) => answer === null && score === null && !flagged)).toBe(
      true,
    )
  })

  test('twenty times at once begins one attempt, and all get it', async () => {
    const { id } = await createAmina()
    const place = await readyForExam(id)
    const results = await Promise.all(twenty.map(() => beginExam(place, 1)))
    expect(results).toEqual(twenty.map(() => ({ ok: true, number: 1 })))
    expect(await attempts()).toHaveLength(1)
    expect(await context.database().prisma.examAnswer.count()).toBe(examBank.length)
  })

  test('is for those who are enrolled and have every lesson behind them', async () => {
    const { id } = await createAmina()
    const course = examCourse()
    const place = { catalogue: examCatalogue(course), course, userId: id }
    expect(await beginExam(place, 1)).toEqual({ ok: false, reason: 'not-enrolled' })
    await enrol(id, course)
    expect(await beginExam(place, 1)).toEqual({ ok: false, reason: 'lessons-missing' })
    for (const lesson of course.lessons) await confirmReading(id, course, lesson)
    expect(await beginExam(place, 1)).toEqual({ ok: false, reason: 'lessons-missing' })
    expect(await attempts()).toEqual([])
  })

  test('with a number that was made up begins nothing', async () => {
    const { id } = await createAmina()
    const place = await readyForExam(id)
    for (const number of [0, 2, -1, 999_999])
      expect(await beginExam(place, number)).toEqual({ ok: false, reason: 'foreign' })
    expect(await attempts()).toEqual([])
  })

  test('gives the extra time that was agreed with the learner, and no one else’s', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    await context.database().prisma.user.update({ where: { id: amina.id }, data: { extraTimePercent: 50 } })
    await inExam(amina.id)
    await inExam(oleg.id)
    const deadlines = new Map((await attempts()).map(({ userId, deadlineAt }) => [userId, deadlineAt]))
    expect(deadlines.get(amina.id)).toEqual(later(15))
    expect(deadlines.get(oleg.id)).toEqual(later(10))
  })

  test('again is possible after the hours between attempts and while attempts are left', async () => {
    const { id } = await createAmina()
    const place = await inExam(id, examCourse({ assessment: { attempts: 2, cooldownHours: 24 } }))
    expect(await beginExam(place, 2)).toEqual({ ok: false, reason: 'open' })
    await handIn(place, 1)
    setClock(() => later(24 * 60 - 1))
    expect(await beginExam(place, 2)).toEqual({ ok: false, reason: 'cooling-down' })
    setClock(() => later(24 * 60))
    const results = await Promise.all(twenty.map(() => beginExam(place, 2)))
    expect(results).toEqual(twenty.map(() => ({ ok: true, number: 2 })))
    await handIn(place, 2)
    setClock(() => later(99 * 24 * 60))
    for (const result of await Promise.all(twenty.map(() => beginExam(place, 3))))
      expect(result).toEqual({ ok: false, reason: 'attempts-used' })
    expect(await attempts()).toHaveLength(2)
  })

  test('the same page sent once more begins no second attempt', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await handIn(place, 1)
    expect(await beginExam(place, 1)).toEqual({ ok: true, number: 1 })
    expect(await attempts()).toHaveLength(1)
  })

  test('after it is passed is over', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    await handIn(place, 1)
    expect(await beginExam(place, 2)).toEqual({ ok: false, reason: 'passed' })
  })

  test('draws fewer questions than the bank has, of every outcome', async () => {
    const { id } = await createAmina()
    await inExam(id, examCourse({ exam: { questions: 3 } }))
    const [attempt] = await attempts()
    const drawn: string[] = JSON.parse(attempt?.draw ?? '[]')
    const outcomes = drawn.map(one => examBank.find(question => question.id === one)?.outcome).sort()
    expect(outcomes).toEqual(['LO1', 'LO1', 'LO2'])
  })
})

describeOnBothDatabases('saving an answer in an exam', context => {
  const answers = () =>
    context.database().prisma.examAnswer.findMany({ orderBy: [{ attemptId: 'asc' }, { questionId: 'asc' }] })
  const stored = async (questionId: string) => (await answers()).find(row => row.questionId === questionId)

  test('of every kind keeps it and judges nothing', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    setClock(() => later(1))
    for (const question of examBank) {
      expect(await answerRightly(place, question.id)).toEqual({
        ok: true,
        answered: true,
        questions: examBank.length,
        deadlineAt: later(10),
      })
    }
    const kept = await answers()
    expect(
      kept.every(({ answer, score, savedAt }) => answer !== null && score === null && +savedAt === +later(1)),
    ).toBe(true)
  })

  test('keeps what is half done, and forgets what is taken back', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    const [left = ''] = await examValues(place, 'x-match')
    const save = (values: string[]) => saveExamAnswer(place, { number: 1, questionId: 'x-match', values })
    expect(await save([left, ''])).toMatchObject({ ok: true, answered: true })
    expect((await stored('x-match'))?.answer).toBe('{"kind":"match","pairs":[1,null]}')
    expect(await save(['', ''])).toMatchObject({ ok: true, answered: false })
    expect((await stored('x-match'))?.answer).toBeNull()
  })

  test('keeps a flag beside it, and the flag stays when a later save does not speak of it', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    const save = (values: string[], flagged?: boolean) =>
      saveExamAnswer(place, {
        number: 1,
        questionId: 'x-number',
        values,
        ...(flagged !== undefined && { flagged }),
      })
    await save([], true)
    expect(await stored('x-number')).toMatchObject({ answer: null, flagged: true })
    await save(['22'])
    expect(await stored('x-number')).toMatchObject({ flagged: true })
    await save(['22'], false)
    expect(await stored('x-number')).toMatchObject({ flagged: false })
  })

  test.each([
    ['x-number', ['много'], 'not-a-number'],
    ['x-text', ['а'.repeat(501)], 'too-long'],
    ['x-single', ['0'], 'foreign'],
    ['x-order', ['0:1'], 'foreign'],
    ['x-nowhere', ['1'], 'foreign'],
  ])('%s refuses %j and keeps the earlier answer', async (questionId, values, reason) => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    const before = await answers()
    expect(await saveExamAnswer(place, { number: 1, questionId, values })).toEqual({ ok: false, reason })
    expect(await answers()).toEqual(before)
  })

  test('refuses ids of another sitting', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    const earlier = await examValues(place, 'x-single')
    await handIn(place, 1)
    await beginExam(place, 2)
    expect(await saveExamAnswer(place, { number: 2, questionId: 'x-single', values: earlier })).toEqual({
      ok: false,
      reason: 'foreign',
    })
  })

  test('twenty times at once, of different questions and the same, loses none', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    const saves = [
      ...examBank.map(question => answerRightly(place, question.id)),
      ...twenty.map(index =>
        saveExamAnswer(place, { number: 1, questionId: 'x-number', values: [String(index)] }),
      ),
    ]
    for (const result of await Promise.all(saves)) expect(result).toMatchObject({ ok: true })
    const kept = await answers()
    expect(kept).toHaveLength(examBank.length)
    expect(kept.every(({ answer }) => answer !== null)).toBe(true)
    await saveExamAnswer(place, { number: 1, questionId: 'x-number', values: ['7'] })
    expect((await stored('x-number'))?.answer).toContain('"typed":"7"')
  })

  test('counts in the few seconds behind the deadline, and not after them', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    setClock(() => later(10, 5))
    expect(await answerRightly(place, 'x-number')).toMatchObject({ ok: true })
    const values = await examValues(place, 'x-text')
    setClock(() => later(10, 6))
    expect(await saveExamAnswer(place, { number: 1, questionId: 'x-text', values })).toEqual({
      ok: false,
      reason: 'closed',
    })
    const read = await readAttempt(place, 1)
    // One point of twelve.
    expect(read?.attempt).toMatchObject({ handedInBy: 'clock', handedInAt: later(10), score: 83 })
    expect(read?.answers.find(answer => answer.questionId === 'x-text')).toMatchObject({
      answer: null,
      score: 0,
    })
  })

  test('after it was handed in keeps nothing', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await handIn(place, 1)
    const before = await answers()
    expect(await answerRightly(place, 'x-single')).toEqual({ ok: false, reason: 'closed' })
    expect(await answers()).toEqual(before)
  })

  test('of another learner is out of reach, by whatever number', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    const hers = await inExam(amina.id)
    const his: ExamPlace = { ...hers, userId: oleg.id }
    const values = await examValues(hers, 'x-single')
    const before = await answers()
    for (const number of [0, 1, 2]) {
      expect(await saveExamAnswer(his, { number, questionId: 'x-single', values, flagged: true })).toEqual({
        ok: false,
        reason: 'missing-attempt',
      })
    }
    expect(await answers()).toEqual(before)
    expect(await readAttempt(his, 1)).toBeNull()
    expect(await readAttempts(his)).toEqual([])
  })

  test('with the ids of another learner’s sitting is refused in one’s own', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    const hers = await inExam(amina.id)
    const his = await inExam(oleg.id)
    const values = await examValues(hers, 'x-single')
    expect(await saveExamAnswer(his, { number: 1, questionId: 'x-single', values })).toMatchObject({
      reason: 'foreign',
    })
  })
})

describeOnBothDatabases('handing an exam in', context => {
  const attempts = () => context.database().prisma.examAttempt.findMany({ orderBy: { number: 'asc' } })
  const completedAt = async ({ userId, course }: ExamPlace) =>
    (await readStanding(userId, course)).enrolment?.completedAt

  test('grades every answer by its points, closes the attempt and completes the course', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    expect(await completedAt(place)).toBeNull()
    setClock(() => later(4))
    expect(await handIn(place, 1)).toBe(true)
    expect(await attempts()).toMatchObject([
      { handedInAt: later(4), handedInBy: 'learner', score: 1000, passed: true },
    ])
    expect(await completedAt(place)).toEqual(later(4))
  })

  test('below the mark is not passed and completes nothing', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerRightly(place, 'x-order')
    await answerRightly(place, 'x-match')
    await answerRightly(place, 'x-blanks')
    await handIn(place, 1)
    // Seven points of twelve.
    expect(await attempts()).toMatchObject([{ score: 583, passed: false }])
    expect(await completedAt(place)).toBeNull()
  })

  test('twenty times at once grades once, at the first time', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    expect(await Promise.all(twenty.map(() => handIn(place, 1)))).toEqual(twenty.map(() => true))
    const before = await attempts()
    setClock(() => later(5))
    await handIn(place, 1)
    setClock(() => later(50))
    await handIn(place, 1)
    await readAttempts(place)
    expect(await attempts()).toEqual(before)
    expect(before).toMatchObject([{ score: 1000, passed: true, handedInBy: 'learner' }])
  })

  test('while answers are coming in grades exactly those that are kept', async () => {
    const { id } = await createAmina()
    const place = await inExam(id, examCourse({ assessment: { passPercent: 100 } }))
    const points = new Map(examBank.map(question => [question.id, question.points]))
    for (const round of [1, 2, 3, 4, 5, 6]) {
      if (round > 1) expect(await beginExam(place, round)).toMatchObject({ ok: true })
      // Each question in turn right and empty, over and over.
      const writers = examBank.map(async ({ id: questionId }) => {
        const values = await examValues(place, questionId, { number: round })
        for (let turn = 0; turn < 12; turn += 1) {
          const given = turn % 2 === 0 ? values : ['']
          await saveExamAnswer(place, { number: round, questionId, values: given })
        }
      })
      // At another point in every round.
      for (let turn = 0; turn < round * 25; turn += 1) await Promise.resolve()
      await Promise.all([handIn(place, round), handIn(place, round), ...writers])
      const read = await readAttempt(place, round)
      let earned = 0
      for (const { questionId, answer, score } of read?.answers ?? []) {
        // What is right earns everything and what is empty nothing: the score of another answer would show.
        expect(score, questionId).toBe(answer === null ? 0 : 1000)
        earned += (points.get(questionId) ?? 0) * (score ?? 0)
      }
      expect(read?.attempt.score).toBe(Math.floor(earned / 12))
    }
  })

  test('that a crash kept from completing the course completes it when it is repeated', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    await handIn(place, 1)
    await context.database().prisma.enrolment.updateMany({ data: { completedAt: null } })
    setClock(() => later(7))
    await handIn(place, 1)
    expect(await completedAt(place)).toEqual(later(7))
  })

  test('of another learner is out of reach', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    const hers = await inExam(amina.id)
    expect(await handIn({ ...hers, userId: oleg.id }, 1)).toBe(false)
    expect(await attempts()).toMatchObject([{ userId: amina.id, handedInAt: null }])
  })

  test('counts a question that has left the bank for nobody, and asks it of nobody', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerRightly(place, 'x-match')
    await answerRightly(place, 'x-blanks')
    const bank = examBank.filter(question => question.outcome === 'LO2')
    const course = examCourse({ exam: { bank, questions: 2 } })
    await handIn({ ...place, course, catalogue: examCatalogue(course) }, 1)
    expect(await attempts()).toMatchObject([{ score: 1000, passed: true }])
  })

  test('is the same for a process that was started anew in between', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    const course = examCourse()
    const restarted: ExamPlace = { catalogue: examCatalogue(course), course, userId: id }
    expect((await readAttempt(restarted, 1))?.answers.every(({ answer }) => answer !== null)).toBe(true)
    expect(await answerRightly(restarted, 'x-single')).toMatchObject({ ok: true })
    await handIn(restarted, 1)
    expect(await attempts()).toMatchObject([{ score: 1000, passed: true }])
  })

  test('does not touch what the lessons know: their answers stay as they are', async () => {
    const { id } = await createAmina()
    const place = await readyForExam(id)
    const blocks = () => context.database().prisma.blockProgress.findMany({ orderBy: { blockId: 'asc' } })
    const before = await blocks()
    await beginExam(place, 1)
    await answerEverything(place)
    await handIn(place, 1)
    expect(await blocks()).toEqual(before)
    await completeCourse(id, place.course)
    expect(await attempts()).toHaveLength(1)
  })
})
