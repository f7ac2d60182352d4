import type { AppLoadContext } from '@remix-run/node'
import type { Params } from '@remix-run/react'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { Course, Lesson } from '#app/domain/courses/course.ts'
import { isOpen } from '#app/domain/courses/course-card.ts'
import type { LearningPath } from '#app/domain/courses/learning-path.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import { env } from '#app/platform/env.server.ts'
import { isLanguage, type Language } from '#app/platform/language.ts'

/** A 404 that says what was looked for, so that the page can help. */
export function notFound(about: 'page' | 'course' | 'lesson' | 'path' | 'certificate' | 'share'): Response {
  return new Response(about, { status: 404 })
}

export function readLanguage(params: Params): Language {
  if (!isLanguage(params.lang)) throw notFound('page')
  return params.lang
}

/** What the sender of this request is to the rules of who may see what. */
export async function readViewer(request: Request, context: AppLoadContext): Promise<Viewer> {
  const visitor = await readVisitor(request, context)
  return { role: visitor?.role ?? null, demo: env().mode === 'demo' }
}

export function readCourse(params: Params, viewer: Viewer): Course {
  const course = catalogue().findCourse(params.course ?? '')
  if (course === null || !isOpen(course, viewer)) throw notFound('course')
  return course
}

export function readPath(params: Params, viewer: Viewer): LearningPath {
  const path = catalogue().findPath(params.path ?? '')
  if (path === null || !isOpen(path, viewer)) throw notFound('path')
  return path
}

export function readLesson(params: Params, viewer: Viewer): { course: Course; lesson: Lesson } {
  const course = readCourse(params, viewer)
  const lesson = course.lessons.find(entry => entry.id === params.lesson)
  if (lesson === undefined) throw notFound('lesson')
  return { course, lesson }
}
