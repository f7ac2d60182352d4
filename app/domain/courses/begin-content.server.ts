import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#app/platform/language.ts'
import { describeCourseFile } from './compile-course.ts'
import { listFolder, readContentText } from './content-files.server.ts'
import { courseTemplate, coverTemplate, lessonTemplate } from './content-templates.ts'
import type { Track } from './course.ts'
import { isCourseId, isReservedLessonId, readLessonFolder } from './lesson-folder.ts'

/** `files`: paths inside the content folder. */
export type Begun = { ok: true; files: string[] } | { ok: false; reason: string }

export type NewCourse = { id: string; track: Track; languages: readonly Language[] }

const naming = 'use small Latin letters, digits and dashes, beginning with a letter, such as phishing-at-work'

/** Writes a new course with its first lesson. Nothing that exists is ever overwritten. */
export function beginCourse(contentDir: string, { id, track, languages }: NewCourse): Begun {
  if (!isCourseId(id)) return { ok: false, reason: `"${id}" cannot be the name of a course: ${naming}` }
  const folder = `courses/${id}`
  if (existsSync(join(contentDir, folder))) return { ok: false, reason: `There is a course "${id}" already.` }
  return save(contentDir, [
    [`${folder}/course.yml`, courseTemplate(track, languages)],
    [`${folder}/cover.svg`, coverTemplate],
    ...lessonFiles(`${folder}/010-first-lesson`, languages, 'LO1'),
  ])
}

/** Writes a new lesson at the end of a course, in the course's languages. */
export function beginLesson(contentDir: string, courseId: string, id: string): Begun {
  const folder = `courses/${courseId}`
  const entries = isCourseId(courseId) ? listFolder(join(contentDir, folder), contentDir) : null
  if (entries === null) return { ok: false, reason: `There is no course "${courseId}".` }
  if (readLessonFolder(`1-${id}`) === null || isReservedLessonId(id)) {
    return { ok: false, reason: `"${id}" cannot be the name of a lesson: ${naming}` }
  }
  const lessons = entries.flatMap(({ name }) => readLessonFolder(name) ?? [])
  if (lessons.some(lesson => lesson.id === id)) {
    return { ok: false, reason: `The course has a lesson "${id}" already.` }
  }
  const read = readContentText(join(contentDir, folder, 'course.yml'))
  const course = read.ok ? describeCourseFile(read.text, new Map()).value : null
  const outcome = course?.outcomes[0]?.id
  if (course === null || outcome === undefined) {
    return { ok: false, reason: `${folder}/course.yml has an error: run "npx zagore content check" first.` }
  }
  const last = Math.max(0, ...lessons.map(lesson => lesson.number))
  const number = String(Math.floor(last / 10) * 10 + 10).padStart(3, '0')
  return save(contentDir, lessonFiles(`${folder}/${number}-${id}`, course.languages, outcome))
}

type NewFile = readonly [path: string, text: string]

function lessonFiles(folder: string, languages: readonly Language[], outcome: string): NewFile[] {
  return languages.map(language => [`${folder}/lesson.${language}.md`, lessonTemplate(language, outcome)])
}

function save(contentDir: string, files: readonly NewFile[]): Begun {
  for (const [path, text] of files) {
    const file = join(contentDir, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
  }
  return { ok: true, files: files.map(([path]) => path) }
}
