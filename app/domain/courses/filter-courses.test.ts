import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleCourse } from '#tests/factories.ts'
import { tracks } from './course.ts'
import { type CourseCard, describeCourse } from './course-card.ts'
import { filterCourses, lengths, levels, readFilter } from './filter-courses.ts'

const card: CourseCard = describeCourse(sampleCourse, 'bg')
const nothing = { track: null, level: null, length: null, language: null }

function read(query: string) {
  return readFilter(new URLSearchParams(query))
}

describe('the filter in the address', () => {
  test('is read field by field', () => {
    expect(read('track=hpc&level=advanced&length=long&language=en')).toEqual({
      track: 'hpc',
      level: 'advanced',
      length: 'long',
      language: 'en',
    })
  })

  test.each([
    '',
    'track=',
    'track=cooking',
    'track=HPC',
    'level=3',
    'length=4',
    'language=de',
    'utm=x',
    '__proto__=hpc',
  ])('that says %j filters nothing', query => {
    expect(read(query)).toEqual(nothing)
  })
})

describe('a course', () => {
  test('is found where nothing is asked', () => {
    expect(filterCourses(card, nothing)).toBe(true)
  })

  test.each([
    [1, 'foundation'],
    [2, 'foundation'],
    [3, 'intermediate'],
    [4, 'intermediate'],
    [5, 'advanced'],
    [6, 'advanced'],
    [7, 'specialised'],
    [8, 'specialised'],
  ])('of DigComp level %d is %s and nothing else', (level, name) => {
    const fitting = levels.filter(asked => filterCourses({ ...card, level }, { ...nothing, level: asked }))
    expect(fitting).toEqual([name])
  })

  test.each([
    [0.5, 'short'],
    [4, 'short'],
    [4.5, 'medium'],
    [5, 'medium'],
    [10, 'medium'],
    [10.5, 'long'],
    [100, 'long'],
  ])('of %d academic hours is %s and nothing else', (academicHours, name) => {
    const fitting = lengths.filter(asked =>
      filterCourses({ ...card, academicHours }, { ...nothing, length: asked }),
    )
    expect(fitting).toEqual([name])
  })

  test('is found under its own track only', () => {
    expect(tracks.filter(track => filterCourses(card, { ...nothing, track }))).toEqual(['cybersecurity'])
  })

  test('is found under each of its languages', () => {
    const bulgarian: CourseCard = { ...card, languages: ['bg'] }
    expect(filterCourses(bulgarian, { ...nothing, language: 'bg' })).toBe(true)
    expect(filterCourses(bulgarian, { ...nothing, language: 'en' })).toBe(false)
  })
})

test('a condition more never finds more', () => {
  const filter = fc.record({
    track: fc.constantFrom(null, ...tracks),
    level: fc.constantFrom(null, ...levels),
    length: fc.constantFrom(null, ...lengths),
    language: fc.constantFrom(null, 'bg' as const, 'en' as const),
  })
  const course = fc.record({
    track: fc.constantFrom(...tracks),
    level: fc.integer({ min: 1, max: 8 }),
    academicHours: fc.integer({ min: 1, max: 30 }),
    languages: fc.subarray(['bg' as const, 'en' as const], { minLength: 1 }),
  })
  fc.assert(
    fc.property(
      course,
      filter,
      fc.constantFrom('track', 'level', 'length', 'language'),
      (facts, asked, dropped) => {
        const given = { ...card, ...facts }
        return !filterCourses(given, asked) || filterCourses(given, { ...asked, [dropped]: null })
      },
    ),
  )
})
