import type { Language } from '#app/platform/language.ts'
import type { Course, Track } from './course.ts'
import { canSee, type Status, type Viewer } from './visibility.ts'

/** What a list of courses shows of one course, in one language. */
export type CourseCard = {
  id: string
  title: string
  summary: string
  track: Track
  level: number
  lessons: number
  academicHours: number
  languages: Language[]
  editionName: string | null
  /** A demonstration: it is counted nowhere and brings no certificate. */
  demo: boolean
  cover: string
}

export function describeCourse(course: Course, language: Language): CourseCard {
  return {
    id: course.id,
    title: course.title[language],
    summary: course.summary[language],
    track: course.track,
    level: course.level,
    lessons: course.lessons.length,
    academicHours: course.workload.academicHours,
    languages: course.languages,
    editionName: course.editionName?.[language] ?? null,
    demo: !countsAsOffer(course),
    cover: course.cover,
  }
}

/** Whether somebody may see a course or a path: in lists, on its page, and in everything below it. */
export function isOpen({ status }: { status: Status }, viewer: Viewer): boolean {
  return canSee(status, viewer)
}

/** Whether a course is something that the academy offers: only such a one is counted and can be certified. */
export function countsAsOffer({ status }: { status: Status }): boolean {
  return status !== 'demo'
}
