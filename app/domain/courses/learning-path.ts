import type { Language, Localized } from '#app/platform/language.ts'
import type { Catalogue } from './catalogue.ts'
import { countsAsOffer, isOpen } from './course-card.ts'
import type { Status, Viewer } from './visibility.ts'

/** An ordered set of courses. Nothing is locked: `after` says what is better taken first. */
export type LearningPath = {
  /** Permanent: the file's name. */
  id: string
  title: Localized
  summary: Localized
  audience: Localized
  status: Status
  courses: { id: string; after: string[] }[]
}

/** What a list of paths shows of one path, in one language. */
export type PathCard = {
  id: string
  title: string
  summary: string
  demo: boolean
  academicHours: number
  courses: { id: string; title: string }[]
}

/** The paths that somebody may see, with the courses that they may see. A path without any is left out. */
export function listPaths(catalogue: Catalogue, viewer: Viewer, language: Language): PathCard[] {
  return catalogue.paths
    .filter(path => isOpen(path, viewer))
    .flatMap(path => {
      const demo = path.status === 'demo'
      const courses = path.courses
        .flatMap(({ id }) => catalogue.findCourse(id) ?? [])
        .filter(course => isOpen(course, viewer))
      if (courses.length === 0) return []
      return {
        id: path.id,
        title: path.title[language],
        summary: path.summary[language],
        demo,
        academicHours: courses
          .filter(course => demo || countsAsOffer(course))
          .reduce((sum, course) => sum + course.workload.academicHours, 0),
        courses: courses.map(course => ({ id: course.id, title: course.title[language] })),
      }
    })
}
