import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { answerEverything, answerRightly, examCatalogue, examCourse, inExam } from '#tests/exam-factory.ts'
import { createAmina, createOleg, openAcademy } from '#tests/factories.ts'
import { startProcess } from '#tests/setup/other-process.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { readStanding } from '../learner-progress.server.ts'
import { type ExamPlace, readAttempts } from './attempts.server.ts'
import { beginExam } from './begin-exam.server.ts'
import { closeOverdueExams, handIn } from './close-exam.server.ts'
import { openSitting } from './open-sitting.server.ts'
import { viewExam } from './view-exam.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const later = (minutes: number, seconds = 0, from = noon) =>
  new Date(from.getTime() + minutes * 60_000 + seconds * 1_000)

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('an exam whose time is over', context => {
  const attempts = () => context.database().prisma.examAttempt.findMany({ orderBy: { number: 'asc' } })
  const completedAt = async ({ userId, course }: ExamPlace) =>
    (await readStanding(userId, course)).enrolment?.completedAt

  test('is closed by the first read behind the grace, at the time of its deadline', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    const open = () => openSitting({ ...place, language: 'bg', number: 1, page: null })
    setClock(() => later(10, 5))
    expect((await open())?.view.kind).toBe('sitting')
    setClock(() => later(10, 6))
    expect((await open())?.view).toMatchObject({ kind: 'result', attempt: { byClock: true, percent: 100 } })
    expect(await attempts()).toMatchObject([{ handedInAt: later(10), handedInBy: 'clock', passed: true }])
    expect(await completedAt(place)).toEqual(later(10, 6))
  })

  test('is closed by a look at the page of the exam too', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    setClock(() => later(60))
    expect(await viewExam(place, 'bg')).toMatchObject({
      rows: [{ byClock: true, percent: 0 }],
      turn: { ok: true, number: 2 },
    })
  })

  test('counts the hours until the next attempt from its deadline, however late it was closed', async () => {
    const { id } = await createAmina()
    const place = await inExam(id, examCourse({ assessment: { cooldownHours: 24 } }))
    setClock(() => later(24 * 60 + 10))
    expect(await beginExam(place, 2)).toEqual({ ok: true, number: 2 })
    expect(await attempts()).toMatchObject([{ handedInAt: later(10) }, { startedAt: later(24 * 60 + 10) }])
  })

  test('handed in by the learner in the grace is handed in by the clock', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    setClock(() => later(10, 2))
    await handIn(place, 1)
    expect(await attempts()).toMatchObject([{ handedInAt: later(10), handedInBy: 'clock' }])
  })

  test('stands still for nobody: a clock that is a day ahead closes it, one that is behind gives it back nothing', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerRightly(place, 'x-number')
    setClock(() => later(24 * 60))
    await readAttempts(place)
    const closed = await attempts()
    setClock(() => later(-24 * 60))
    expect(await answerRightly(place, 'x-text')).toEqual({ ok: false, reason: 'closed' })
    expect(await attempts()).toEqual(closed)
  })

  test('lasts its minutes over the end of summer time', async () => {
    // In Sofia 25 October 2026 has 03:30 twice: at 00:30 and at 01:30 UTC.
    const begin = new Date('2026-10-25T00:55:00.000Z')
    setClock(() => begin)
    const { id } = await createAmina()
    const place = await inExam(id)
    setClock(() => later(9, 59, begin))
    expect(await answerRightly(place, 'x-number')).toMatchObject({ ok: true })
    setClock(() => later(10, 6, begin))
    expect(await answerRightly(place, 'x-text')).toEqual({ ok: false, reason: 'closed' })
  })
})

describeOnBothDatabases('the sweep of exams', context => {
  const attempts = () => context.database().prisma.examAttempt.findMany({ orderBy: { userId: 'asc' } })

  test('closes what nobody comes back to, grades it and completes the course, without any read', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    setClock(() => later(10, 5))
    expect(await closeOverdueExams(place.catalogue)).toBe(0)
    setClock(() => later(10, 6))
    expect(await closeOverdueExams(place.catalogue)).toBe(1)
    expect(await attempts()).toMatchObject([{ handedInBy: 'clock', score: 1000, passed: true }])
    const enrolments = await context.database().prisma.enrolment.findMany({ orderBy: { userId: 'asc' } })
    expect(enrolments).toMatchObject([{ completedAt: later(10, 6) }])
    expect(await closeOverdueExams(place.catalogue)).toBe(0)
  })

  test('leaves those alone who still have time, extra time included', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    await context.database().prisma.user.update({ where: { id: amina.id }, data: { extraTimePercent: 100 } })
    await inExam(amina.id)
    const place = await inExam(oleg.id)
    setClock(() => later(11))
    expect(await closeOverdueExams(place.catalogue)).toBe(1)
    const open = (await attempts()).filter(attempt => attempt.handedInAt === null)
    expect(open).toMatchObject([{ userId: amina.id }])
  })

  test('waits with an exam that cannot be read, and grades it when it can be again', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    setClock(() => later(60))
    const broken = examCatalogue(place.course)
    const without = { ...broken, courses: broken.courses.map(course => ({ ...course, exam: null })) }
    expect(await closeOverdueExams(without)).toBe(0)
    expect(await attempts()).toMatchObject([{ handedInAt: null }])
    await closeOverdueExams(place.catalogue)
    expect(await attempts()).toMatchObject([{ score: 1000, handedInAt: later(10) }])
  })

  test('by ten at once, and with the learner among them, grades once', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    setClock(() => later(60))
    const sweeps = Array.from({ length: 10 }, () => closeOverdueExams(place.catalogue))
    await Promise.all([...sweeps, handIn(place, 1), readAttempts(place)])
    expect(await attempts()).toMatchObject([{ score: 1000, handedInBy: 'clock', handedInAt: later(10) }])
  })

  test('by two processes at once closes everything once', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    for (const { id } of [amina, oleg]) await answerEverything(await inExam(id))
    const script = `
      import { connectDatabase, database } from './app/platform/db.server.ts'
      import { closeOverdueExams } from './app/domain/learning/exam/close-exam.server.ts'
      import { examCatalogue, examCourse } from './tests/exam-factory.ts'
      import { setClock } from './app/platform/clock.ts'
      await connectDatabase(process.argv[1])
      setClock(() => new Date('2026-11-22T13:00:00.000Z'))
      const catalogue = examCatalogue(examCourse())
      console.log('ready')
      for await (const go of process.stdin) break
      await closeOverdueExams(catalogue)
      await database().close()
      process.stdin.destroy()
    `
    const processes = [startProcess(script, context.url()), startProcess(script, context.url())]
    for (const one of processes) expect(await one.nextLine()).toBe('ready')
    for (const one of processes) one.send('go')
    for (const one of processes) await one.ended()
    for (const attempt of await attempts())
      expect(attempt).toMatchObject({ score: 1000, passed: true, handedInBy: 'clock', handedInAt: later(10) })
    expect(await context.database().prisma.enrolment.count({ where: { completedAt: null } })).toBe(0)
  }, 60_000)
})
