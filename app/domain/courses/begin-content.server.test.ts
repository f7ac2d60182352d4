import { describe, expect, it } from 'vitest'
import { beginCourse, beginLesson } from './begin-content.server.ts'
import { checkContent } from './check-content.server.ts'
import { formatDiagnostic } from './diagnostic.ts'
import { sampleCourse } from './sample-content.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const course = { id: 'phishing', track: 'cybersecurity', languages: ['bg', 'en'] } as const

function problems(folder: string): string[] {
  return checkContent(folder).map(formatDiagnostic)
}

describe('beginning a course', () => {
  it.each([[['bg', 'en']], [['en', 'bg']], [['bg']], [['en']]] as const)(
    'in %j gives one that passes the check',
    languages => {
      const folder = temporaryContent()
      const begun = beginCourse(folder, { ...course, languages })
      expect(begun).toMatchObject({ ok: true, files: { length: 2 + languages.length } })
      expect(problems(folder)).toEqual([])
    },
  )

  it('never touches what is there', () => {
    const folder = temporaryContent()
    expect(beginCourse(folder, { ...course, id: 'passwords' })).toMatchObject({ ok: false })
    expect(problems(folder)).toEqual([])
  })

  it.each(['', '../x', 'My course', 'Phishing', 'фишинг', '_draft', 'a/b'])(
    'is refused under the name "%s"',
    id => {
      expect(beginCourse(temporaryContent(), { ...course, id })).toMatchObject({ ok: false })
    },
  )
})

describe('beginning a lesson', () => {
  it('puts it at the end, in the languages of the course, for its first outcome', () => {
    const folder = temporaryContent({
      'courses/passwords/course.yml': sampleCourse.replaceAll('LO1', 'A1'),
    })
    saveContent(folder, 'courses/passwords/017-odd/x.txt', '')
    expect(beginLesson(folder, 'passwords', 'next-step')).toEqual({
      ok: true,
      files: ['bg', 'en'].map(language => `courses/passwords/020-next-step/lesson.${language}.md`),
    })
    expect(problems(folder).filter(problem => problem.includes('next-step'))).toEqual([])
  })

  it.each([
    ['a course that is not there', 'pasword', 'next'],
    ['a course outside', '../passwords', 'next'],
    ['a name that is taken', 'passwords', 'first'],
    ['a name that another page has', 'passwords', 'exam'],
    ['a name that does not fit', 'passwords', '020-next'],
    ['a path', 'passwords', '../next'],
  ])('is refused for %s', (_, courseId, id) => {
    const folder = temporaryContent()
    expect(beginLesson(folder, courseId, id)).toMatchObject({ ok: false })
    expect(problems(folder)).toEqual([])
  })

  it('is refused while course.yml has an error', () => {
    const folder = temporaryContent({ 'courses/passwords/course.yml': 'title: x' })
    expect(beginLesson(folder, 'passwords', 'next')).toMatchObject({ ok: false })
  })
})
