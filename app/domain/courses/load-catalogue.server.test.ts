import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLessonCache } from './lesson-cache.server.ts'
import { loadCatalogue } from './load-catalogue.server.ts'
import { sampleCourse, sampleCover, sampleFigure, sampleFiles, sampleLesson } from './sample-content.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const lessonFile = 'courses/passwords/010-first/lesson.bg.md'
const second = {
  'courses/passwords/020-second/lesson.bg.md': sampleLesson,
  'courses/passwords/020-second/lesson.en.md': sampleLesson,
  'courses/passwords/020-second/plan.svg': sampleFigure,
}

function lessonIds(folder: string): string[] {
  return loadCatalogue(folder).catalogue.courses.flatMap(course => course.lessons.map(lesson => lesson.id))
}

describe('a content folder without faults', () => {
  it('becomes a catalogue', () => {
    const { catalogue, diagnostics, findFile } = loadCatalogue(temporaryContent(second))
    expect(diagnostics).toEqual([])
    expect(catalogue.findCourse('passwords')).toMatchObject({
      id: 'passwords',
      cover: expect.stringContaining('class="cover"'),
      lessons: [
        { id: 'first', courseId: 'passwords', number: 1 },
        { id: 'second', number: 2 },
      ],
    })
    expect(catalogue.findLesson('passwords', 'second')?.questions).toHaveLength(4)
    expect(catalogue.answerKey('passwords', 'first', 'q-single')?.answer).toEqual({
      kind: 'single',
      correct: 1,
    })
    expect(findFile('passwords', 'first', 'plan.svg')).toMatchObject({
      contentType: 'image/svg+xml',
      hash: expect.stringMatching(/^[0-9a-f]{8}$/),
      path: expect.stringMatching(/010-first\/plan\.svg$/),
    })
  })

  it('answers null for what it does not have', () => {
    const { catalogue, findFile } = loadCatalogue(temporaryContent())
    expect(catalogue.findCourse('constructor')).toBeNull()
    expect(catalogue.findLesson('passwords', '010-first')).toBeNull()
    expect(catalogue.answerKey('passwords', 'first', '__proto__')).toBeNull()
    expect(findFile('passwords', 'first', '../../../etc/passwd')).toBeNull()
    expect(findFile('passwords', 'first', 'lesson.bg.md')).toBeNull()
  })

  it('cannot be changed', () => {
    const { catalogue } = loadCatalogue(temporaryContent())
    const lesson = catalogue.findLesson('passwords', 'first')
    expect(() => lesson?.texts.bg.segments.pop()).toThrow(TypeError)
    expect(() =>
      Object.assign(catalogue.answerKey('passwords', 'first', 'q-single') ?? {}, { answer: null }),
    ).toThrow(TypeError)
    expect(Object.isFrozen(catalogue.courses)).toBe(true)
  })

  it('is ordered by track and then by id', () => {
    const files = Object.entries({ b: 'hpc', a: 'hpc', z: 'cybersecurity', y: 'data' }).flatMap(
      ([id, track]) =>
        Object.entries(sampleFiles).map(([path, source]) => [
          path.replace('passwords', id),
          source.replace('track: cybersecurity', `track: ${track}`),
        ]),
    )
    const folder = temporaryContent(Object.fromEntries(files))
    expect(loadCatalogue(folder).catalogue.courses.map(course => course.id)).toEqual([
      'passwords',
      'z',
      'y',
      'a',
      'b',
    ])
  })

  it('leaves out drafts, hidden files and folders inside lessons', () => {
    const folder = temporaryContent({
      'courses/_draft/course.yml': 'nothing',
      'courses/passwords/_030-draft/lesson.bg.md': 'nothing',
      'courses/passwords/010-first/.DS_Store': 'x',
      'courses/passwords/010-first/labs/ssh/lab.yml': 'x',
    })
    expect(loadCatalogue(folder).diagnostics).toEqual([])
    expect(lessonIds(folder)).toEqual(['first'])
  })

  it('may be written with Windows line ends and a byte order mark', () => {
    const folder = temporaryContent({ [lessonFile]: `\uFEFF${sampleLesson.replaceAll('\n', '\r\n')}` })
    expect(loadCatalogue(folder).diagnostics).toEqual([])
  })

  it('reports progress after every course', () => {
    const steps: number[][] = []
    loadCatalogue(temporaryContent(), { onProgress: (done, total) => steps.push([done, total]) })
    expect(steps).toEqual([[1, 1]])
  })
})

describe('a fault', () => {
  it.each([
    [
      'in a lesson',
      { [lessonFile]: sampleLesson.replace('## Първо', '# Първо') },
      lessonFile,
      9,
      1,
      'heading-first-level',
    ],
    ['in a lesson that is missing', { [lessonFile]: null }, lessonFile, 1, 1, 'language-missing'],
    [
      'in a file of 2 MB',
      { [lessonFile]: sampleLesson + 'дума '.repeat(250_000) },
      lessonFile,
      1,
      1,
      'file-too-large',
    ],
    ['in the encoding', { [lessonFile]: Buffer.from([0xff, 0xfe, 0x41]) }, lessonFile, 1, 1, 'file-encoding'],
    [
      'in a picture',
      { 'courses/passwords/010-first/plan.svg': sampleFigure.replace('<text', '<script/><text') },
      'courses/passwords/010-first/plan.svg',
      1,
      sampleFigure.indexOf('<text') + 1,
      'svg-unsafe',
    ],
    [
      'in a picture that nothing shows',
      { 'courses/passwords/010-first/x.svg': '<svg onload="x" width="1" height="1"></svg>' },
      'courses/passwords/010-first/x.svg',
      1,
      6,
      'svg-unsafe',
    ],
  ])('%s leaves the lesson out and the rest up', (_, changes, file, line, column, code) => {
    const folder = temporaryContent({ ...second, ...changes })
    const { catalogue, diagnostics, findFile } = loadCatalogue(folder)
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ severity: 'error', file, line, column, code }),
    )
    expect(catalogue.courses[0]?.lessons.map(({ id, number }) => [id, number])).toEqual([['second', 1]])
    expect(findFile('passwords', 'first', 'plan.svg')).toBeNull()
  })

  it.each([
    ['the name of a lesson', 'courses/passwords/notes/x.txt', 'courses/passwords/notes', 'lesson-folder'],
    [
      'two lessons with one id',
      'courses/passwords/030-first/lesson.bg.md',
      'courses/passwords/030-first',
      'lesson-id-repeated',
    ],
    [
      'two lessons with one number',
      'courses/passwords/10-third/lesson.bg.md',
      'courses/passwords/10-third',
      'lesson-number-repeated',
    ],
  ])('in %s leaves out the later folder', (_, path, file, code) => {
    const folder = temporaryContent({ [path]: sampleLesson })
    expect(loadCatalogue(folder).diagnostics).toMatchObject([
      { severity: 'error', file, line: 1, column: 1, code },
    ])
    expect(lessonIds(folder)).toEqual(['first'])
  })

  it.each([
    [
      'in course.yml',
      { 'courses/passwords/course.yml': sampleCourse.replace('level: 3', 'level: 0') },
      'courses/passwords/course.yml',
      5,
      8,
      'field-invalid',
    ],
    ['in YAML', { 'courses/passwords/course.yml': 'title: "' }, 'courses/passwords/course.yml', 1, 9, 'yaml'],
    [
      'of a missing course.yml',
      { 'courses/passwords/course.yml': null },
      'courses/passwords/course.yml',
      1,
      1,
      'course-file-missing',
    ],
    [
      'in a code',
      {
        'courses/passwords/course.yml': sampleCourse.replace('4.1', '9.1'),
        'frameworks/digcomp-2.2.yml':
          'id: a\nname: { bg: а, en: a }\nitems: [{ id: "4.1", name: { bg: а, en: a } }]',
      },
      'courses/passwords/course.yml',
      12,
      15,
      'framework-code',
    ],
  ])('%s leaves the course out', (_, changes, file, line, column, code) => {
    const { catalogue, diagnostics } = loadCatalogue(temporaryContent(changes))
    expect(diagnostics).toMatchObject([{ severity: 'error', file, line, column, code }])
    expect(catalogue.courses).toEqual([])
  })

  it('in the name of a course leaves it out and the others up', () => {
    const { catalogue, diagnostics } = loadCatalogue(
      temporaryContent({ 'courses/My Course/course.yml': sampleCourse }),
    )
    expect(diagnostics).toMatchObject([{ file: 'courses/My Course/course.yml', code: 'course-folder' }])
    expect(catalogue.courses).toHaveLength(1)
  })

  it.each([
    ['missing', null, 'cover-missing'],
    ['unsafe', sampleCover.replace('<path', '<path onload="x"'), 'cover-content'],
    ['too large', `${sampleCover}${' '.repeat(1024 * 1024)}`, 'file-too-large'],
  ])('of a cover that is %s leaves the course without a cover', (_, source, code) => {
    const { catalogue, diagnostics } = loadCatalogue(
      temporaryContent({ 'courses/passwords/cover.svg': source }),
    )
    expect(diagnostics).toMatchObject([
      { severity: 'error', file: 'courses/passwords/cover.svg', line: 1, code },
    ])
    expect(catalogue.courses[0]?.cover).toBe('')
  })

  it('in a framework file is reported, and its codes are not checked', () => {
    const { catalogue, diagnostics } = loadCatalogue(
      temporaryContent({ 'frameworks/digcomp-2.2.yml': 'id: a\nitems: []' }),
    )
    expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([
      ['frameworks/digcomp-2.2.yml', 'field-missing'],
      ['frameworks/digcomp-2.2.yml', 'field-invalid'],
    ])
    expect(catalogue.courses).toHaveLength(1)
  })

  it('of a missing content folder is one diagnostic', () => {
    const { catalogue, diagnostics } = loadCatalogue('/nowhere/at/all')
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'content-missing' }])
    expect(catalogue.courses).toEqual([])
  })

  it('never lets a link lead out of the content folder', () => {
    const folder = temporaryContent()
    const outside = temporaryContent()
    writeFileSync(join(outside, 'secret.svg'), sampleFigure)
    symlinkSync(join(outside, 'secret.svg'), join(folder, 'courses/passwords/010-first/secret.svg'))
    symlinkSync(
      join(folder, 'courses/passwords/010-first/plan.svg'),
      join(folder, 'courses/passwords/010-first/same.svg'),
    )
    const { findFile } = loadCatalogue(folder)
    expect(findFile('passwords', 'first', 'secret.svg')).toBeNull()
    expect(findFile('passwords', 'first', 'same.svg')).not.toBeNull()
  })
})

describe('a warning', () => {
  it.each([
    [
      'an outcome that no question assesses',
      {
        'courses/passwords/course.yml': sampleCourse.replace(
          '    digcomp: ["4.1"]',
          '  - id: LO2\n    text: { bg: "А", en: "B" }',
        ),
      },
      'courses/passwords/course.yml',
      12,
      9,
      'outcome-unassessed',
    ],
    [
      'a text in a language that the course does not have',
      { 'courses/passwords/010-first/lesson.ru.md': 'x' },
      'courses/passwords/010-first/lesson.ru.md',
      1,
      1,
      'language-unused',
    ],
    [
      "an editor's own file",
      { 'courses/passwords/010-first/lesson.bg.md~': 'x' },
      'courses/passwords/010-first/lesson.bg.md~',
      1,
      1,
      'file-unserved',
    ],
  ])('for %s leaves everything up', (_, changes, file, line, column, code) => {
    const folder = temporaryContent(changes)
    expect(loadCatalogue(folder).diagnostics).toMatchObject([
      { severity: 'warning', file, line, column, code },
    ])
    expect(lessonIds(folder)).toEqual(['first'])
  })
})

describe('loading again', () => {
  it('compiles only what changed', () => {
    const folder = temporaryContent(second)
    const cache = createLessonCache()
    const before = loadCatalogue(folder, { cache }).catalogue
    saveContent(folder, lessonFile, sampleLesson.replace('Текст.', 'Друг текст.'))
    const after = loadCatalogue(folder, { cache }).catalogue
    const text = (catalogue: typeof before, id: string) => catalogue.findLesson('passwords', id)?.texts.bg
    expect(text(after, 'second')).toBe(text(before, 'second'))
    expect(text(after, 'first')).not.toBe(text(before, 'first'))
    expect(JSON.stringify(text(after, 'first'))).toContain('Друг текст.')
  })

  it.each([
    [
      'a picture',
      (folder: string) =>
        saveContent(folder, 'courses/passwords/010-first/plan.svg', sampleFigure.replaceAll('720', '721')),
    ],
    [
      'the outcomes',
      (folder: string) =>
        saveContent(folder, 'courses/passwords/course.yml', sampleCourse.replace('LO1', 'LO2')),
    ],
    [
      'the lessons around',
      (folder: string) => rmSync(join(folder, 'courses/passwords/020-second'), { recursive: true }),
    ],
  ])('sees that %s changed', (_, change) => {
    const folder = temporaryContent(second)
    const cache = createLessonCache()
    const before = loadCatalogue(folder, { cache }).catalogue.findLesson('passwords', 'first')?.texts
    change(folder)
    expect(loadCatalogue(folder, { cache }).catalogue.findLesson('passwords', 'first')?.texts).not.toBe(
      before,
    )
  })
})
