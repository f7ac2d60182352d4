import { containerFence } from '#app/markdown/containers.ts'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import type { Block } from '#app/markdown/token-ranges.ts'
import type { Language } from '#app/platform/language.ts'
import { compareQuestions } from './compare-questions.ts'
import { compileBody } from './compile-body.ts'
import type { CompiledQuestion } from './compile-question.ts'
import type { AnswerKey, Exam } from './course.ts'
import type { CourseFile } from './course-file.ts'
import { type Diagnostic, hasErrors, inFile } from './diagnostic.ts'
import { type ExamFrontMatter, examFrontMatter, readFrontMatter } from './front-matter.ts'
import type { LessonSurroundings } from './lesson-references.ts'
import { longestIsRight } from './lesson-style.ts'
import { translationProblems } from './translation-problems.ts'
import { uniteQuestions } from './unite-questions.ts'

export type ExamSource = {
  described: NonNullable<CourseFile['exam']>
  /** Where course.yml says how many questions are drawn. */
  drawPosition: Position
  around: LessonSurroundings
  /** Path of the course's folder inside the content folder. */
  folder: string
  texts: ReadonlyMap<Language, string>
  languages: readonly Language[]
  outcomeIds: readonly string[]
}

export type CompiledExam = {
  /** null when there is an error in any of its files. */
  exam: Exam | null
  answerKeys: ReadonlyMap<string, AnswerKey>
  assessed: readonly string[]
  diagnostics: readonly Diagnostic[]
}

type ExamText = {
  frontMatter: ExamFrontMatter | null
  introHtml: string
  questions: CompiledQuestion[]
  problems: Problem[]
}

/** Compiles the bank of questions in all languages and holds it against the draw that course.yml asks for. */
export function compileExam(source: ExamSource): CompiledExam {
  const diagnostics: Diagnostic[] = []
  const texts = new Map<Language, ExamText>()
  for (const language of source.languages) {
    const text = source.texts.get(language)
    const file = fileOf(source, language)
    if (text === undefined) {
      const message = `The exam is missing in "${language}", one of the course's languages.`
      const remedy = `write exam.${language}.md, or take exam out of course.yml`
      diagnostics.push({ file, ...errorAt(start, 'exam-file-missing', message, remedy) })
      continue
    }
    const compiled = compileExamText(text, language, source)
    texts.set(language, compiled)
    diagnostics.push(...inFile(file, compiled.problems))
  }
  const [first] = source.languages
  const original = first === undefined ? undefined : texts.get(first)
  for (const [language, text] of texts) {
    if (!original || text === original || first === undefined) continue
    const name = `exam.${first}.md`
    const readable = !hasErrors(original.problems) && !hasErrors(text.problems)
    const problems = readable ? compareQuestions(original.questions, text.questions, name) : []
    const stamp = text.frontMatter?.source ?? null
    const { problems: behind } = translationProblems(stamp, source.texts.get(first) ?? '', first, name)
    diagnostics.push(...inFile(fileOf(source, language), [...problems, ...behind]))
  }
  const bank = original?.questions ?? []
  if (bank.length < source.described.questions && !hasErrors(diagnostics)) {
    const message = `The exam draws ${source.described.questions} questions, and its bank has ${bank.length}.`
    const remedy = 'write more questions in the exam files, or draw fewer'
    const problem = errorAt(source.drawPosition, 'exam-bank-small', message, remedy)
    diagnostics.push({ file: `${source.folder}/course.yml`, ...problem })
  }
  const assessed = bank.flatMap(question => question.outcome ?? [])
  if (!original || hasErrors(diagnostics)) return { exam: null, answerKeys: new Map(), assessed, diagnostics }

  const textIn = (language: Language): ExamText => texts.get(language) ?? original
  const { questions, answerKeys } = uniteQuestions(
    { bg: textIn('bg').questions, en: textIn('en').questions },
    original.questions,
  )
  const wordsIn = (language: Language) => ({
    title: textIn(language).frontMatter?.title ?? '',
    summary: textIn(language).frontMatter?.summary ?? '',
    introHtml: textIn(language).introHtml,
  })
  const exam: Exam = { ...source.described, bank: questions, texts: { bg: wordsIn('bg'), en: wordsIn('en') } }
  return { exam, answerKeys, assessed, diagnostics }
}

const start: Position = { line: 1, column: 1 }

function compileExamText(source: string, language: Language, { around, outcomeIds }: ExamSource): ExamText {
  const front = readFrontMatter(source, examFrontMatter)
  const body = compileBody({ body: front.body, language, outcomeIds, around })
  const problems = [...body.problems, ...front.problems, ...body.questions.flatMap(problemsOfQuestion)]
  problems.push(...longestIsRight(body.questions))
  const nameOf = ({ open }: Block) => containerFence(open)?.name
  // The notes of the introduction stand at the end, wherever they were written.
  const isNotes = ({ open }: Block) => open.type.startsWith('footnote')
  const first = body.blocks.findIndex(block => nameOf(block) === 'quiz')
  const stray = body.blocks.find((block, index) =>
    first !== -1 && index > first && !isNotes(block) ? nameOf(block) !== 'quiz' : nameOf(block) === 'trainer',
  )
  if (stray) {
    const message = 'Nobody would see this in an exam: it is no question, and no text before the first one.'
    const place = { line: (stray.open.map?.[0] ?? 0) + 1, column: 1 }
    problems.push(
      errorAt(place, 'exam-text', message, 'put it before the first question, or into a question'),
    )
  }
  return {
    frontMatter: front.value,
    introHtml: body.segments.flatMap(segment => (segment.kind === 'html' ? segment.html : [])).join('\n'),
    questions: body.questions,
    problems,
  }
}

function problemsOfQuestion(question: CompiledQuestion): Problem[] {
  const problems: Problem[] = []
  if (question.hints > 0) {
    const message = `"${question.id}" has a hint, and an exam gives none.`
    problems.push(errorAt(question, 'exam-hint', message, 'remove the [!TIP]'))
  }
  if (question.attempts !== null) {
    const message = `"${question.id}" limits its attempts, but in an exam every question is answered once.`
    problems.push(errorAt(question, 'exam-attempts', message, 'remove attempts= here'))
  }
  if (question.outcome === null) {
    const message = `"${question.id}" assesses no outcome, so the draw cannot be balanced.`
    problems.push(errorAt(question, 'exam-outcome', message, 'add lo= with an outcome of the course'))
  }
  return problems
}

function fileOf(source: ExamSource, language: Language): string {
  return `${source.folder}/exam.${language}.md`
}
