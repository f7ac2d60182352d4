import { errorAt } from '#app/markdown/problem.ts'
import {
  assembleCourse,
  type CompiledCourse,
  type CourseDescription,
  describeCourseFile,
  unassessedOutcomes,
} from './compile-course.ts'
import type { ContentAddresses } from './content-address.ts'
import { type ContentEntry, hashOf, listFolder, readContentText } from './content-files.server.ts'
import type { CourseFile } from './course-file.ts'
import { type Diagnostic, inFile } from './diagnostic.ts'
import { type Frameworks, namesOfCodes } from './frameworks.ts'
import type { LessonCache } from './lesson-cache.server.ts'
import { isCourseId, isReservedLessonId, type LessonFolder, readLessonFolder } from './lesson-folder.ts'
import { loadExam } from './load-exam.server.ts'
import type { VersionedGlossary } from './load-glossary.server.ts'
import { type CourseOfLesson, type LoadedLesson, loadLesson, type ServedFile } from './load-lesson.server.ts'

export type LoadedCourse = {
  /** null when the course cannot be served: course.yml has an error, or no lesson is left. */
  compiled: CompiledCourse | null
  /** Files of the lessons that are served, by lesson and name. */
  files: ReadonlyMap<string, ReadonlyMap<string, ServedFile>>
  /** Paths of the lessons' folders inside the content folder, of broken ones too. */
  lessonFolders: readonly string[]
  diagnostics: readonly Diagnostic[]
}

export type CourseSurroundings = {
  contentDir: string
  frameworks: Frameworks
  addresses: ContentAddresses
  cache: LessonCache
  glossary: VersionedGlossary
}

export function loadCourse(entry: ContentEntry, around: CourseSurroundings): LoadedCourse {
  const folder = `courses/${entry.name}`
  const entries = listFolder(entry.path, around.contentDir) ?? []
  const described = readDescription(entry, entries, around.frameworks)
  const diagnostics = inFile(`${folder}/course.yml`, described.problems)
  const { value } = described
  if (value === null) return { compiled: null, files: new Map(), lessonFolders: [], diagnostics }

  const sorted = sortLessons(entries, folder)
  diagnostics.push(...sorted.diagnostics)
  const course = courseOfLessons(entry.name, value, sorted.lessons, around.glossary)
  const loaded = sorted.lessons.map(({ entry, named }) =>
    loadLesson(
      { contentDir: around.contentDir, entry, lesson: named, course, addresses: around.addresses },
      around.cache,
    ),
  )
  const lessons = loaded.map(({ compiled }) => compiled)
  diagnostics.push(...lessons.flatMap(lesson => lesson.diagnostics))
  const exam = loadExam(value.exam, { described, entries, around, courseId: entry.name, folder })
  diagnostics.push(...exam.diagnostics)
  const assessing = exam.compiled === null ? lessons : [...lessons, exam.compiled]
  diagnostics.push(...inFile(`${folder}/course.yml`, unassessedOutcomes(described, assessing)))

  const cover = readCover(entries, folder)
  diagnostics.push(...cover.diagnostics)
  const assembled = assembleCourse(
    {
      id: entry.name,
      file: value,
      codeNames: namesOfCodes(value.outcomes, around.frameworks),
      cover: cover.source,
      lessons,
      exam: exam.compiled,
    },
    folder,
  )
  diagnostics.push(...(cover.diagnostics.length > 0 ? [] : assembled.diagnostics))
  const served = assembled.compiled.course.lessons.length > 0
  return {
    compiled: served ? assembled.compiled : null,
    files: served ? filesOf(loaded) : new Map(),
    lessonFolders: sorted.lessons.map(lesson => `${folder}/${lesson.entry.name}`),
    diagnostics,
  }
}

function courseOfLessons(
  id: string,
  { languages, outcomes }: CourseFile,
  lessons: readonly SortedLesson[],
  glossary: VersionedGlossary,
): CourseOfLesson {
  const lessonFolders = new Map(lessons.map(({ named }) => [named.folder, named.id]))
  const outcomeIds = outcomes.map(outcome => outcome.id)
  const version = hashOf(JSON.stringify([id, languages, outcomeIds, [...lessonFolders]]), glossary.version)
  return { id, lessonFolders, languages, outcomeIds, glossary, version }
}

function readDescription(
  entry: ContentEntry,
  entries: readonly ContentEntry[],
  frameworks: Frameworks,
): CourseDescription {
  const start = { line: 1, column: 1 }
  const broken = (problem: CourseDescription['problems'][number]) => ({
    value: null,
    problems: [problem],
    positionOf: () => start,
  })
  if (!isCourseId(entry.name)) {
    const message = `"${entry.name}" cannot be the name of a course's folder.`
    return broken(
      errorAt(
        start,
        'course-folder',
        message,
        'use small Latin letters, digits and dashes; begin drafts with "_"',
      ),
    )
  }
  const file = entries.find(({ name, kind }) => name === 'course.yml' && kind === 'file')
  if (!file)
    return broken(errorAt(start, 'course-file-missing', 'The course is not described.', describeRemedy))
  const read = readContentText(file.path)
  return read.ok ? describeCourseFile(read.text, frameworks) : broken(read.problem)
}

const describeRemedy =
  'write course.yml; "npx zagore content new course NAME" begins a course with everything it needs'

type SortedLesson = { entry: ContentEntry; named: LessonFolder }

/** Lessons by number. Of two with the same number or id, the first by name is kept. */
function sortLessons(
  entries: readonly ContentEntry[],
  folder: string,
): { lessons: SortedLesson[]; diagnostics: Diagnostic[] } {
  const lessons: SortedLesson[] = []
  const diagnostics: Diagnostic[] = []
  const report = (entry: ContentEntry, code: string, message: string, remedy: string) => {
    diagnostics.push({
      file: `${folder}/${entry.name}`,
      ...errorAt({ line: 1, column: 1 }, code, message, remedy),
    })
  }
  for (const entry of entries.filter(({ kind }) => kind === 'folder')) {
    const named = readLessonFolder(entry.name)
    if (named === null) {
      const remedy = 'name it like 010-passwords; begin the names of drafts with "_"'
      report(entry, 'lesson-folder', `"${entry.name}" is not the name of a lesson's folder.`, remedy)
      continue
    }
    if (isReservedLessonId(named.id)) {
      const message = `"${named.id}" is the address of another page of every course.`
      report(entry, 'lesson-id-reserved', message, `choose another name, such as ${entry.name}-lesson`)
      continue
    }
    const sameId = lessons.find(other => other.named.id === named.id)
    const sameNumber = lessons.find(other => other.named.number === named.number)
    if (sameId) {
      const remedy = 'an id belongs to one lesson for ever: choose another'
      report(entry, 'lesson-id-repeated', `The lesson "${named.id}" is also in ${sameId.entry.name}.`, remedy)
    } else if (sameNumber) {
      report(
        entry,
        'lesson-number-repeated',
        `The folder ${sameNumber.entry.name} has the same number.`,
        'give each lesson its own number',
      )
    } else lessons.push({ entry, named })
  }
  return { lessons: lessons.toSorted((a, b) => a.named.number - b.named.number), diagnostics }
}

function readCover(
  entries: readonly ContentEntry[],
  folder: string,
): { source: string | null; diagnostics: Diagnostic[] } {
  const file = entries.find(({ name, kind }) => name === 'cover.svg' && kind === 'file')
  if (!file) return { source: null, diagnostics: [] }
  const read = readContentText(file.path)
  if (read.ok) return { source: read.text, diagnostics: [] }
  return { source: null, diagnostics: [{ file: `${folder}/cover.svg`, ...read.problem }] }
}

function filesOf(loaded: readonly LoadedLesson[]): ReadonlyMap<string, ReadonlyMap<string, ServedFile>> {
  return new Map(
    loaded.flatMap(({ compiled, files }) => (compiled.lesson === null ? [] : [[compiled.lesson.id, files]])),
  )
}
