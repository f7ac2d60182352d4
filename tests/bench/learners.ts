import { randomUUID } from 'node:crypto'
import { readSession } from '#app/domain/accounts/sessions.server.ts'
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { signUp } from '#app/domain/accounts/sign-up.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { AnswerKey, Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { confirmReading } from '#app/domain/learning/confirm-reading.server.ts'
import { orderOptions } from '#app/domain/learning/option-order.server.ts'
import { submitAnswer } from '#app/domain/learning/submit-answer.server.ts'

/** A learner with a session, as the Cookie header of a browser. */
export type Learner = { id: string; name: string; cookie: string }

/** Signs up and signs in so many learners, in the way that the pages do. */
export function makeLearners(count: number): Promise<Learner[]> {
  return Promise.all(Array.from({ length: count }, makeLearner))
}

async function makeLearner(): Promise<Learner> {
  const email = `${randomUUID()}@example.org`
  const password = randomUUID()
  const name = 'Амина Примерова'
  const signedUp = await signUp({ email, password, name, language: 'bg' })
  const signedIn = await signIn({ email, password }, null)
  if (!signedUp.ok || !signedIn.ok) throw new Error('A learner could not be made')
  const cookie = signedIn.setCookie.split(';', 1)[0] ?? ''
  const { user } = await readSession(cookie)
  if (user === null) throw new Error('The session of a new learner is not valid')
  return { id: user.id, name, cookie }
}

/** Answers every question of a course rightly and confirms every reading. */
export async function completeCourse(learner: Learner, course: Course): Promise<void> {
  for (const lesson of course.lessons) {
    for (const question of lesson.questions) await answerRightly(learner, course, lesson, question)
    await confirmReading(learner.id, course, lesson)
  }
}

async function answerRightly(
  learner: Learner,
  course: Course,
  lesson: Lesson,
  question: Question,
): Promise<void> {
  const answerKey = catalogue().answerKey(course.id, lesson.id, question.id)
  if (answerKey === null) throw new Error(`Question ${question.id} has no answer key`)
  const order = orderOptions(question, lesson.id, learner.id)
  const values = rightValues(answerKey.answer, order)
  const result = await submitAnswer({
    userId: learner.id,
    course,
    lesson,
    question,
    answerKey,
    language: 'bg',
    values,
    attempt: 1,
  })
  if (!result.ok) throw new Error(`The right answer to ${question.id} was refused: ${result.reason}`)
}

function rightValues(answer: AnswerKey['answer'], order: number[]): string[] {
  switch (answer.kind) {
    case 'single':
      return [String(order.indexOf(answer.correct))]
    case 'multiple':
      return answer.correct.map(option => String(order.indexOf(option)))
    case 'number':
      return [String(answer.value)]
    case 'text':
      return answer.accepted
        .flatMap(accepted => ('literal' in accepted ? [accepted.literal] : []))
        .slice(0, 1)
  }
}
