import type { Params } from '@remix-run/react'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { Course, Lesson } from '#app/domain/courses/course.ts'
import { isOpen } from '#app/domain/courses/course-card.ts'
import { isLanguage, type Language } from '#app/platform/language.ts'

/** A 404 that says what was looked for, so that the page can help. */
export function notFound(about: 'page' | 'course' | 'lesson' | 'certificate'): Response {
  return new Response(about, { status: 404 })
}

export function readLanguage(params: Params): Language {
  if (!isLanguage(params.lang)) throw notFound('page')
  return params.lang
}

export function readCourse(params: Params): Course {
  const course = catalogue().findCourse(params.course ?? '')
  if (course === null || !isOpen(course)) throw notFound('course')
  return course
}

export function readLesson(params: Params): { course: Course; lesson: Lesson } {
  const course = readCourse(params)
  const lesson = course.lessons.find(entry => entry.id === params.lesson)
  if (lesson === undefined) throw notFound('lesson')
  return { course, lesson }
}
