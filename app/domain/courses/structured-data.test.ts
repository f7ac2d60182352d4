import { expect, test } from 'vitest'
import { z } from 'zod'
import { sampleCourse } from '#tests/factories.ts'
import { courseData, durationOf, lessonData } from './structured-data.ts'

const around = {
  language: 'bg',
  url: 'https://academy.example.org/bg/courses/sample',
  courseUrl: 'https://academy.example.org/bg/courses/sample',
  image: 'https://academy.example.org/bg/courses/sample/cover.png',
  provider: { name: 'Хъб', url: 'https://example.org' },
} as const

const duration = z.string().regex(/^PT(?=\d)(\d+H)?(\d+M)?$/)
const organization = z.strictObject({ '@type': z.literal('Organization'), name: z.string(), url: z.url() })

/** What search engines ask of a course: the properties of schema.org, by name, each of its kind. */
const courseShape = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Course'),
  '@id': z.url(),
  url: z.url(),
  name: z.string().min(1),
  description: z.string().min(1),
  inLanguage: z.enum(['bg', 'en']),
  provider: organization,
  educationalLevel: z.string(),
  timeRequired: duration,
  teaches: z.array(z.string().min(1)).min(1),
  coursePrerequisites: z.string().optional(),
  datePublished: z.iso.date().optional(),
  license: z.url().optional(),
  image: z.url(),
  isAccessibleForFree: z.literal(true),
  offers: z.strictObject({
    '@type': z.literal('Offer'),
    category: z.literal('Free'),
    price: z.literal(0),
    priceCurrency: z.literal('EUR'),
  }),
  hasCourseInstance: z.tuple([
    z.strictObject({
      '@type': z.literal('CourseInstance'),
      courseMode: z.enum(['online', 'onsite', 'blended']),
      courseWorkload: duration,
      inLanguage: z.enum(['bg', 'en']),
    }),
  ]),
})

test.each([
  sampleCourse,
  { ...sampleCourse, published: '2026-11-22', prerequisites: { bg: 'а', en: 'b' }, licence: 'CC-BY-SA-4.0' },
  { ...sampleCourse, participation: 'on-site' as const },
])('a course is described in the shape that schema.org gives it', course => {
  expect(courseShape.safeParse(courseData(course, around)).error?.issues).toBeUndefined()
})

test('a course says what it teaches, how long it takes and under which licence it is', () => {
  const course = { ...sampleCourse, licence: 'CC-BY-4.0', published: '2026-11-22' }
  expect(courseData(course, around)).toMatchObject({
    name: 'Примерен курс',
    teaches: ['Избира парола'],
    timeRequired: 'PT1H30M',
    educationalLevel: 'DigComp 3',
    datePublished: '2026-11-22',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  })
  expect(courseData({ ...course, licence: 'own' }, around)).not.toHaveProperty('license')
})

test.each([
  [1, 'PT45M'],
  [2, 'PT1H30M'],
  [4, 'PT3H'],
  [0.5, 'PT23M'],
  [40, 'PT30H'],
])('%d academic hours of 45 minutes are %s', (hours, expected) => {
  expect(durationOf(hours)).toBe(expected)
})

test('a lesson is a learning resource that belongs to its course', () => {
  const [lesson] = sampleCourse.lessons
  if (lesson === undefined) throw new Error('The sample has no lesson.')
  const url = 'https://academy.example.org/bg/courses/sample/passwords'
  expect(lessonData(sampleCourse, lesson, { ...around, url })).toMatchObject({
    '@type': 'LearningResource',
    url,
    timeRequired: 'PT15M',
    position: 1,
    isPartOf: { '@type': 'Course', '@id': around.courseUrl },
  })
})
