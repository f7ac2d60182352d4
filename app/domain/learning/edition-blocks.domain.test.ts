import { beforeAll, expect, test } from 'vitest'
import { answer, completeCourse, createAmina, openAcademy, placeOf, sampleCourse } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { confirmReading } from './confirm-reading.server.ts'
import { recordEditions } from './edition-blocks.server.ts'
import { enrol } from './enrol.server.ts'
import { progressOf, readStanding, settleProgress } from './learner-progress.server.ts'

const [passwords, connections] = sampleCourse.lessons
if (passwords === undefined || connections === undefined) throw new Error('The sample course has two lessons')
const short = { ...sampleCourse, lessons: [passwords] }
const second = { ...sampleCourse, edition: 2 }

beforeAll(() => openAcademy())

describeOnBothDatabases('an edition', context => {
  const rows = () => context.database().prisma.editionBlock.count()

  test('is kept once, however often and by however many processes it is recorded', async () => {
    await Promise.all([recordEditions([sampleCourse]), recordEditions([sampleCourse])])
    await recordEditions([sampleCourse])
    expect(await rows()).toBe(6)
  })

  test('keeps what it once asked for when it asks for less, and for more', async () => {
    await recordEditions([short])
    await recordEditions([{ ...sampleCourse, lessons: [connections] }])
    expect(await rows()).toBe(6)
  })

  test('that has moved on asks those who began before it for what they began with', async () => {
    const { id } = await createAmina()
    await recordEditions([short])
    await enrol(id, short)
    await recordEditions([second])
    for (const question of passwords.questions) await answer(id, question.id, { course: second })
    await confirmReading(id, second, placeOf('q-strong').lesson)
    const standing = await readStanding(id, second)
    expect(progressOf(second, standing)).toMatchObject({ complete: true, requiredLessons: 1 })
    expect(standing.enrolment).toMatchObject({ edition: 1, completedAt: expect.any(Date) })
  })

  test('asks those who begin now for all of it', async () => {
    const { id } = await createAmina()
    await recordEditions([short])
    await recordEditions([second])
    await enrol(id, second)
    expect(await settleProgress(id, second)).toMatchObject({ requiredLessons: 2, nextLessonId: 'passwords' })
  })

  test('of which nothing was kept asks for what there is now', async () => {
    const { id } = await createAmina()
    await enrol(id, sampleCourse)
    expect(await settleProgress(id, second)).toMatchObject({ requiredLessons: 2 })
  })

  test('never takes a completion away', async () => {
    const { id } = await createAmina()
    await recordEditions([short])
    await completeCourse(id, short)
    await recordEditions([second])
    expect(await settleProgress(id, second)).toMatchObject({ complete: true })
  })
})
