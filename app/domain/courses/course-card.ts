import type { Language } from '#app/platform/language.ts'
import type { Course, Track } from './course.ts'

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
    cover: course.cover,
  }
}

/** Courses that visitors may see, in the catalogue's order. Drafts and retired ones are nowhere. */
export function isOpen(course: Course): boolean {
  return course.status === 'published'
}
