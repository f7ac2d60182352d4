import { isLanguage, type Language } from '#app/platform/language.ts'
import { type Track, tracks } from './course.ts'
import type { CourseCard } from './course-card.ts'

export const levels = ['foundation', 'intermediate', 'advanced', 'specialised'] as const
export const lengths = ['short', 'medium', 'long'] as const

export type Level = (typeof levels)[number]
export type Length = (typeof lengths)[number]

export type CourseFilter = {
  track: Track | null
  level: Level | null
  length: Length | null
  language: Language | null
}

/** Reads the filter from the address; values that mean nothing filter nothing. */
export function readFilter(search: URLSearchParams): CourseFilter {
  const language = search.get('language')
  return {
    track: oneOf(tracks, search.get('track')),
    level: oneOf(levels, search.get('level')),
    length: oneOf(lengths, search.get('length')),
    language: isLanguage(language) ? language : null,
  }
}

export function filterCourses(course: CourseCard, filter: CourseFilter): boolean {
  return (
    (filter.track === null || course.track === filter.track) &&
    (filter.level === null || levelOf(course.level) === filter.level) &&
    (filter.length === null || lengthOf(course.academicHours) === filter.length) &&
    (filter.language === null || course.languages.includes(filter.language))
  )
}

/** DigComp 2.2 groups its eight levels in pairs. */
function levelOf(level: number): Level {
  return level <= 2 ? 'foundation' : level <= 4 ? 'intermediate' : level <= 6 ? 'advanced' : 'specialised'
}

function lengthOf(academicHours: number): Length {
  return academicHours <= 4 ? 'short' : academicHours <= 10 ? 'medium' : 'long'
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find(known => known === value) ?? null
}
