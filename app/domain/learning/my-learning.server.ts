import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { type CourseCard, countsAsOffer, describeCourse, isOpen } from '#app/domain/courses/course-card.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import { readEditionBlocks } from './edition-blocks.server.ts'
import { readExamResults } from './exam-results.server.ts'
import { measureProgress } from './progress.ts'

export type LearningRow = {
  course: CourseCard
  completeLessons: number
  lessons: number
  complete: boolean
  completedAt: string | null
  /** Where to go on: the bookmark while its lesson is open, else the first lesson that is not complete. */
  next: { id: string; title: string } | null
  /** Whether everything is done but the exam. */
  toExam: boolean
}

/**
 * Every course that a learner is enrolled in, the last one used first. Left out are courses no longer served, and
 * demonstrations that are closed to this learner by now.
 */
export async function listLearning(
  catalogue: Catalogue,
  userId: string,
  language: Language,
  viewer: Viewer,
): Promise<LearningRow[]> {
  const enrolments = await database().prisma.enrolment.findMany({
    where: { userId },
    include: { blocks: { orderBy: [{ lessonId: 'asc' }, { blockId: 'asc' }] } },
    orderBy: [{ enrolledAt: 'desc' }, { courseId: 'asc' }],
  })
  const courseOf = (row: { courseId: string }) => catalogue.findCourse(row.courseId)
  const earlier = enrolments.filter(row => courseOf(row)?.edition !== row.edition)
  const withExam = enrolments.filter(row => (courseOf(row)?.exam ?? null) !== null)
  const [editions, exams] = await Promise.all([
    readEditionBlocks(earlier),
    readExamResults(
      userId,
      withExam.map(row => row.courseId),
    ),
  ])
  const recent = (row: (typeof enrolments)[number]) => (row.lastViewedAt ?? row.enrolledAt).getTime()
  const rows: LearningRow[] = []
  for (const enrolment of enrolments.sort((a, b) => recent(b) - recent(a))) {
    const course = courseOf(enrolment)
    if (course === null || (!countsAsOffer(course) && !isOpen(course, viewer))) continue
    const blocks = enrolment.blocks.map(block => ({ ...block, passed: block.passedAt !== null }))
    const progress = measureProgress(course, {
      blocks,
      completed: enrolment.completedAt !== null,
      editionBlocks: editions.get(course.id) ?? null,
      exam: exams.get(course.id) ?? null,
    })
    const bookmark = progress.lessons.find(
      l => l.lessonId === enrolment.lastLessonId && l.state !== 'complete',
    )
    const nextId = bookmark?.lessonId ?? progress.nextLessonId
    const next = course.lessons.find(lesson => lesson.id === nextId)
    rows.push({
      course: describeCourse(course, language),
      completeLessons: progress.completeLessons,
      lessons: progress.requiredLessons,
      complete: progress.complete,
      completedAt: enrolment.completedAt?.toISOString() ?? null,
      next: next === undefined ? null : { id: next.id, title: next.texts[language].title },
      toExam: progress.lessonsComplete && progress.examPassed === false && !progress.complete,
    })
  }
  return rows
}
