import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Problem } from '#app/markdown/problem.ts'
import type { Language } from '#app/platform/language.ts'
import { describeCourseFile } from './compile-course.ts'
import { compileExam } from './compile-exam.ts'
import { compileLesson } from './compile-lesson.ts'
import { compileLessonText } from './compile-lesson-text.ts'
import { contentAddresses } from './content-address.ts'
import { questionKinds } from './course.ts'
import { courseFile } from './course-file.ts'
import { lessonFrontMatter } from './front-matter.ts'
import { readGlossary } from './glossary.ts'
import type { LessonSurroundings } from './lesson-references.ts'
import { readPath } from './path-file.ts'
import { sampleFrontMatter } from './sample-content.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')

/** An example of a document: `md`, `md exam`, `md wrong` for a mistake shown on purpose, or `yaml <file>`. */
type Example = { file: string; line: number; info: string; text: string; language: Language }

function examplesOf(file: string): Example[] {
  const fences = read(file).matchAll(/^(`{3,})((?:md|yaml)\b[^\n]*)\n([\s\S]*?)\n\1$/gm)
  return Array.from(fences, ({ index, input, 2: info = '', 3: text = '' }) => ({
    file,
    line: input.slice(0, index).split('\n').length,
    info: info.trim(),
    text: `${text}\n`,
    language: /[а-я]/i.test(text) ? 'bg' : 'en',
  }))
}

const documents = ['README.md', 'docs/authoring.md'] as const
const examples = documents.flatMap(examplesOf)
const named = (info: string) =>
  examples
    .filter(example => example.info === info)
    .map(example => [`${example.file}:${example.line}`, example] as const)

const outcomeIds = ['LO1', 'LO2', 'LO3', 'LO4']
const picture = { contentType: 'image/svg+xml', hash: '00000000', size: { width: 720, height: 300 } }

/** Whatever an example may refer to lies beside it. */
const around: LessonSurroundings = {
  courseId: 'sample',
  lessonId: 'lesson',
  files: new Map(['sorting.en.svg', 'milk.csv'].map(name => [name, { name, ...picture }])),
  unfit: new Set(),
  lessonFolders: new Map([['020-names-formats-versions', 'names-formats-versions']]),
  addresses: contentAddresses,
  glossary: readGlossary(read('content/glossary.yml')).glossary,
}

const isWhole = (text: string) => text.startsWith('---\n')

function compile({ text, language }: Example) {
  const source = isWhole(text) ? text : sampleFrontMatter + text
  return compileLessonText({ source, language, outcomeIds, around })
}

/** As in the file that holds the example, when it was one of its own. */
const shown = (problems: readonly Problem[]) =>
  problems.map(({ line, message, remedy }) => `line ${line}: ${message} (${remedy})`)

describe('the examples of README.md and docs/authoring.md', () => {
  it.each(named('md'))('can be pasted into a lesson: %s', (_, example) => {
    expect(shown(compile(example).problems)).toEqual([])
  })

  it.each(named('md exam'))('can be pasted into an exam: %s', (_, { text, language }) => {
    const { exam, diagnostics } = compileExam({
      described: { questions: 2, minutes: 10, review: 'answers' },
      drawPosition: { line: 1, column: 1 },
      around,
      folder: 'courses/sample',
      texts: new Map([[language, text]]),
      languages: [language],
      outcomeIds,
    })
    expect(shown(diagnostics)).toEqual([])
    expect(exam).not.toBeNull()
  })

  it.each(named('md wrong'))('show a mistake that the check finds: %s', (_, example) => {
    expect(compile(example).problems.filter(({ severity }) => severity === 'error')).not.toEqual([])
  })

  it.each(named('yaml course.yml'))('describe a course: %s', (_, { text }) => {
    expect(shown(describeCourseFile(text, new Map()).problems)).toEqual([])
  })

  it.each(named('yaml glossary.yml'))('explain a word: %s', (_, { text }) => {
    expect(shown(readGlossary(text).problems)).toEqual([])
  })

  it.each(named('yaml path.yml'))('put courses in order: %s', (_, { text }) => {
    const known = new Map(
      Array.from(text.matchAll(/course: (\S+)/g), ([, id = '']) => [id, 'published' as const]),
    )
    expect(shown(readPath('sample', text, known).problems)).toEqual([])
  })

  it('are of a kind that is looked at here', () => {
    const kinds = [
      'md',
      'md exam',
      'md wrong',
      'yaml course.yml',
      'yaml glossary.yml',
      'yaml path.yml',
      'yaml part',
    ]
    expect(examples.filter(({ info }) => !kinds.includes(info))).toEqual([])
    expect(kinds.filter(kind => !examples.some(({ info }) => info === kind))).toEqual([])
  })

  it('give the lesson of README.md in two languages with the same questions', () => {
    const lessons = examples.filter(({ file, text }) => file === 'README.md' && isWhole(text))
    expect(lessons.map(({ language }) => language).toSorted()).toEqual(['bg', 'en'])
    const { lesson, diagnostics } = compileLesson({
      around,
      folder: 'courses/sample/010-lesson',
      texts: new Map(lessons.map(({ language, text }) => [language, text])),
      languages: ['bg', 'en'],
      outcomeIds,
    })
    expect(shown(diagnostics)).toEqual([])
    expect(lesson?.questions).toHaveLength(2)
  })
})

describe('docs/authoring.md', () => {
  const guide = examples.filter(({ file, info }) => file === 'docs/authoring.md' && info === 'md')

  it.each(['bg', 'en'] as const)('shows every kind of question in %s', language => {
    const questions = guide
      .filter(example => example.language === language)
      .flatMap(example => compile(example).questions)
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(questionKinds))
  })

  it('names every field of course.yml and of a lesson', () => {
    const fields = [...Object.keys(courseFile.shape), ...Object.keys(lessonFrontMatter.shape)]
    expect(fields.filter(field => !read('docs/authoring.md').includes(`\`${field}`))).toEqual([])
  })
})
