import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BoundedCache } from '#app/platform/bounded-cache.ts'
import { now } from '#app/platform/clock.ts'
import type { Language } from '#app/platform/language.ts'
import type { Course, Lesson } from '../course.ts'
import { lessonImage } from '../lesson-image.server.ts'
import { handoutContent } from './handout-content.ts'
import { printHandout } from './pdf/print-handout.server.ts'
import type { Publisher } from './pdf/title-items.server.ts'

export type Handout = { pdf: Buffer; etag: string }

export type HandoutRequest = {
  course: Course
  lesson: Lesson
  language: Language
  publisher: Publisher
  /** Address of the site without a slash at the end, and of the lesson's page. */
  site: string
  url: string
}

/** A handout takes some 200 KB, and a third of a second to print. */
const printed = new BoundedCache<Promise<Handout>>(48)

/** The lesson as a PDF. Printed once for the same lesson, language and publisher, as long as it is remembered. */
export function lessonHandout(request: HandoutRequest): Promise<Handout> {
  const key = fingerprint(request)
  return printed.get(key, () =>
    print(request).then(
      pdf => ({ pdf, etag: `"${key.slice(0, 32)}"` }),
      (error: unknown) => {
        printed.forget(key)
        throw error
      },
    ),
  )
}

function print({ course, lesson, language, publisher, site, url }: HandoutRequest): Promise<Buffer> {
  return printHandout({
    content: handoutContent(course, lesson, language),
    publisher,
    site,
    url,
    createdAt: now(),
    picture: address => readPicture(course, lesson, address),
  })
}

/** Pictures have the hash of their bytes in their address, so the text alone tells lessons apart. */
function fingerprint({ course, lesson, language, publisher, url }: HandoutRequest): string {
  const { title, edition, editionName, published, licence, authors, lessons } = course
  return createHash('sha256')
    .update(hashOfLesson(lesson))
    .update(JSON.stringify([title, edition, editionName, published, licence, authors, lessons.length]))
    .update(JSON.stringify([language, publisher, url]))
    .digest('hex')
}

/** A lesson never changes: a new text is a new lesson. */
const hashes = new WeakMap<Lesson, string>()

function hashOfLesson(lesson: Lesson): string {
  const known = hashes.get(lesson)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(JSON.stringify(lesson)).digest('hex')
  hashes.set(lesson, hash)
  return hash
}

function readPicture(course: Course, lesson: Lesson, address: string): Buffer | null {
  const name = decodeURIComponent(address.split('/').at(-1) ?? '')
  const found = lessonImage(course.id, lesson.id, name)
  return found === null ? null : readFileSync(found.path)
}
