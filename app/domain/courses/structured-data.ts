import type { Language } from '#app/platform/language.ts'
import type { Course, Lesson } from './course.ts'

/** What structured data of a course needs from outside the course. */
export type DataSurroundings = {
  language: Language
  /** Absolute address of the page in this language. */
  url: string
  /** Absolute address of the course's page; the same as `url` for a course. */
  courseUrl: string
  /** Absolute address of a picture. */
  image: string
  provider: { name: string; url: string }
}

/** Values that JSON can hold, in the way that schema.org names them. */
export type StructuredData = {
  [key: string]: string | number | boolean | StructuredData | StructuredDataList
}
type StructuredDataList = (string | StructuredData)[]

/** A course as schema.org describes one (Course with one CourseInstance), for search engines. */
export function courseData(course: Course, around: DataSurroundings): StructuredData {
  const { language, url, image, provider } = around
  const workload = durationOf(course.workload.academicHours)
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': url,
    url,
    name: course.title[language],
    description: course.summary[language],
    inLanguage: language,
    provider: { '@type': 'Organization', ...provider },
    educationalLevel: levelOf(course),
    timeRequired: workload,
    teaches: course.outcomes.map(outcome => outcome.text[language]),
    ...(course.prerequisites === null ? {} : { coursePrerequisites: course.prerequisites[language] }),
    ...(course.published === null ? {} : { datePublished: course.published }),
    ...licenceOf(course),
    image,
    isAccessibleForFree: true,
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'EUR' },
    hasCourseInstance: [
      {
        '@type': 'CourseInstance',
        courseMode: modes[course.participation],
        courseWorkload: workload,
        inLanguage: language,
      },
    ],
  }
}

/** A lesson as schema.org describes a learning resource. */
export function lessonData(course: Course, lesson: Lesson, around: DataSurroundings): StructuredData {
  const { language, url, courseUrl, provider } = around
  const { title, summary } = lesson.texts[language]
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: title,
    description: summary,
    inLanguage: language,
    provider: { '@type': 'Organization', ...provider },
    educationalLevel: levelOf(course),
    timeRequired: minutes(lesson.minutes.read + lesson.minutes.practice),
    ...licenceOf(course),
    position: lesson.number,
    isPartOf: { '@type': 'Course', '@id': courseUrl, name: course.title[language] },
  }
}

const modes = { online: 'online', 'on-site': 'onsite', blended: 'blended' } satisfies Record<
  Course['participation'],
  string
>

function levelOf({ level }: Course): string {
  return `DigComp ${level}`
}

/** ISO 8601 duration of academic hours, which have 45 minutes. */
export function durationOf(academicHours: number): string {
  return minutes(Math.round(academicHours * 45))
}

function minutes(count: number): string {
  const [hours, rest] = [Math.floor(count / 60), count % 60]
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`
}

/** The address of a Creative Commons licence; the property asks for an address, so other names are left out. */
function licenceOf({ licence }: Course): { license?: string } {
  if (licence === 'CC0-1.0') return { license: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  const [, terms, version] = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/.exec(licence) ?? []
  return terms === undefined
    ? {}
    : { license: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/` }
}
