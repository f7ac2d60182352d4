import { describe, expect, it } from 'vitest'
import { createLessonCache, type LessonCache } from './lesson-cache.server.ts'
import { loadCatalogue } from './load-catalogue.server.ts'
import { sampleLesson } from './sample-content.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const lessonFile = 'courses/passwords/010-first/lesson.bg.md'
const lesson = sampleLesson.replace('\nТекст.\n', '\nТекст с [втори фактор](glossary:mfa).\n')
const glossary = `mfa:
  term: { bg: "втори фактор", en: "second factor" }
  definition: { bg: "Още едно доказателство.", en: "One more proof." }
`
const path = `title: { bg: "Начало", en: "Start" }
summary: { bg: "Кратко.", en: "In brief." }
audience: { bg: "За всички.", en: "For everybody." }
status: published
courses: [{ course: passwords }]
`

function textOf(folder: string, cache?: LessonCache): string {
  const { catalogue } = loadCatalogue(folder, cache === undefined ? {} : { cache })
  const segments = catalogue.findLesson('passwords', 'first')?.texts.bg.segments ?? []
  return segments.map(segment => ('html' in segment ? segment.html : '')).join('')
}

describe('the glossary of a content folder', () => {
  it('is on the catalogue, and lessons say which of its terms they explain', () => {
    const { catalogue, diagnostics } = loadCatalogue(
      temporaryContent({ 'glossary.yml': glossary, [lessonFile]: lesson }),
    )
    expect(diagnostics).toEqual([])
    expect(catalogue.glossary.map(({ id }) => id)).toEqual(['mfa'])
    expect(Object.isFrozen(catalogue.glossary)).toBe(true)
    const texts = catalogue.findLesson('passwords', 'first')?.texts
    expect([texts?.bg.terms, texts?.en.terms]).toEqual([['mfa'], []])
  })

  it('may be missing, and is then missed only by lessons that use it', () => {
    expect(loadCatalogue(temporaryContent()).diagnostics).toEqual([])
    const { catalogue, diagnostics } = loadCatalogue(temporaryContent({ [lessonFile]: lesson }))
    expect(diagnostics).toMatchObject([{ file: lessonFile, line: 11, column: 9, code: 'glossary-unknown' }])
    expect(catalogue.findLesson('passwords', 'first')).toBeNull()
  })

  it('takes no lesson down with it when it has a fault', () => {
    const folder = temporaryContent({
      'glossary.yml': glossary.replace('term:', 'trem:'),
      [lessonFile]: lesson,
    })
    const { diagnostics } = loadCatalogue(folder)
    expect(diagnostics.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ['glossary.yml', 2, 3, 'field-missing'],
      ['glossary.yml', 2, 3, 'field-unknown'],
    ])
    expect(textOf(folder)).toContain('Текст с втори фактор.')
  })

  it('shows a changed definition in lessons that were compiled before', () => {
    const cache = createLessonCache()
    const folder = temporaryContent({ 'glossary.yml': glossary, [lessonFile]: lesson })
    expect(textOf(folder, cache)).toContain('Още едно доказателство.')
    saveContent(folder, 'glossary.yml', glossary.replace('Още едно', 'Второ'))
    expect(textOf(folder, cache)).toContain('Второ доказателство.')
  })
})

describe('the paths of a content folder', () => {
  it('are on the catalogue by their ids and cannot be changed', () => {
    const { catalogue, diagnostics } = loadCatalogue(
      temporaryContent({ 'paths/start.yml': path, 'paths/again.yml': path, 'paths/_later.yml': 'x' }),
    )
    expect(diagnostics).toEqual([])
    expect(catalogue.paths.map(({ id }) => id)).toEqual(['again', 'start'])
    expect(catalogue.findPath('start')).toMatchObject({ courses: [{ id: 'passwords', after: [] }] })
    expect(catalogue.findPath('constructor')).toBeNull()
    expect(() => catalogue.findPath('start')?.courses.pop()).toThrow(TypeError)
  })

  it.each(['Start.yml', 'начало.yml', 'start.yaml', 'start.txt'])('are not in a file named %s', name => {
    const { catalogue, diagnostics } = loadCatalogue(temporaryContent({ [`paths/${name}`]: path }))
    expect(diagnostics).toMatchObject([{ file: `paths/${name}`, line: 1, column: 1, code: 'path-file' }])
    expect(catalogue.paths).toEqual([])
  })

  it('stay up when one of their courses is broken, and fall with one that was never there', () => {
    const broken = loadCatalogue(
      temporaryContent({ 'paths/start.yml': path, 'courses/passwords/course.yml': 'title: x' }),
    )
    expect(broken.catalogue.findPath('start')).not.toBeNull()
    expect(broken.diagnostics.filter(({ file }) => file === 'paths/start.yml')).toMatchObject([
      { severity: 'warning', line: 5, column: 21, code: 'path-course-hidden' },
    ])
    const foreign = loadCatalogue(
      temporaryContent({ 'paths/start.yml': path.replace('course: passwords', 'course: pasword') }),
    )
    expect(foreign.catalogue.findPath('start')).toBeNull()
    expect(foreign.diagnostics).toMatchObject([
      { severity: 'error', file: 'paths/start.yml', line: 5, column: 21, code: 'path-course-unknown' },
    ])
  })
})
