import { z } from 'zod'
import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import { type AnswerKey, EXAM, type Question } from '#app/domain/courses/course.ts'
import type { OptionScope } from '../keyed-options.server.ts'
import type { CourseWithExam, StoredAttempt } from './attempts.server.ts'

const draw = z.array(z.string())

/** The questions of one sitting in their order. One that has left the bank meanwhile is held against nobody. */
export function questionsOf(
  catalogue: Catalogue,
  course: CourseWithExam,
  attempt: Pick<StoredAttempt, 'draw'>,
): { question: Question; answerKey: AnswerKey }[] {
  const bank = new Map(course.exam.bank.map(question => [question.id, question]))
  return draw.parse(JSON.parse(attempt.draw)).flatMap(id => {
    const question = bank.get(id)
    const answerKey = catalogue.answerKey(course.id, EXAM, id)
    return question === undefined || answerKey === null ? [] : [{ question, answerKey }]
  })
}

/** Under what the options of a sitting are keyed: no two sittings call an option by the same name. */
export function scopeOf(attempt: Pick<StoredAttempt, 'id' | 'userId' | 'courseId'>): OptionScope {
  return {
    learnerId: attempt.userId,
    courseId: attempt.courseId,
    lessonId: `${EXAM}/${attempt.id}`,
    attempt: 1,
  }
}
