import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { type CourseCard, describeCourse, isOpen } from '#app/domain/courses/course-card.ts'
import type { Language } from '#app/platform/language.ts'
import { listLearning } from './my-learning.server.ts'

export type CourseEntry = {
  course: CourseCard
  /** Null for those who are not enrolled. */
  progress: { completeLessons: number; lessons: number; complete: boolean } | null
  next: { id: string; title: string } | null
}

/** Every open course, with the learner's progress where there is one. */
export async function listCourses(
  catalogue: Catalogue,
  userId: string | null,
  language: Language,
): Promise<CourseEntry[]> {
  const learning = userId === null ? [] : await listLearning(catalogue, userId, language)
  return catalogue.courses.filter(isOpen).map(course => {
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
