import { beforeAll, describe, expect, it } from 'vitest'
import { setCatalogueSource } from '#app/domain/courses/catalogue.server.ts'
import { sampleCourse } from '#app/domain/courses/sample-content.ts'
import { temporaryContent } from '#app/domain/courses/temporary-content.server.ts'
import type { Viewer } from '#app/domain/courses/visibility.ts'
import { startLog } from '#app/platform/log.server.ts'
import { readCourse, readLesson, readPath } from './read-params.server.ts'

const course = { course: 'passwords' }
const lesson = { ...course, lesson: 'first' }
const path = { path: 'start' }

/** Олег, who learns in an academy that is no demonstration. */
const oleg: Viewer = { role: 'learner', demo: false }

function serve(status: string): void {
  setCatalogueSource({
    contentDir: temporaryContent({
      'courses/passwords/course.yml': sampleCourse.replace('status: published', `status: ${status}`),
      'paths/start.yml': `title: { bg: "Начало", en: "Start" }
summary: { bg: "Кратко.", en: "In brief." }
audience: { bg: "За всички.", en: "For everybody." }
status: ${status}
courses: [{ course: passwords }]
`,
    }),
    watch: false,
  })
}

function opened(viewer: Viewer): string[] {
  return [
    () => readCourse(course, viewer).id,
    () => readLesson(lesson, viewer).lesson.id,
    () => readPath(path, viewer).id,
  ].map(read => {
    try {
      return read()
    } catch (thrown) {
      return thrown instanceof Response ? String(thrown.status) : String(thrown)
    }
  })
}

beforeAll(() => startLog('silent'))

describe('an address inside the academy', () => {
  it('opens for Олег what is published', () => {
    serve('published')
    expect(opened(oleg)).toEqual(['passwords', 'first', 'start'])
  })

  it('of a demonstration opens for trainers and in demonstration mode, and for Олег is not there', () => {
    serve('demo')
    expect(opened(oleg)).toEqual(['404', '404', '404'])
    expect(opened({ role: null, demo: false })).toEqual(['404', '404', '404'])
    expect(opened({ role: 'trainer', demo: false })).toEqual(['passwords', 'first', 'start'])
    expect(opened({ role: null, demo: true })).toEqual(['passwords', 'first', 'start'])
  })

  it.each(['draft', 'retired'])('of a %s opens for nobody', status => {
    serve(status)
    expect(opened({ role: 'admin', demo: true })).toEqual(['404', '404', '404'])
  })
})
