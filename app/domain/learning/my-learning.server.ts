import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { type CourseCard, describeCourse } from '#app/domain/courses/course-card.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import { measureProgress } from './progress.ts'

export type LearningRow = {
  course: CourseCard
  completeLessons: number
  lessons: number
  complete: boolean
  completedAt: string | null
  /** Where to go on: the bookmark while its lesson is open, else the first lesson that is not complete. */
  next: { id: string; title: string } | null
}

/** Every course that a learner is enrolled in, the last one used first. Courses no longer served are left out. */
export async function listLearning(
  catalogue: Catalogue,
  userId: string,
  language: Language,
): Promise<LearningRow[]> {
  const enrolments = await database().prisma.enrolment.findMany({
    where: { userId },
    include: { blocks: { orderBy: [{ lessonId: 'asc' }, { blockId: 'asc' }] } },
    orderBy: [{ enrolledAt: 'desc' }, { courseId: 'asc' }],
  })
  const recent = (row: (typeof enrolments)[number]) => (row.lastViewedAt ?? row.enrolledAt).getTime()
  const rows: LearningRow[] = []
  for (const enrolment of enrolments.sort((a, b) => recent(b) - recent(a))) {
    const course = catalogue.findCourse(enrolment.courseId)
    if (course === null) continue
    const blocks = enrolment.blocks.map(block => ({ ...block, passed: block.passedAt !== null }))
    const progress = measureProgress(course, blocks, enrolment.completedAt !== null)
    const bookmark = progress.lessons.find(
      l => l.lessonId === enrolment.lastLessonId && l.state !== 'complete',
    )
    const nextId = bookmark?.lessonId ?? progress.nextLessonId
    const next = course.lessons.find(lesson => lesson.id === nextId)
    rows.push({
      course: describeCourse(course, language),
      completeLessons: progress.completeLessons,
      lessons: course.lessons.length,
      complete: progress.complete,
      completedAt: enrolment.completedAt?.toISOString() ?? null,
      next: next === undefined ? null : { id: next.id, title: next.texts[language].title },
    })
  }
  return rows
}
