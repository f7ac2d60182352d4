import type { Course } from '#app/domain/courses/course.ts'
import { database } from '#app/platform/db.server.ts'
import { progressOf, readStanding } from './learner-progress.server.ts'
import { measureExamRefresher, measureRefresher, type Refresher } from './refresher.ts'

export type RefresherStanding =
  | (Refresher & { kind: 'questions' })
  | (Omit<Refresher, 'lessons'> & { kind: 'exam' })

/** What a learner has reached again since an instant: in the exam where the course has one, else in its questions. */
export async function readRefresher(userId: string, course: Course, since: Date): Promise<RefresherStanding> {
  const { prisma } = database()
  if (course.exam !== null) {
    const [standing, sittings] = await Promise.all([
      readStanding(userId, course),
      prisma.examAttempt.findMany({
        where: { userId, courseId: course.id, handedInAt: { gt: since } },
        select: { handedInAt: true, passed: true, score: true },
        orderBy: { number: 'asc' },
      }),
    ])
    const { firstAttemptPercent } = progressOf(course, standing)
    return { kind: 'exam', ...measureExamRefresher(sittings, since), firstAttemptPercent }
  }
  const attempts = await prisma.attempt.findMany({
    where: { userId, courseId: course.id, answeredAt: { gt: since } },
    select: { lessonId: true, blockId: true, number: true, score: true, answeredAt: true },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  })
  return { kind: 'questions', ...measureRefresher(course, attempts, since) }
}
