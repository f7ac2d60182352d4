import { warningAt } from '#app/markdown/problem.ts'
import { isLanguage, type Language } from '#app/platform/language.ts'
import type { CourseDescription } from './compile-course.ts'
import { type CompiledExam, compileExam } from './compile-exam.ts'
import { type ContentEntry, readContentText } from './content-files.server.ts'
import type { CourseFile } from './course-file.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { CourseSurroundings } from './load-course.server.ts'

type ExamPlace = {
  described: CourseDescription
  entries: readonly ContentEntry[]
  around: CourseSurroundings
  courseId: string
  /** Path of the course's folder inside the content folder. */
  folder: string
}

/** Reads `exam.<language>.md` of a course whose course.yml describes an exam. */
export function loadExam(
  exam: CourseFile['exam'],
  { described, entries, around, courseId, folder }: ExamPlace,
): { compiled: CompiledExam | null; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const texts = new Map<Language, string>()
  const unreadable: Language[] = []
  const start = { line: 1, column: 1 }
  for (const { name, path, kind } of entries) {
    const language = /^exam\.([a-z]+)\.md$/.exec(name)?.[1]
    if (language === undefined || kind !== 'file') continue
    const file = `${folder}/${name}`
    if (exam === null || !isLanguage(language) || !described.value?.languages.includes(language)) {
      const message = 'This exam is not used: course.yml does not name it, or not in this language.'
      const remedy = 'add exam: { questions: 20, minutes: 40 } to course.yml, or the language to languages'
      diagnostics.push({ file, ...warningAt(start, 'exam-not-used', message, remedy) })
      continue
    }
    const read = readContentText(path)
    if (read.ok) texts.set(language, read.text)
    else {
      unreadable.push(language)
      diagnostics.push({ file, ...read.problem })
    }
  }
  if (exam === null || described.value === null) return { compiled: null, diagnostics }
  const compiled = compileExam({
    described: exam,
    drawPosition: described.positionOf(['exam', 'questions']),
    around: {
      courseId,
      lessonId: '',
      files: new Map(),
      unfit: new Set(),
      lessonFolders: new Map(),
      addresses: around.addresses,
      glossary: around.glossary,
    },
    folder,
    texts,
    languages: described.value.languages.filter(language => !unreadable.includes(language)),
    outcomeIds: described.value.outcomes.map(outcome => outcome.id),
  })
  diagnostics.push(...compiled.diagnostics)
  // A language that could not be read is a fault of the whole exam.
  return { compiled: unreadable.length > 0 ? { ...compiled, exam: null } : compiled, diagnostics }
}
