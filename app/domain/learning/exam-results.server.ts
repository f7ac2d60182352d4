import { database } from '#app/platform/db.server.ts'
import type { LearnerState } from './progress.ts'

/** What a learner reached in the exams of some courses: attempts that were handed in, by course. */
export async function readExamResults(
  userId: string,
  courseIds: readonly string[],
): Promise<Map<string, NonNullable<LearnerState['exam']>>> {
  const results = new Map<string, NonNullable<LearnerState['exam']>>()
  if (courseIds.length === 0) return results
  const attempts = await database().prisma.examAttempt.findMany({
    where: { userId, courseId: { in: [...courseIds] }, handedInAt: { not: null } },
    select: { courseId: true, passed: true, score: true },
    orderBy: [{ courseId: 'asc' }, { number: 'asc' }],
  })
  for (const { courseId, passed, score } of attempts) {
    const before = results.get(courseId)
    results.set(courseId, {
      passed: (before?.passed ?? false) || passed === true,
      bestScore: Math.max(before?.bestScore ?? 0, score ?? 0),
    })
  }
  return results
}
