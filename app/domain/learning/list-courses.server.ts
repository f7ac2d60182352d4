import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { type CourseCard, countsAsOffer, describeCourse, isOpen } from '#app/domain/courses/course-card.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import type { Language } from '#app/platform/language.ts'
import { listLearning } from './my-learning.server.ts'

export type CourseEntry = {
  course: CourseCard
  /** Null for those who are not enrolled. */
  progress: { completeLessons: number; lessons: number; complete: boolean } | null
  next: { id: string; title: string } | null
}

/** Every course that the visitor may see, demonstrations last, with the learner's progress where there is one. */
export async function listCourses(
  catalogue: Catalogue,
  userId: string | null,
  language: Language,
  viewer: Viewer,
): Promise<CourseEntry[]> {
  const learning = userId === null ? [] : await listLearning(catalogue, userId, language, viewer)
  const open = catalogue.courses.filter(course => isOpen(course, viewer))
  const ordered = [...open.filter(countsAsOffer), ...open.filter(course => !countsAsOffer(course))]
  return ordered.map(course => {
    const row = learning.find(entry => entry.course.id === course.id)
    return {
      course: describeCourse(course, language),
      progress:
        row === undefined
          ? null
          : { completeLessons: row.completeLessons, lessons: row.lessons, complete: row.complete },
      next: row?.next ?? null,
    }
  })
}
