import { errorAt, warningAt } from '#app/markdown/problem.ts'
import { languages as allLanguages, type Language } from '#app/platform/language.ts'
import { compareQuestions } from './compare-questions.ts'
import { type CompiledText, compileLessonText } from './compile-lesson-text.ts'
import type { CompiledQuestion } from './compile-question.ts'
import type { AcceptedText, AnswerKey, Lesson, Question } from './course.ts'
import { type Diagnostic, hasErrors, inFile } from './diagnostic.ts'
import type { LessonSurroundings } from './lesson-references.ts'

export type LessonSource = {
  around: LessonSurroundings
  /** Path of the lesson's folder inside the content folder. */
  folder: string
  texts: ReadonlyMap<Language, string>
  /** The course's languages: the first one is the original, the others are translations of it. */
  languages: readonly Language[]
  outcomeIds: readonly string[]
}

/** A lesson without its place in the course. */
export type CompiledLesson = {
  /** null when there is an error in any of its languages. */
  lesson: Omit<Lesson, 'number'> | null
  answerKeys: ReadonlyMap<string, AnswerKey>
  /** Outcomes that its questions assess; kept for a broken lesson too. */
  assessed: readonly string[]
  diagnostics: readonly Diagnostic[]
}

/** Compiles all languages of a lesson and holds them against each other. */
export function compileLesson(source: LessonSource): CompiledLesson {
  const { around, outcomeIds } = source
  const diagnostics: Diagnostic[] = []
  const texts = new Map<Language, CompiledText>()
  for (const language of source.languages) {
    const text = source.texts.get(language)
    if (text === undefined) diagnostics.push(missingLanguage(source, language))
    else texts.set(language, compileLessonText({ source: text, language, outcomeIds, around }))
  }
  for (const [language, text] of texts) diagnostics.push(...inFile(fileOf(source, language), text.problems))
  const [first] = source.languages
  const original = first === undefined ? undefined : texts.get(first)
  for (const [language, text] of texts) {
    if (original && text !== original) diagnostics.push(...compareTexts(source, original, text, language))
  }
  const assessed = [...texts.values()].flatMap(text =>
    text.questions.flatMap(question => question.outcome ?? []),
  )
  if (!original?.frontMatter || hasErrors(diagnostics)) {
    return { lesson: null, answerKeys: new Map(), assessed, diagnostics }
  }
  const textIn = (language: Language): CompiledText => texts.get(language) ?? original
  const { outcomes, minutes } = original.frontMatter
  const lesson = {
    id: around.lessonId,
    courseId: around.courseId,
    outcomes,
    minutes,
    questions: original.questions.map((question, index) =>
      uniteQuestion(question, language => textIn(language).questions[index]),
    ),
    texts: { bg: textIn('bg').text, en: textIn('en').text },
  }
  const answerKeys = original.questions.map(
    (question, index) =>
      [question.id, uniteKey(question, language => textIn(language).questions[index])] as const,
  )
  return { lesson, answerKeys: new Map(answerKeys), assessed, diagnostics }
}

type InLanguage = (language: Language) => CompiledQuestion | undefined

/** A language that the course does not have shows the original. */
function uniteQuestion(original: CompiledQuestion, inLanguage: InLanguage): Question {
  const { id, kind, points, shuffle, outcome } = original
  const textIn = (language: Language) => (inLanguage(language) ?? original).text
  return { id, kind, points, shuffle, outcome, texts: { bg: textIn('bg'), en: textIn('en') } }
}

function uniteKey(original: CompiledQuestion, inLanguage: InLanguage): AnswerKey {
  const keyTextIn = (language: Language) => (inLanguage(language) ?? original).keyText
  const texts = { bg: keyTextIn('bg'), en: keyTextIn('en') }
  if (original.answer.kind !== 'text') return { answer: original.answer, texts }
  // A learner may answer in either language, whichever is being read.
  const accepted = new Map<string, AcceptedText>()
  for (const language of allLanguages) {
    const { answer } = inLanguage(language) ?? original
    if (answer.kind === 'text') for (const one of answer.accepted) accepted.set(JSON.stringify(one), one)
  }
  return { answer: { kind: 'text', accepted: [...accepted.values()] }, texts }
}

function compareTexts(
  source: LessonSource,
  original: CompiledText,
  text: CompiledText,
  language: Language,
): Diagnostic[] {
  const file = fileOf(source, language)
  const [first] = source.languages
  const nameOfOriginal = `lesson.${first}.md`
  // Comparing with a question that could not be read would only repeat its error in other words.
  const readable = !hasErrors(original.problems) && !hasErrors(text.problems)
  const problems = readable ? compareQuestions(original.questions, text.questions, nameOfOriginal) : []
  const [there, here] = [original.frontMatter, text.frontMatter]
  const start = { line: 1, column: 1 }
  if (there && here && there.outcomes.toSorted().join() !== here.outcomes.toSorted().join()) {
    const message = `The outcomes differ from those of ${nameOfOriginal}: ${there.outcomes.join(', ')}.`
    problems.push(errorAt(start, 'language-differs', message, 'make them the same'))
  }
  if (
    there &&
    here &&
    (there.minutes.read !== here.minutes.read || there.minutes.practice !== here.minutes.practice)
  ) {
    const message = `The minutes differ from those of ${nameOfOriginal}, which are the ones shown.`
    problems.push(warningAt(start, 'language-minutes', message, 'make them the same'))
  }
  return inFile(file, problems)
}

function missingLanguage(source: LessonSource, language: Language): Diagnostic {
  const message = `The lesson is missing in "${language}", one of the course's languages.`
  const remedy = `write lesson.${language}.md, or take "${language}" out of languages in course.yml`
  return {
    file: fileOf(source, language),
    ...errorAt({ line: 1, column: 1 }, 'language-missing', message, remedy),
  }
}

function fileOf(source: LessonSource, language: Language): string {
  return `${source.folder}/lesson.${language}.md`
}
