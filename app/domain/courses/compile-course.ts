import { errorAt, type Problem, warningAt } from '#app/markdown/problem.ts'
import type { CompiledExam } from './compile-exam.ts'
import type { CompiledLesson } from './compile-lesson.ts'
import { type AnswerKey, type CodeName, type Course, EXAM } from './course.ts'
import { type CourseFile, courseFile } from './course-file.ts'
import { compileCover } from './cover.ts'
import { type Diagnostic, inFile } from './diagnostic.ts'
import { type Frameworks, unknownCodes } from './frameworks.ts'
import { readYaml, type YamlReading } from './read-yaml.ts'

export type CourseDescription = {
  /** null when course.yml has an error: the course is left out then. */
  value: CourseFile | null
  problems: Problem[]
  positionOf: YamlReading<CourseFile>['positionOf']
}

/** Reads course.yml and holds its codes against the frameworks. */
export function describeCourseFile(source: string, frameworks: Frameworks): CourseDescription {
  const reading = readYaml(source, courseFile)
  if (reading.value === null) return reading
  const problems = unknownCodes(reading.value, reading.positionOf, frameworks)
  const { assessment, exam } = reading.value
  if (assessment.type === 'exam' && exam === null) {
    const remedy = 'add exam: { questions: 20, minutes: 40 }'
    problems.push(
      errorAt(
        reading.positionOf(['assessment', 'type']),
        'exam-missing',
        'The exam is not described.',
        remedy,
      ),
    )
  }
  if (assessment.type === 'quiz' && exam !== null) {
    const message = 'The course has an exam, but its assessment is of the type "quiz".'
    const remedy = 'write type: exam, or remove the field exam'
    problems.push(errorAt(reading.positionOf(['assessment', 'type']), 'exam-unused', message, remedy))
  }
  return { ...reading, value: problems.length > 0 ? null : reading.value, problems }
}

export type CompiledCourse = {
  course: Course
  /** Answer keys by lesson, then by question. */
  answerKeys: ReadonlyMap<string, ReadonlyMap<string, AnswerKey>>
}

export type CourseParts = {
  id: string
  file: CourseFile
  codeNames: CodeName[]
  /** Source of cover.svg; null when there is none. */
  cover: string | null
  /** In the order of their folders. */
  lessons: readonly CompiledLesson[]
  /** null when the course has none. */
  exam: CompiledExam | null
}

/** Puts a course together from what could be compiled. `folder` is its path inside the content folder. */
export function assembleCourse(
  parts: CourseParts,
  folder: string,
): { compiled: CompiledCourse; diagnostics: Diagnostic[] } {
  const cover = parts.cover === null ? coverMissing : compileCover(parts.cover)
  const whole = parts.lessons.flatMap(({ lesson, answerKeys }) =>
    lesson === null ? [] : [{ lesson, answerKeys }],
  )
  const course: Course = {
    id: parts.id,
    ...parts.file,
    codeNames: parts.codeNames,
    exam: parts.exam?.exam ?? null,
    cover: cover.markup ?? '',
    lessons: whole.map(({ lesson }, index) => ({ ...lesson, number: index + 1 })),
    brokenLessons: parts.lessons.length - whole.length + (parts.exam?.exam === null ? 1 : 0),
  }
  const answerKeys = new Map(whole.map(({ lesson, answerKeys }) => [lesson.id, answerKeys]))
  if (parts.exam !== null) answerKeys.set(EXAM, parts.exam.answerKeys)
  return { compiled: { course, answerKeys }, diagnostics: inFile(`${folder}/cover.svg`, cover.problems) }
}

const coverMissing = {
  markup: null,
  problems: [
    errorAt(
      { line: 1, column: 1 },
      'cover-missing',
      'The course has no cover.',
      'draw cover.svg, 240 by 160',
    ),
  ],
}

/** Outcomes that no question of the course assesses. */
export function unassessedOutcomes(
  described: CourseDescription,
  parts: readonly Pick<CompiledLesson, 'assessed'>[],
): Problem[] {
  const assessed = new Set(parts.flatMap(part => part.assessed))
  return (described.value?.outcomes ?? []).flatMap(({ id }, index) => {
    if (assessed.has(id)) return []
    const place = described.positionOf(['outcomes', index, 'id'])
    const message = `No question assesses the outcome "${id}".`
    return [warningAt(place, 'outcome-unassessed', message, `add lo=${id} to a question`)]
  })
}
