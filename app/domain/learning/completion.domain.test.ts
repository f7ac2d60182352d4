import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Course } from '#app/domain/courses/course.ts'
import { setClock } from '#app/platform/clock.ts'
import {
  answer,
  completeCourse,
  createAmina,
  createOleg,
  openAcademy,
  sampleCourse,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { confirmReading } from './confirm-reading.server.ts'
import { noStanding, readStanding, settleProgress } from './learner-progress.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const later = new Date('2026-11-23T12:00:00.000Z')

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

/** The sample course as it was before its last question was added. */
const smaller: Course = {
  ...sampleCourse,
  lessons: sampleCourse.lessons.map(lesson => ({
    ...lesson,
    questions: lesson.questions.filter(({ id }) => id !== 'q-telnet'),
  })),
}

function lessonOf(id: string) {
  const found = sampleCourse.lessons.find(lesson => lesson.id === id)
  if (found === undefined) throw new Error(`There is no lesson ${id}`)
  return found
}

async function completedAt(userId: string): Promise<Date | null | undefined> {
  return (await readStanding(userId, sampleCourse)).enrolment?.completedAt
}

describeOnBothDatabases('confirming that a lesson was read', context => {
  const readings = () => context.database().prisma.blockProgress.findMany({ orderBy: { userId: 'asc' } })

  test('is kept once, with the time of the first word', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    await confirmReading(id, sampleCourse, lessonOf('passwords'))
    setClock(() => later)
    await confirmReading(id, sampleCourse, lessonOf('passwords'))
    expect(await readings()).toMatchObject([
      { userId: id, lessonId: 'passwords', blockId: '~reading', passedAt: noon, updatedAt: noon },
    ])
  })

  test('twenty times at once is kept once, and enrols', async () => {
    const { id } = await createAmina()
    const lesson = lessonOf('passwords')
    await Promise.all(Array.from({ length: 20 }, () => confirmReading(id, sampleCourse, lesson)))
    expect(await readings()).toHaveLength(1)
    expect(await completedAt(id)).toBeNull()
  })

  test('alone completes neither the lesson nor the course', async () => {
    const { id } = await createAmina()
    for (const lesson of sampleCourse.lessons) await confirmReading(id, sampleCourse, lesson)
    const progress = await settleProgress(id, sampleCourse)
    expect(progress).toMatchObject({ complete: false, completeLessons: 0 })
  })

  test('says nothing about anybody else', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await confirmReading(oleg.id, sampleCourse, lessonOf('passwords'))
    expect(await readStanding(amina.id, sampleCourse)).toEqual(noStanding)
  })
})

describeOnBothDatabases('the completion of a course', context => {
  const forgetCompletion = (userId: string) =>
    context.database().prisma.enrolment.updateMany({ where: { userId }, data: { completedAt: null } })

  test('is marked with the time of the last requirement, and never before it', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    for (const question of ['q-strong', 'q-factors', 'q-bits', 'q-telnet']) await answer(id, question)
    await confirmReading(id, sampleCourse, lessonOf('connections'))
    expect(await completedAt(id)).toBeNull()
    setClock(() => later)
    await confirmReading(id, sampleCourse, lessonOf('passwords'))
    expect(await completedAt(id)).toEqual(later)
  })

  test('is marked by an answer just as by a confirmation', async () => {
    const { id } = await createAmina()
    for (const lesson of sampleCourse.lessons) await confirmReading(id, sampleCourse, lesson)
    for (const question of ['q-strong', 'q-factors', 'q-bits']) await answer(id, question)
    expect(await completedAt(id)).toBeNull()
    setClock(() => later)
    await answer(id, 'q-telnet')
    expect(await completedAt(id)).toEqual(later)
  })

  test('is marked once: what comes later does not move it', async () => {
    const { id } = await createAmina()
    setClock(() => noon)
    await completeCourse(id)
    setClock(() => later)
    await completeCourse(id)
    await settleProgress(id, sampleCourse)
    expect(await completedAt(id)).toEqual(noon)
  })

  test('is marked when the last requirements are met at the same time', async () => {
    const { id } = await createAmina()
    const questions = ['q-strong', 'q-factors', 'q-bits', 'q-telnet'].map(question => answer(id, question))
    const readings = sampleCourse.lessons.map(lesson => confirmReading(id, sampleCourse, lesson))
    await Promise.all([...questions, ...readings])
    expect(await completedAt(id)).toBeInstanceOf(Date)
  })

  test('that a crash kept from being marked is marked when the last confirmation is repeated', async () => {
    const { id } = await createAmina()
    await completeCourse(id)
    await forgetCompletion(id)
    setClock(() => later)
    await confirmReading(id, sampleCourse, lessonOf('connections'))
    expect(await completedAt(id)).toEqual(later)
  })

  test('that a crash kept from being marked is marked when the last answer is sent again', async () => {
    const { id } = await createAmina()
    await completeCourse(id)
    await forgetCompletion(id)
    setClock(() => later)
    await answer(id, 'q-telnet')
    expect(await completedAt(id)).toEqual(later)
  })

  test('stays when a requirement is added, which only others have to meet', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id, smaller)
    for (const question of ['q-strong', 'q-factors', 'q-bits'])
      await answer(oleg.id, question, { course: smaller })
    await confirmReading(oleg.id, sampleCourse, lessonOf('passwords'))
    await confirmReading(oleg.id, sampleCourse, lessonOf('connections'))
    expect((await settleProgress(amina.id, sampleCourse)).complete).toBe(true)
    expect((await settleProgress(oleg.id, sampleCourse)).complete).toBe(false)
  })

  test('comes when the requirement that was missing is removed', async () => {
    const { id } = await createAmina()
    for (const question of ['q-strong', 'q-factors', 'q-bits']) await answer(id, question)
    for (const lesson of sampleCourse.lessons) await confirmReading(id, sampleCourse, lesson)
    expect(await completedAt(id)).toBeNull()
    expect((await settleProgress(id, smaller)).complete).toBe(true)
    expect(await completedAt(id)).toBeInstanceOf(Date)
  })

  test('is nobody’s who never enrolled', async () => {
    const { id } = await createAmina()
    expect(await settleProgress(id, { ...sampleCourse, lessons: [] })).toMatchObject({ complete: false })
    expect(await completedAt(id)).toBeUndefined()
  })
})
