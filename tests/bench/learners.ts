import { randomUUID } from 'node:crypto'
import { readSession } from '#app/domain/accounts/sessions.server.ts'
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { signUp } from '#app/domain/accounts/sign-up.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { AnswerKey, Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { confirmReading } from '#app/domain/learning/confirm-reading.server.ts'
import { keyOptions, type OfferedOptions } from '#app/domain/learning/keyed-options.server.ts'
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
  const scope = { learnerId: learner.id, courseId: course.id, lessonId: lesson.id, attempt: 1 }
  const values = rightValues(answerKey.answer, keyOptions(question, scope))
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

function rightValues(answer: AnswerKey['answer'], { options, blanks }: OfferedOptions): string[] {
  const idIn = (offered: OfferedOptions['options'], filed: number) =>
    offered.find(({ option }) => option === filed)?.id ?? ''
  switch (answer.kind) {
    case 'single':
      return [idIn(options, answer.correct)]
    case 'multiple':
      return answer.correct.map(option => idIn(options, option))
    case 'order':
      return answer.order.map((option, place) => `${idIn(options, option)}:${place + 1}`)
    case 'match':
      return answer.pairs.map(option => idIn(options, option))
    case 'blanks':
      return answer.blanks.map((gap, number) =>
        gap.kind === 'choice' ? idIn(blanks[number] ?? [], gap.correct) : wordsFor(gap),
      )
    default:
      return [wordsFor(answer)]
  }
}

function wordsFor(key: Extract<AnswerKey['answer'], { kind: 'number' | 'text' }>): string {
  if (key.kind === 'number') return String(key.value)
  const literal = key.accepted.find(accepted => 'literal' in accepted)
  return literal?.literal ?? ''
}
