import type { Language } from '#app/platform/language.ts'
import { type CompiledBody, compileBody } from './compile-body.ts'
import type { CompiledQuestion } from './compile-question.ts'
import { contentAddresses } from './content-address.ts'
import { noGlossary } from './glossary.ts'
import type { LessonSurroundings } from './lesson-references.ts'

/** For tests: what surrounds a text that refers to nothing. */
export const sampleSurroundings: LessonSurroundings = {
  courseId: 'passwords',
  lessonId: 'first',
  files: new Map(),
  unfit: new Set(),
  lessonFolders: new Map(),
  addresses: contentAddresses,
  glossary: noGlossary,
}

/** For tests: compiles the Markdown of a lesson without its description. */
export function compileSample(body: string, language: Language = 'bg'): CompiledBody {
  return compileBody({ body, language, outcomeIds: ['LO1', 'LO2'], around: sampleSurroundings })
}

/** For tests: the question `q-a` with these options and this content. */
export function compileSampleQuestion(
  content: string,
  options = 'lo=LO1',
  language: Language = 'bg',
): { question: CompiledQuestion | null; problems: string[] } {
  const { questions, problems } = compileSample(`::: quiz {#q-a ${options}}\n${content}\n:::\n`, language)
  return {
    question: questions[0] ?? null,
    problems: problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
  }
}
