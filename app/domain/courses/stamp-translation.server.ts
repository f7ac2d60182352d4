import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isLanguage } from '#app/platform/language.ts'
import { describeCourseFile } from './compile-course.ts'
import { readContentText } from './content-files.server.ts'
import { stampTranslation } from './stamp-translation.ts'
import { stampOf } from './translation-stamp.ts'

export type StampedFile =
  /** `original`: the path of the text that the translation now names as its source. */
  { ok: true; changed: boolean; original: string } | { ok: false; reason: string }

/**
 * Notes in a translation that it was made from the original as that is now. The file is a `lesson.en.md` or
 * `exam.en.md` in its place inside a course; the first of the course's languages is the original.
 */
export function stampTranslationFile(path: string): StampedFile {
  const [, kind, language] = /^(lesson|exam)\.([a-z]+)\.md$/.exec(basename(path)) ?? []
  if ((kind !== 'lesson' && kind !== 'exam') || !isLanguage(language)) {
    return { ok: false, reason: 'it is not named like a translation, such as lesson.en.md or exam.en.md' }
  }
  const translation = readContentText(path)
  if (!translation.ok) return refuse(translation.problem)
  const course = kind === 'lesson' ? dirname(dirname(path)) : dirname(path)
  const courseFile = readContentText(join(course, 'course.yml'))
  if (!courseFile.ok) return { ok: false, reason: 'there is no course.yml of its course that can be read' }
  const { value } = describeCourseFile(courseFile.text, new Map())
  const first = value?.languages[0]
  if (value === null || first === undefined) {
    return { ok: false, reason: 'the course.yml of its course has an error: run "npx zagore content check"' }
  }
  if (language === first) {
    return { ok: false, reason: `it is the original: "${first}" is the first of languages in course.yml` }
  }
  if (!value.languages.includes(language)) {
    return { ok: false, reason: `"${language}" is not among the languages in course.yml` }
  }
  const original = join(dirname(path), `${kind}.${first}.md`)
  const source = readContentText(original)
  if (!source.ok) return { ok: false, reason: `its original ${basename(original)} cannot be read` }
  // The bytes as they are: `readContentText` has said that they are UTF-8.
  const stamped = stampTranslation(kind, readFileSync(path, 'utf8'), stampOf(first, source.text))
  if (!stamped.ok) return stamped
  if (stamped.changed) writeFileSync(path, stamped.text)
  return { ok: true, changed: stamped.changed, original }
}

function refuse({ message, remedy }: { message: string; remedy: string }): StampedFile {
  return { ok: false, reason: `${message} (${remedy})` }
}
