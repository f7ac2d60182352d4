import { warningAt } from '#app/markdown/problem.ts'
import { isLanguage, type Language } from '#app/platform/language.ts'
import { type CompiledLesson, compileLesson } from './compile-lesson.ts'
import type { ContentAddresses } from './content-address.ts'
import {
  type ContentEntry,
  hashOf,
  listFolder,
  readContentFile,
  readContentText,
} from './content-files.server.ts'
import { type Diagnostic, hasErrors, inFile } from './diagnostic.ts'
import { inspectFile } from './inspect-file.ts'
import type { LessonCache } from './lesson-cache.server.ts'
import type { LessonFile } from './lesson-file.ts'
import type { LessonFolder } from './lesson-folder.ts'
import type { VersionedGlossary } from './load-glossary.server.ts'

/** A file as it may be served, with its place on disk. */
export type ServedFile = Pick<LessonFile, 'contentType' | 'hash'> & { path: string }

export type LoadedLesson = { compiled: CompiledLesson; files: ReadonlyMap<string, ServedFile> }

export type LessonPlace = {
  contentDir: string
  entry: ContentEntry
  lesson: LessonFolder
  course: CourseOfLesson
  addresses: ContentAddresses
}

/** What a lesson takes from its course. */
export type CourseOfLesson = {
  id: string
  lessonFolders: ReadonlyMap<string, string>
  languages: readonly Language[]
  outcomeIds: readonly string[]
  glossary: VersionedGlossary
  /** Changes with any of the above. */
  version: string
}

/** Reads and compiles the folder of one lesson. A lesson with any error in its folder comes back as null. */
export function loadLesson(place: LessonPlace, cache: LessonCache): LoadedLesson {
  const { course } = place
  const folder = `courses/${course.id}/${place.entry.name}`
  const inputs = readInputs(place, folder)
  const served = new Map(
    [...inputs.files].map(([name, { path, file }]) => [
      name,
      { path, contentType: file.contentType, hash: file.hash },
    ]),
  )
  const key = hashOf(
    course.version,
    place.lesson.id,
    JSON.stringify([
      [...inputs.texts].map(([language, { hash }]) => [language, hash]),
      [...inputs.files.values()].map(({ file }) => file),
    ]),
    JSON.stringify(inputs.diagnostics),
  )
  const held = cache.find(folder, key)
  if (held !== null) return { compiled: held, files: served }

  const compiled = compileLesson({
    around: {
      courseId: course.id,
      lessonId: place.lesson.id,
      files: new Map([...inputs.files].map(([name, { file }]) => [name, file])),
      unfit: inputs.unfit,
      lessonFolders: course.lessonFolders,
      addresses: place.addresses,
      glossary: course.glossary,
    },
    folder,
    texts: new Map([...inputs.texts].map(([language, { text }]) => [language, text])),
    languages: course.languages.filter(language => !inputs.unreadable.has(language)),
    outcomeIds: course.outcomeIds,
  })
  const sound = {
    ...compiled,
    lesson: hasErrors(inputs.diagnostics) ? null : compiled.lesson,
    diagnostics: [...inputs.diagnostics, ...compiled.diagnostics],
  }
  cache.keep(folder, key, sound)
  return { compiled: sound, files: served }
}

type Inputs = {
  texts: Map<Language, { text: string; hash: string }>
  /** Languages whose file is there but could not be read. */
  unreadable: Set<Language>
  files: Map<string, { path: string; file: LessonFile }>
  unfit: Set<string>
  diagnostics: Diagnostic[]
}

function readInputs(place: LessonPlace, folder: string): Inputs {
  const inputs: Inputs = {
    texts: new Map(),
    unreadable: new Set(),
    files: new Map(),
    unfit: new Set(),
    diagnostics: [],
  }
  for (const entry of listFolder(place.entry.path, place.contentDir) ?? []) {
    if (entry.kind === 'folder') continue
    const language = /^lesson\.([a-z]+)\.md$/.exec(entry.name)?.[1]
    if (language === undefined) readOtherFile(inputs, entry, folder)
    else if (isLanguage(language) && place.course.languages.includes(language))
      readText(inputs, entry, folder, language)
    else {
      const message = `The course is not offered in "${language}", so this text is not shown.`
      const problem = warningAt(
        { line: 1, column: 1 },
        'language-unused',
        message,
        'add the language to languages in course.yml',
      )
      inputs.diagnostics.push({ file: `${folder}/${entry.name}`, ...problem })
    }
  }
  return inputs
}

function readText(inputs: Inputs, entry: ContentEntry, folder: string, language: Language): void {
  const read = readContentText(entry.path)
  if (read.ok) inputs.texts.set(language, read)
  else {
    inputs.unreadable.add(language)
    inputs.diagnostics.push({ file: `${folder}/${entry.name}`, ...read.problem })
  }
}

function readOtherFile(inputs: Inputs, entry: ContentEntry, folder: string): void {
  const read = readContentFile(entry.path)
  const inspected = read.ok
    ? inspectFile(entry.name, read.bytes, read.hash.slice(0, 8))
    : { file: null, problems: [read.problem] }
  inputs.diagnostics.push(...inFile(`${folder}/${entry.name}`, inspected.problems))
  if (inspected.file === null) inputs.unfit.add(entry.name)
  else inputs.files.set(entry.name, { path: entry.path, file: inspected.file })
}
