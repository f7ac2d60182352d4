import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import type { Course } from '#app/domain/courses/course.ts'
import { isOpen } from '#app/domain/courses/course-card.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'

type Named = { id: string; title: string }

export type PlaceInPaths = {
  /** The paths that the course is a part of. */
  paths: Named[]
  /** Earlier courses of those paths that are better taken first and are not completed. They lock nothing. */
  first: Named[]
}

type Placing = {
  catalogue: Catalogue
  course: Course
  userId: string | null
  viewer: Viewer
  language: Language
}

/** Where a course stands in the paths that the viewer may see. Reads the database only where a course comes after another. */
export async function placeInPaths(placing: Placing): Promise<PlaceInPaths> {
  const { catalogue, course, userId, viewer, language } = placing
  const paths = catalogue.paths.filter(
    path => isOpen(path, viewer) && path.courses.some(({ id }) => id === course.id),
  )
  const wanted = new Set(
    paths.flatMap(path => path.courses.filter(({ id }) => id === course.id).flatMap(({ after }) => after)),
  )
  const earlier = [...wanted]
    .flatMap(id => catalogue.findCourse(id) ?? [])
    .filter(other => isOpen(other, viewer))
  const completed = userId === null ? new Set() : await completedOf(userId, earlier)
  const named = ({ id, title }: { id: string; title: Record<Language, string> }): Named => ({
    id,
    title: title[language],
  })
  return {
    paths: paths.map(named),
    first: earlier.filter(({ id }) => !completed.has(id)).map(named),
  }
}

async function completedOf(userId: string, courses: readonly Course[]): Promise<Set<string>> {
  if (courses.length === 0) return new Set()
  const rows = await database().prisma.enrolment.findMany({
    where: { userId, courseId: { in: courses.map(({ id }) => id) }, completedAt: { not: null } },
    select: { courseId: true },
    orderBy: { courseId: 'asc' },
  })
  return new Set(rows.map(({ courseId }) => courseId))
}
