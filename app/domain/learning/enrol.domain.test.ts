import { afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { createAmina, createOleg, openAcademy, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { enrol } from './enrol.server.ts'

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('enrolling', context => {
  const enrolments = () => context.database().prisma.enrolment.findMany({ orderBy: { userId: 'asc' } })

  test('begins the present edition now', async () => {
    const amina = await createAmina()
    setClock(() => new Date('2026-11-22T09:30:00.000Z'))
    await enrol(amina.id, { ...sampleCourse, edition: 4 })
    expect(await enrolments()).toEqual([
      {
        userId: amina.id,
        courseId: 'sample',
        edition: 4,
        enrolledAt: new Date('2026-11-22T09:30:00.000Z'),
        completedAt: null,
        lastLessonId: null,
        lastViewedAt: null,
      },
    ])
  })

  test('again, later and in a newer edition, changes nothing', async () => {
    const amina = await createAmina()
    await enrol(amina.id, sampleCourse)
    const before = await enrolments()
    setClock(() => new Date('2099-01-01T00:00:00.000Z'))
    await enrol(amina.id, { ...sampleCourse, edition: 2 })
    expect(await enrolments()).toEqual(before)
  })

  test('twenty times at once enrols once', async () => {
    const amina = await createAmina()
    await Promise.all(Array.from({ length: 20 }, () => enrol(amina.id, sampleCourse)))
    expect(await enrolments()).toHaveLength(1)
  })

  test('concerns nobody else and no other course', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await enrol(amina.id, sampleCourse)
    await enrol(amina.id, { ...sampleCourse, id: 'other' })
    await enrol(oleg.id, sampleCourse)
    const pairs = (await enrolments()).map(({ userId, courseId }) => `${userId} ${courseId}`)
    expect(pairs.sort()).toEqual([`${amina.id} other`, `${amina.id} sample`, `${oleg.id} sample`].sort())
  })
})
