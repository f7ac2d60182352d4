import { type APIRequestContext, expect } from '@playwright/test'
import { readIdentifier } from '#app/domain/certificates/identifier.ts'
import { transliterateName } from '#app/domain/certificates/transliteration.ts'
import type { Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import { type Given, keyOf, rightAnswer } from './content.ts'
import { postForm } from './post-form.ts'
import { postedValues } from './posted-values.ts'

/** Brings the learner of `request` to the end of a course, by the forms that the pages send. */
export async function completeCourse(
  request: APIRequestContext,
  course: Course,
  language: Language,
): Promise<void> {
  for (const lesson of course.lessons) await completeLesson(request, lesson, language)
}

export async function completeLesson(
  request: APIRequestContext,
  lesson: Lesson,
  language: Language,
): Promise<void> {
  for (const question of lesson.questions) {
    await sendAnswer(request, lesson, question, rightAnswer(keyOf(lesson, question), language), language)
  }
  const here = paths.lesson(language, lesson.courseId, lesson.id)
  expect((await postForm(request, here, { intent: 'confirm-reading' })).status()).toBe(302)
}

/** Sends one answer; `attempt` is the number that the page would carry. */
export async function sendAnswer(
  request: APIRequestContext,
  lesson: Lesson,
  question: Question,
  given: Given,
  language: Language,
  attempt = 1,
): Promise<void> {
  const here = paths.lesson(language, lesson.courseId, lesson.id)
  const shown = await request.get(here)
  expect(shown.status(), here).toBe(200)
  const page = await shown.text()
  const values = postedValues(page, question, given, language)
  const response = await postForm(request, here, {
    intent: 'answer',
    question: question.id,
    attempt: String(attempt),
    [`answer:${question.id}`]: values,
  })
  expect(response.status(), `answer to ${question.id}`).toBe(302)
}

/** Completes a course and has its certificate issued. Returns the certificate's number without dashes. */
export async function earnCertificate(
  request: APIRequestContext,
  course: Course,
  name: string,
  language: Language = 'bg',
): Promise<string> {
  await completeCourse(request, course, language)
  const claim = { name, nameLatin: transliterateName(name) }
  const issued = await postForm(request, paths.courseCertificate(language, course.id), claim)
  const read = readIdentifier(/[0-9A-Z]{16}$/.exec(issued.headers().location ?? '')?.[0] ?? '')
  if (!read.ok) throw new Error('The claim leads to no certificate.')
  expect(issued.headers().location).toBe(paths.certificate(language, read.id))
  return read.id
}
