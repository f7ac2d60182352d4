import { join } from 'node:path'
import { env } from '#app/platform/env.server.ts'
import type { Language } from '#app/platform/language.ts'
import { listFolder, readContentText } from './content-files.server.ts'
import type { Course, Lesson } from './course.ts'
import { readLessonFolder } from './lesson-folder.ts'

/**
 * The file of a lesson as it was written, answers and notes for trainers included: for those who teach, and for nobody
 * else. A language that the course does not have is the original. null when the file is not there any more.
 */
export function lessonSource(course: Course, lesson: Lesson, language: Language): string | null {
  const { contentDir } = env()
  const folders = listFolder(join(contentDir, 'courses', course.id), contentDir) ?? []
  const folder = folders.find(({ name }) => readLessonFolder(name)?.id === lesson.id)
  const written = course.languages.includes(language) ? language : course.languages[0]
  if (folder === undefined) return null
  const file = listFolder(folder.path, contentDir)?.find(({ name }) => name === `lesson.${written}.md`)
  const read = file === undefined ? null : readContentText(file.path)
  return read?.ok ? read.text : null
}
