import { describe, expect, it } from 'vitest'
import { describeCourseFile } from './compile-course.ts'
import { sampleCourse } from './sample-content.ts'

const names = ['4.1', '4.2'].map(code => ({
  framework: 'digcomp' as const,
  code,
  name: { bg: 'Защита', en: 'Protection' },
  source: null,
}))
const frameworks = new Map([['digcomp', names]] as const)

function broken(from: string, to: string) {
  expect(sampleCourse).toContain(from)
  return describeCourseFile(sampleCourse.replace(from, to), frameworks)
}

describe('course.yml', () => {
  it('gives null and empty lists for what is left out', () => {
    const { value, problems } = describeCourseFile(sampleCourse, frameworks)
    expect(problems).toEqual([])
    expect(value).toMatchObject({
      eqf: null,
      editionName: null,
      published: null,
      prerequisites: null,
      workload: { academicHours: 2, ects: null },
      assessment: { attempts: null, cooldownHours: null },
      certificate: { validMonths: null },
      outcomes: [{ id: 'LO1', digcomp: ['4.1'], ecf: [], ecsf: [], hpccf: [], esco: [] }],
    })
  })

  it.each([
    ['an unknown field', 'level: 3', 'level: 3\nlevels: 4', 6, 1, 'field-unknown', 'did you mean "level"?'],
    [
      'an unknown field of an outcome',
      'digcomp: ["4.1"]',
      'digkomp: ["4.1"]',
      12,
      5,
      'field-unknown',
      'did you mean "digcomp"?',
    ],
    ['a missing field', 'level: 3\n', '', 1, 1, 'field-missing', 'whole number from 1 to 8'],
    [
      'a missing language',
      '{ bg: "Пароли", en: "Passwords" }',
      '{ bg: "Пароли" }',
      1,
      8,
      'field-missing',
      'write a text',
    ],
    [
      'a level that does not exist',
      'level: 3',
      'level: 9',
      5,
      8,
      'field-invalid',
      'whole number from 1 to 8',
    ],
    ['an edition that is not whole', 'edition: 1', 'edition: 1.5', 6, 10, 'field-invalid', 'whole number'],
    [
      'an unknown track',
      'cybersecurity',
      'cooking',
      4,
      8,
      'field-invalid',
      'write one of: cybersecurity, data, hpc',
    ],
    ['an unknown language', '[bg, en]', '[bg, ru]', 7, 17, 'field-invalid', 'write one of: bg, en'],
    [
      'a code that is not in quotes',
      '["4.1"]',
      '[4.1]',
      12,
      15,
      'field-invalid',
      'put the code in quotes: "4.1"',
    ],
    [
      'a code that its framework does not have',
      '["4.1"]',
      '["4.1", "9.9"]',
      12,
      22,
      'framework-code',
      'known here: 4.1, 4.2',
    ],
    [
      'two outcomes with one id',
      'digcomp: ["4.1"]',
      'digcomp: ["4.1"]\n  - id: LO1\n    text: { bg: "А", en: "B" }',
      13,
      9,
      'field-invalid',
      'give every outcome its own id',
    ],
    ['an exam that is not described', 'type: quiz', 'type: exam', 13, 21, 'exam-missing', 'add exam'],
    [
      'a word in place of a group',
      'certificate: {}',
      'certificate: yes',
      15,
      14,
      'field-invalid',
      'write it as {}',
    ],
    ['a status that does not exist', 'published', 'ready', 18, 9, 'field-invalid', 'published'],
  ])('reports %s', (_, from, to, line, column, code, remedy) => {
    const { value, problems } = broken(from, to)
    expect(value).toBeNull()
    expect(problems).toMatchObject([
      { severity: 'error', line, column, code, remedy: expect.stringContaining(remedy) },
    ])
  })

  it.each(['2026-02-29', '2026-13-01', '22.11.2026', '2026-11-22T09:00:00Z', '2026'])(
    'reports a day of publishing that the calendar does not have: %s',
    day => {
      const { value, problems } = describeCourseFile(`${sampleCourse}published: ${day}\n`, frameworks)
      expect(value).toBeNull()
      expect(problems).toMatchObject([
        { line: 19, column: 12, code: 'field-invalid', remedy: expect.stringContaining('as 2026-11-22') },
      ])
    },
  )

  it('takes the day of publishing as text, the one of a leap year too', () => {
    for (const day of ['2026-11-22', '2028-02-29']) {
      const described = describeCourseFile(`${sampleCourse}published: ${day}\n`, frameworks)
      expect(described.problems).toEqual([])
      expect(described.value?.published).toBe(day)
    }
  })

  it('does not check the codes of a framework that nobody has listed', () => {
    expect(broken('digcomp: ["4.1"]', 'hpccf: ["K1.1"]').problems).toEqual([])
  })

  it('accepts an exam that is described', () => {
    expect(broken('type: quiz', 'type: exam').value).toBeNull()
    const described = sampleCourse.replace('type: quiz', 'type: exam')
    expect(
      describeCourseFile(`${described}exam: { questions: 20, minutes: 40 }\n`, frameworks).value,
    ).not.toBeNull()
  })
})
