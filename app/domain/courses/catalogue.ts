import type { CompiledCourse } from './compile-course.ts'
import { type AnswerKey, type Course, type Lesson, tracks } from './course.ts'
import { compareText } from './diagnostic.ts'
import { freezeDeep } from './freeze-deep.ts'
import type { GlossaryTerm } from './glossary.ts'
import type { LearningPath } from './learning-path.ts'

/** Every course that can be served. Nothing in it can be changed; a new edition is a new catalogue. */
export type Catalogue = {
  /** By track in the order of `tracks`, then by id. */
  courses: readonly Course[]
  /** In the order of their ids. */
  paths: readonly LearningPath[]
  /** In the order of the file. */
  glossary: readonly GlossaryTerm[]
  findPath: (pathId: string) => LearningPath | null
  findCourse: (courseId: string) => Course | null
  findLesson: (courseId: string, lessonId: string) => Lesson | null
  /** Secret: never to be sent before the question is answered. */
  answerKey: (courseId: string, lessonId: string, questionId: string) => AnswerKey | null
}

/** What surrounds the courses; a catalogue may do without any of it. */
export type CatalogueSurroundings = { paths?: readonly LearningPath[]; glossary?: readonly GlossaryTerm[] }

export function createCatalogue(
  compiled: readonly CompiledCourse[],
  { paths: givenPaths = [], glossary = [] }: CatalogueSurroundings = {},
): Catalogue {
  const paths = freezeDeep(givenPaths.toSorted((a, b) => compareText(a.id, b.id)))
  const pathsById = new Map(paths.map(path => [path.id, path]))
  const courses = freezeDeep(
    compiled
      .map(({ course }) => course)
      .toSorted((a, b) => tracks.indexOf(a.track) - tracks.indexOf(b.track) || compareText(a.id, b.id)),
  )
  const coursesById = new Map(courses.map(course => [course.id, course]))
  const lessons = new Map(
    courses.map(course => [course.id, new Map(course.lessons.map(lesson => [lesson.id, lesson]))]),
  )
  const answerKeys = new Map(compiled.map(({ course, answerKeys }) => [course.id, answerKeys]))
  for (const keys of answerKeys.values()) {
    for (const lessonKeys of keys.values()) for (const key of lessonKeys.values()) freezeDeep(key)
  }
  return Object.freeze({
    courses,
    paths,
    glossary: freezeDeep([...glossary]),
    findPath: pathId => pathsById.get(pathId) ?? null,
    findCourse: courseId => coursesById.get(courseId) ?? null,
    findLesson: (courseId, lessonId) => lessons.get(courseId)?.get(lessonId) ?? null,
    answerKey: (courseId, lessonId, questionId) =>
      answerKeys.get(courseId)?.get(lessonId)?.get(questionId) ?? null,
  } satisfies Catalogue)
}
