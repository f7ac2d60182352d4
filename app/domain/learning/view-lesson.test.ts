import { expect, test } from 'vitest'
import type { Lesson, LessonText, StaleText } from '#app/domain/courses/course.ts'
import { sampleCourse } from '#tests/factories.ts'
import { viewLesson } from './view-lesson.server.ts'

const [lesson] = sampleCourse.lessons
if (lesson === undefined) throw new Error('The sample course has no lesson')

function withText(language: 'bg' | 'en', change: Partial<LessonText>): Lesson {
  const changed = structuredClone(lesson as Lesson)
  Object.assign(changed.texts[language], change)
  return changed
}

test('a note for trainers is sent to trainers, in its place, and to nobody else', () => {
  const note = { kind: 'trainer' as const, html: '<p>Попитайте групата.</p>' }
  const noted = withText('bg', { segments: [note, { kind: 'html', html: '<p>Край</p>' }] })
  const toTrainer = viewLesson(sampleCourse, noted, 'bg', true)
  expect(toTrainer.segments.map(({ kind }) => kind)).toEqual(['trainer', 'html'])
  expect(Object.values(toTrainer.html)).toContain(note.html)
  expect(JSON.stringify(viewLesson(sampleCourse, noted, 'bg', false))).not.toContain('Попитайте')
})

const behind: StaleText[] = [
  { heading: 'Увод', change: 'changed' },
  { heading: null, change: 'removed' },
]

test('a translation that is behind says so to everybody, and to trainers where', () => {
  const stale = withText('en', { behind })
  expect(viewLesson(sampleCourse, stale, 'en', false).behind).toEqual({ original: 'bg', sections: [] })
  expect(viewLesson(sampleCourse, stale, 'en', true).behind).toEqual({ original: 'bg', sections: behind })
  expect(viewLesson(sampleCourse, stale, 'bg', true).behind).toBeNull()
  expect(viewLesson(sampleCourse, withText('en', { behind: [] }), 'en', true).behind).toBeNull()
})

test('a heading leads to the one at its place in the other language', () => {
  const translated = withText('en', {
    headings: [
      { id: 'h-beginning', text: 'Beginning', level: 2 },
      { id: 'h-details', text: 'Details', level: 3 },
    ],
  })
  const { counterparts } = viewLesson(sampleCourse, translated, 'bg', false)
  expect(counterparts).toEqual({ uvod: 'h-beginning', podrobno: 'h-details' })
  expect(viewLesson(sampleCourse, translated, 'en', false).counterparts).toEqual({
    'h-beginning': 'uvod',
    'h-details': 'podrobno',
  })
})

test.each([
  ['a heading more', [2, 3, 2]],
  ['headings of other levels', [2, 2]],
] as const)('with %s in the translation no heading leads anywhere', (_, levels) => {
  const headings = levels.map((level, index) => ({ id: `h-${index}`, text: 'x', level }))
  expect(viewLesson(sampleCourse, withText('en', { headings }), 'bg', false).counterparts).toEqual({})
})
