import { beforeAll, expect, test } from 'vitest'
import { createCatalogue } from '#app/domain/courses/catalogue.ts'
import type { Course } from '#app/domain/courses/course.ts'
import type { LearningPath } from '#app/domain/courses/learning-path.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import {
  answer,
  completeCourse,
  createAmina,
  createOleg,
  openAcademy,
  sampleCourse,
  sampleKeys,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { confirmReading } from './confirm-reading.server.ts'
import { enrol } from './enrol.server.ts'
import { placeInPaths } from './place-in-paths.server.ts'
import { viewPath } from './view-path.server.ts'

const anybody: Viewer = { role: null, demo: false }
const trainer: Viewer = { role: 'trainer', demo: false }
const both = (text: string) => ({ bg: text, en: `${text} (en)` })

const path: LearningPath = {
  id: 'start',
  title: both('Начало'),
  summary: both('Накратко'),
  audience: both('За всички'),
  status: 'published',
  courses: [
    { id: 'alpha', after: [] },
    { id: 'beta', after: ['alpha'] },
    { id: 'gamma', after: ['alpha', 'beta'] },
  ],
}

function catalogueOf(statuses: Partial<Record<string, Course['status']>> = {}, ...paths: LearningPath[]) {
  const courses = ['alpha', 'beta', 'gamma'].map(id => ({
    ...sampleCourse,
    id,
    title: both(`Курс ${id}`),
    status: statuses[id] ?? 'published',
  }))
  return createCatalogue(
    courses.map(course => ({ course: structuredClone(course), answerKeys: sampleKeys })),
    { paths: structuredClone(paths.length === 0 ? [path] : paths) },
  )
}

const catalogue = catalogueOf()

function course(id: string): Course {
  const found = catalogue.findCourse(id)
  if (found === null) throw new Error(`There is no course ${id}`)
  return found
}

function view(userId: string | null, given: { viewer?: Viewer; from?: typeof catalogue } = {}) {
  const { viewer = anybody, from = catalogue } = given
  return viewPath({ catalogue: from, path, userId, viewer, language: 'bg' })
}

function place(courseId: string, userId: string | null, viewer = anybody, from = catalogue) {
  const found = from.findCourse(courseId)
  if (found === null) throw new Error(`There is no course ${courseId}`)
  return placeInPaths({ catalogue: from, course: found, userId, viewer, language: 'bg' })
}

beforeAll(() => openAcademy())

describeOnBothDatabases('a path', () => {
  test('has its courses in order, their hours together and a first step for whoever passes by', async () => {
    const seen = await view(null)
    expect(seen).toMatchObject({
      id: 'start',
      title: 'Начало',
      audience: 'За всички',
      demo: false,
      academicHours: 6,
      completeCourses: 0,
      completeLessons: 0,
      lessons: 6,
      next: { course: { id: 'alpha', title: 'Курс alpha' }, lesson: null },
      started: false,
    })
    expect(seen.steps.map(step => [step.course.id, step.progress, step.after.map(({ id }) => id)])).toEqual([
      ['alpha', null, []],
      ['beta', null, ['alpha']],
      ['gamma', null, ['alpha', 'beta']],
    ])
  })

  test('counts what the learner has reached in all of its courses', async () => {
    const { id } = await createAmina()
    const [passwords] = course('beta').lessons
    if (passwords === undefined) throw new Error('The sample course is empty')
    await completeCourse(id, course('alpha'))
    for (const question of passwords.questions) await answer(id, question.id, { course: course('beta') })
    await confirmReading(id, course('beta'), passwords)
    const seen = await view(id)
    expect(seen).toMatchObject({
      completeCourses: 1,
      completeLessons: 3,
      started: true,
      next: { course: { id: 'beta' }, lesson: { id: 'connections', title: 'Урок connections (bg)' } },
    })
    expect(seen.steps.map(({ progress }) => progress?.completeLessons)).toEqual([2, 1, undefined])
    expect(seen.steps[2]?.after.map(({ id: earlier, complete }) => [earlier, complete])).toEqual([
      ['alpha', true],
      ['beta', false],
    ])
  })

  test('leads to the first course that is not completed, whatever was begun first', async () => {
    const { id } = await createAmina()
    await completeCourse(id, course('gamma'))
    await enrol(id, course('beta'))
    expect((await view(id)).next).toMatchObject({ course: { id: 'alpha' }, lesson: null })
  })

  test('is walked when every course of it is completed', async () => {
    const { id } = await createAmina()
    for (const name of ['alpha', 'beta', 'gamma']) await completeCourse(id, course(name))
    expect(await view(id)).toMatchObject({ completeCourses: 3, completeLessons: 6, lessons: 6, next: null })
  })

  test('leaves out courses that the viewer may not see, also as a recommendation', async () => {
    const from = catalogueOf({ alpha: 'draft', beta: 'retired' })
    const seen = await view(null, { from })
    expect(seen.steps.map(step => [step.course.id, step.after])).toEqual([['gamma', []]])
    expect(seen).toMatchObject({ academicHours: 2, lessons: 2 })
  })

  test('shows a demonstration to trainers and counts it for nobody', async () => {
    const from = catalogueOf({ beta: 'demo' })
    expect((await view(null, { from })).steps.map(step => step.course.id)).toEqual(['alpha', 'gamma'])
    const seen = await view(null, { from, viewer: trainer })
    expect(seen.steps.map(step => [step.course.id, step.course.demo])).toEqual([
      ['alpha', false],
      ['beta', true],
      ['gamma', false],
    ])
    expect(seen).toMatchObject({ academicHours: 4, lessons: 4 })
  })

  test('tells Олег nothing of how far Амина is', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await completeCourse(amina.id, course('alpha'))
    expect(await view(oleg.id)).toEqual(await view(null))
  })
})

describeOnBothDatabases('a course of a path', () => {
  test('names its paths, and what is better taken first', async () => {
    expect(await place('gamma', null)).toEqual({
      paths: [{ id: 'start', title: 'Начало' }],
      first: [
        { id: 'alpha', title: 'Курс alpha' },
        { id: 'beta', title: 'Курс beta' },
      ],
    })
    expect((await place('alpha', null)).first).toEqual([])
  })

  test('recommends only what the learner has not completed', async () => {
    const amina = await createAmina()
    const oleg = await createOleg()
    await enrol(amina.id, course('beta'))
    await completeCourse(amina.id, course('alpha'))
    expect((await place('gamma', amina.id)).first.map(({ id }) => id)).toEqual(['beta'])
    expect((await place('gamma', oleg.id)).first.map(({ id }) => id)).toEqual(['alpha', 'beta'])
  })

  test('recommends a course once, however many paths ask for it', async () => {
    const from = catalogueOf({}, path, { ...path, id: 'again' })
    const placed = await place('gamma', null, anybody, from)
    expect(placed.paths.map(({ id }) => id)).toEqual(['again', 'start'])
    expect(placed.first.map(({ id }) => id)).toEqual(['alpha', 'beta'])
  })

  test('says nothing of paths and courses that the viewer may not see', async () => {
    for (const status of ['draft', 'retired', 'demo'] as const) {
      const from = catalogueOf({}, { ...path, status })
      expect(await place('gamma', null, anybody, from)).toEqual({ paths: [], first: [] })
    }
    const from = catalogueOf({ alpha: 'demo' })
    expect((await place('gamma', null, anybody, from)).first.map(({ id }) => id)).toEqual(['beta'])
    expect((await place('gamma', null, trainer, from)).first.map(({ id }) => id)).toEqual(['alpha', 'beta'])
  })
})
