import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readContentText } from './content-files.server.ts'
import { courseFile } from './course-file.ts'
import { readYaml } from './read-yaml.ts'
import { stampOf } from './translation-stamp.ts'

export type StampResult = { ok: true; changed: boolean; stamp: string } | { ok: false; reason: string }

/**
 * Writes into a translation which text it was made from: the line `source` of its description, and nothing else.
 * @param path of `lesson.<language>.md` or `exam.<language>.md` inside a course's folder
 */
export function stampTranslation(path: string): StampResult {
  const [, kind, language] = /^(lesson|exam)\.([a-z]+)\.md$/.exec(basename(path)) ?? []
  if (kind === undefined || language === undefined)
    return refuse('is no translation: name a lesson.en.md or an exam.en.md')
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return refuse('does not exist')
  const courseFolder = kind === 'exam' ? dirname(path) : dirname(dirname(path))
  const described = readContentText(join(courseFolder, 'course.yml'))
  const course = described.ok ? readYaml(described.text, courseFile).value : null
  if (course === null) return refuse('belongs to no course whose course.yml can be read')
  const [original] = course.languages
  if (original === undefined || language === original)
    return refuse(`is the original: "${original}" stands first in languages of course.yml`)
  const source = readContentText(join(dirname(path), `${kind}.${original}.md`))
  if (!source.ok) return refuse(`has no readable original ${kind}.${original}.md beside it`)

  const text = readFileSync(path, 'utf8')
  const stamp = stampOf(original, source.text)
  const stamped = withSource(text, stamp)
  if (stamped === null) return refuse('does not begin with its description between two lines of three dashes')
  if (stamped === text) return { ok: true, changed: false, stamp }
  writeFileSync(path, stamped)
  return { ok: true, changed: true, stamp }
}

/** The text with this `source`; null when it has no description. Line ends stay as they are. */
export function withSource(text: string, stamp: string): string | null {
  const front = /^(\uFEFF?---[ \t]*(\r?\n))([\s\S]*?)(?=---[ \t]*(?:\r?\n|$))/.exec(text)
  if (front === null) return null
  const [whole, opening = '', end = '\n', fields = ''] = front
  const line = `source: ${stamp}`
  const present = /^source:[^\r\n]*/m
  const written = present.test(fields) ? fields.replace(present, line) : `${fields}${line}${end}`
  return opening + written + text.slice(whole.length)
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason }
}
