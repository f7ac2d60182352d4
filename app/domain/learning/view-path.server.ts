import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { type CourseCard, countsAsOffer, describeCourse, isOpen } from '#app/domain/courses/course-card.ts'
import type { LearningPath } from '#app/domain/courses/learning-path.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import type { Language } from '#app/platform/language.ts'
import { listLearning } from './my-learning.server.ts'

export type PathStep = {
  course: CourseCard
  /** Null for those who are not enrolled. */
  progress: { completeLessons: number; lessons: number; complete: boolean; toExam: boolean } | null
  /** Earlier courses of the path that are better taken first, each with whether the learner has completed it. */
  after: { id: string; title: string; complete: boolean }[]
}

export type PathView = {
  id: string
  title: string
  summary: string
  audience: string
  demo: boolean
  /** Demonstrations inside a path that is none are not counted. */
  academicHours: number
  steps: PathStep[]
  completeCourses: number
  completeLessons: number
  lessons: number
  /** Where to go on: the first course that is not completed, and a lesson of it once it is begun. */
  next: { course: { id: string; title: string }; lesson: { id: string; title: string } | null } | null
  started: boolean
}

type Viewing = {
  catalogue: Catalogue
  path: LearningPath
  userId: string | null
  viewer: Viewer
  language: Language
}

/**
 * A path with its courses in order and the learner's way through them: one read of the database for all of it.
 * Courses that the viewer may not see are left out, also where another one would come after them.
 */
export async function viewPath({ catalogue, path, userId, viewer, language }: Viewing): Promise<PathView> {
  const learning = userId === null ? [] : await listLearning(catalogue, userId, language, viewer)
  const rows = new Map(learning.map(row => [row.course.id, row]))
  const courses = path.courses.flatMap(({ id, after }) => {
    const course = catalogue.findCourse(id)
    return course !== null && isOpen(course, viewer) ? [{ course, after }] : []
  })
  const titles = new Map(courses.map(({ course }) => [course.id, course.title[language]]))
  const steps = courses.map(({ course, after }): PathStep => {
    const row = rows.get(course.id)
    return {
      course: describeCourse(course, language),
      progress:
        row === undefined
          ? null
          : {
              completeLessons: row.completeLessons,
              lessons: row.lessons,
              complete: row.complete,
              toExam: row.toExam,
            },
      after: after.flatMap(id => {
        const title = titles.get(id)
        return title === undefined ? [] : [{ id, title, complete: rows.get(id)?.complete ?? false }]
      }),
    }
  })
  const counted = steps.filter(({ course }) => path.status === 'demo' || !course.demo)
  const next = counted.find(step => !step.progress?.complete)
  return {
    id: path.id,
    title: path.title[language],
    summary: path.summary[language],
    audience: path.audience[language],
    demo: !countsAsOffer(path),
    academicHours: counted.reduce((sum, { course }) => sum + course.academicHours, 0),
    steps,
    completeCourses: counted.filter(({ progress }) => progress?.complete).length,
    completeLessons: counted.reduce((sum, step) => sum + completeLessonsOf(step), 0),
    lessons: counted.reduce((sum, step) => sum + lessonsOf(step), 0),
    next:
      next === undefined
        ? null
        : {
            course: { id: next.course.id, title: next.course.title },
            lesson: next.progress?.toExam ? null : (rows.get(next.course.id)?.next ?? null),
          },
    started: counted.some(({ progress }) => progress !== null),
  }
}

/** Lessons that the learner's edition does not ask for are counted neither as done nor as left. */
function lessonsOf({ course, progress }: PathStep): number {
  return progress === null || progress.complete ? course.lessons : progress.lessons
}

/** A completed course counts whole, also when a lesson was added to it later. */
function completeLessonsOf({ course, progress }: PathStep): number {
  if (progress === null) return 0
  return progress.complete ? course.lessons : progress.completeLessons
}
