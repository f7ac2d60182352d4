import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Course } from '#app/domain/courses/course.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import { setClock } from '#app/platform/clock.ts'
import {
  catalogueOf,
  completeCourse,
  createAmina,
  createOleg,
  openAcademy,
  sampleCourse,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { confirmReading } from './confirm-reading.server.ts'
import { enrol } from './enrol.server.ts'
import { listCourses } from './list-courses.server.ts'
import { listLearning } from './my-learning.server.ts'
import { openLesson } from './open-lesson.server.ts'
import { viewCourse } from './view-course.server.ts'

const anybody: Viewer = { role: null, demo: false }

const courses = ['alpha', 'beta', 'gamma'].map((id): Course => ({ ...sampleCourse, id }))
const catalogue = catalogueOf(...courses)

function course(id: string): Course {
  const found = catalogue.findCourse(id)
  if (found === null) throw new Error(`There is no course ${id}`)
  return found
}

function setHour(hour: number): void {
  setClock(() => new Date(Date.UTC(2026, 10, 22, hour)))
}

async function open(userId: string, courseId: string, lessonId: string): Promise<void> {
  const lesson = catalogue.findLesson(courseId, lessonId)
  if (lesson === null) throw new Error(`There is no lesson ${lessonId}`)
  await openLesson({ catalogue, course: course(courseId), lesson, language: 'bg', userId, record: true })
}

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

describeOnBothDatabases('my learning', () => {
  const order = async (userId: string) =>
    (await listLearning(catalogue, userId, 'bg', anybody)).map(row => row.course.id)

  test('is empty for whoever is not enrolled', async () => {
    const { id } = await createAmina()
    expect(await listLearning(catalogue, id, 'bg', anybody)).toEqual([])
  })

  test('lists the course that was used last first; enrolling is using', async () => {
    const { id } = await createAmina()
    for (const [hour, name] of [
      [1, 'beta'],
      [2, 'gamma'],
      [3, 'alpha'],
    ] as const) {
      setHour(hour)
      await enrol(id, course(name))
    }
    expect(await order(id)).toEqual(['alpha', 'gamma', 'beta'])
    setHour(4)
    await open(id, 'beta', 'passwords')
    expect(await order(id)).toEqual(['beta', 'alpha', 'gamma'])
    setHour(5)
    await open(id, 'gamma', 'connections')
    expect(await order(id)).toEqual(['gamma', 'beta', 'alpha'])
  })

  test('has an order also where everything happened at the same moment', async () => {
    const { id } = await createAmina()
    setHour(1)
    for (const name of ['gamma', 'alpha', 'beta']) await enrol(id, course(name))
    expect(await order(id)).toEqual(['alpha', 'beta', 'gamma'])
  })

  test('leads on to the bookmark, and to the first open lesson once that one is complete', async () => {
    const { id } = await createAmina()
    const next = async () => (await listLearning(catalogue, id, 'en', anybody))[0]?.next
    await enrol(id, course('alpha'))
    expect(await next()).toEqual({ id: 'passwords', title: 'Урок passwords (en)' })
    await open(id, 'alpha', 'connections')
    expect(await next()).toEqual({ id: 'connections', title: 'Урок connections (en)' })
    const [passwords, connections] = course('alpha').lessons
    if (passwords === undefined || connections === undefined) throw new Error('The sample course is empty')
    await completeCourse(id, { ...course('alpha'), lessons: [connections] })
    expect(await next()).toEqual({ id: 'passwords', title: 'Урок passwords (en)' })
    await completeCourse(id, course('alpha'))
    expect(await next()).toBeNull()
  })

  test('tells how far one is, and when one came to the end', async () => {
    const { id } = await createAmina()
    const [passwords] = course('alpha').lessons
    if (passwords === undefined) throw new Error('The sample course is empty')
    await confirmReading(id, course('alpha'), passwords)
    expect(await listLearning(catalogue, id, 'bg', anybody)).toMatchObject([
      { completeLessons: 0, lessons: 2, complete: false, completedAt: null },
    ])
    setHour(7)
    await completeCourse(id, course('alpha'))
    expect(await listLearning(catalogue, id, 'bg', anybody)).toMatchObject([
      { completeLessons: 2, lessons: 2, complete: true, completedAt: '2026-11-22T07:00:00.000Z' },
    ])
  })

  test('leaves out a course that is no longer served, and shows it again when it is', async () => {
    const { id } = await createAmina()
    await enrol(id, course('alpha'))
    expect(await listLearning(catalogueOf(), id, 'bg', anybody)).toEqual([])
    expect(await order(id)).toEqual(['alpha'])
  })

  test('is nobody else’s', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await enrol(amina.id, course('alpha'))
    expect(await listLearning(catalogue, oleg.id, 'bg', anybody)).toEqual([])
  })
})

describeOnBothDatabases('the list of courses', () => {
  test('is in the order of the catalogue, with progress where one is enrolled', async () => {
    const { id } = await createAmina()
    await enrol(id, course('beta'))
    const entries = await listCourses(catalogue, id, 'bg', anybody)
    expect(entries.map(entry => [entry.course.id, entry.progress, entry.next?.id])).toEqual([
      ['alpha', null, undefined],
      ['beta', { completeLessons: 0, lessons: 2, complete: false }, 'passwords'],
      ['gamma', null, undefined],
    ])
  })

  test('shows no draft and no retired course, not even to those who began it', async () => {
    const { id } = await createAmina()
    const [alpha, beta, gamma] = courses
    if (alpha === undefined || beta === undefined || gamma === undefined) throw new Error('Three courses')
    const mixed = catalogueOf({ ...alpha, status: 'draft' }, { ...beta, status: 'retired' }, gamma)
    await enrol(id, alpha)
    expect((await listCourses(mixed, id, 'bg', anybody)).map(entry => entry.course.id)).toEqual(['gamma'])
    expect((await listCourses(mixed, null, 'bg', anybody)).map(entry => entry.course.id)).toEqual(['gamma'])
  })
})

describeOnBothDatabases('a demonstration course', () => {
  const [alpha, beta] = courses
  if (alpha === undefined || beta === undefined) throw new Error('Two courses')
  const demonstration: Course = { ...alpha, status: 'demo' }
  const shown = catalogueOf(demonstration, beta)
  const seenBy = async (userId: string | null, viewer: Viewer) =>
    (await listCourses(shown, userId, 'bg', viewer)).map(entry => [entry.course.id, entry.course.demo])

  test('is listed last, marked as one, for trainers and in a demonstration academy', async () => {
    const { id } = await createAmina()
    const both = [
      ['beta', false],
      ['alpha', true],
    ]
    expect(await seenBy(id, { role: 'trainer', demo: false })).toEqual(both)
    expect(await seenBy(id, { role: 'admin', demo: false })).toEqual(both)
    expect(await seenBy(null, { role: null, demo: true })).toEqual(both)
  })

  test('is not there for Олег in a live academy, also when he began it before', async () => {
    const { id } = await createOleg()
    await enrol(id, demonstration)
    const oleg: Viewer = { role: 'learner', demo: false }
    expect(await seenBy(id, oleg)).toEqual([['beta', false]])
    expect(await listLearning(shown, id, 'bg', oleg)).toEqual([])
    expect(await listLearning(shown, id, 'bg', { ...oleg, demo: true })).toMatchObject([
      { course: { id: 'alpha', demo: true } },
    ])
  })
})

describeOnBothDatabases('the page of a course', () => {
  test('has no standing for visitors and for those who are not enrolled', async () => {
    const { id } = await createAmina()
    for (const userId of [null, id]) {
      const view = await viewCourse(course('alpha'), userId, 'bg')
      expect(view.standing).toBeNull()
      expect(view.lessons.map(({ progress }) => progress)).toEqual([null, null])
    }
  })

  test('adds up the minutes of its lessons', async () => {
    expect((await viewCourse(course('alpha'), null, 'en')).minutes).toEqual({ read: 20, practice: 10 })
  })

  test('leads on to the bookmark of whoever is enrolled', async () => {
    const { id } = await createAmina()
    await enrol(id, course('alpha'))
    expect((await viewCourse(course('alpha'), id, 'bg')).standing).toEqual({
      completeLessons: 0,
      requiredLessons: 2,
      lessonsComplete: false,
      examPassed: null,
      complete: false,
      next: { id: 'passwords', title: 'Урок passwords (bg)' },
      started: false,
    })
    await open(id, 'alpha', 'connections')
    expect((await viewCourse(course('alpha'), id, 'bg')).standing?.next?.id).toBe('connections')
    await completeCourse(id, course('alpha'))
    expect((await viewCourse(course('alpha'), id, 'bg')).standing).toEqual({
      completeLessons: 2,
      requiredLessons: 2,
      lessonsComplete: true,
      examPassed: null,
      complete: true,
      next: null,
      started: true,
    })
  })
})
