import { describe, expect, it } from 'vitest'
import { type KnownCourses, readPath } from './path-file.ts'

const known: KnownCourses = new Map([
  ['passwords', 'published'],
  ['backups', 'published'],
  ['drafted', 'draft'],
  ['shown', 'demo'],
  ['broken', null],
])

function pathOf(courses: string, status = 'published'): string {
  return `title: { bg: "Начало", en: "Start" }
summary: { bg: "Кратко.", en: "In brief." }
audience: { bg: "За всички.", en: "For everybody." }
status: ${status}
courses:
${courses}`
}

const good = pathOf(`  - course: passwords
  - course: backups
    after: [passwords]
`)

function faultsOf(source: string): string[] {
  return readPath('start', source, known).problems.map(
    ({ severity, line, column, code, remedy }) => `${severity} ${line}:${column} ${code} (${remedy})`,
  )
}

describe('a path', () => {
  it('is an ordered list of courses', () => {
    expect(readPath('start', good, known)).toEqual({
      path: {
        id: 'start',
        title: { bg: 'Начало', en: 'Start' },
        summary: { bg: 'Кратко.', en: 'In brief.' },
        audience: { bg: 'За всички.', en: 'For everybody.' },
        status: 'published',
        courses: [
          { id: 'passwords', after: [] },
          { id: 'backups', after: ['passwords'] },
        ],
      },
      problems: [],
    })
  })

  it.each([
    [
      'a course that does not exist',
      good.replace('course: backups', 'course: backup'),
      'error 7:13 path-course-unknown (did you mean "backups"?)',
    ],
    [
      'a course named twice',
      pathOf('  - course: passwords\n  - course: passwords\n'),
      'error 7:13 path-course-repeated (name each course once)',
    ],
    [
      'a course that comes after a later one',
      pathOf('  - course: passwords\n    after: [backups]\n  - course: backups\n'),
      'error 7:13 path-after-later (put the courses in the order in which they are taken)',
    ],
    [
      'a course that comes after itself',
      pathOf('  - course: passwords\n    after: [passwords]\n'),
      'error 7:13 path-after-later (put the courses in the order in which they are taken)',
    ],
    [
      'a course that comes after one outside of the path',
      good.replace('[passwords]', '[passwords, paswords]'),
      'error 8:24 path-after-unknown (did you mean "passwords"?)',
    ],
    ['an empty list', `${pathOf('').trimEnd()} []\n`, 'error 5:10 field-invalid (name at least one course)'],
    [
      'an unknown field',
      good.replace('    after:', '    befor:'),
      'error 8:5 field-unknown (known here: course, after)',
    ],
    [
      'an unknown status',
      pathOf('  - course: passwords\n', 'open'),
      'error 4:9 field-invalid (write one of: published, draft, retired, demo)',
    ],
  ])('is left out with %s, which is reported at its place', (_, source, fault) => {
    expect(faultsOf(source)).toEqual([fault])
    expect(readPath('start', source, known).path).toBeNull()
  })

  it.each([
    ['a draft', 'drafted', 'publish the course, or take it out of the path'],
    ['a demonstration', 'shown', 'publish the course, or take it out of the path'],
    ['a course that cannot be served', 'broken', 'mend the course'],
  ])('stays up with a warning when it holds %s', (_, course, remedy) => {
    const source = pathOf(`  - course: passwords\n  - course: ${course}\n`)
    expect(faultsOf(source)).toEqual([`warning 7:13 path-course-hidden (${remedy})`])
    expect(readPath('start', source, known).path?.courses).toHaveLength(2)
  })

  it('of the same status as its courses is no reason to warn, and a draft may hold anything', () => {
    expect(faultsOf(pathOf('  - course: shown\n  - course: passwords\n', 'demo'))).toEqual([])
    expect(faultsOf(pathOf('  - course: drafted\n  - course: broken\n', 'draft'))).toEqual([])
  })
})
