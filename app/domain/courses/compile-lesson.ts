import { errorAt, warningAt } from '#app/markdown/problem.ts'
import type { Language } from '#app/platform/language.ts'
import { compareExercises } from './compare-exercises.ts'
import { compareQuestions } from './compare-questions.ts'
import { type CompiledText, compileLessonText } from './compile-lesson-text.ts'
import type { AnswerKey, Lesson } from './course.ts'
import { type Diagnostic, hasErrors, inFile } from './diagnostic.ts'
import type { LessonSurroundings } from './lesson-references.ts'
import { translationProblems } from './translation-problems.ts'
import { uniteQuestions } from './unite-questions.ts'

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
    if (!original || text === original || first === undefined) continue
    diagnostics.push(...compareTexts(source, original, text, language))
    const stamp = text.frontMatter?.source ?? null
    const name = `lesson.${first}.md`
    const { problems, behind } = translationProblems(stamp, source.texts.get(first) ?? '', first, name)
    diagnostics.push(...inFile(fileOf(source, language), problems))
    text.text.behind = behind
  }
  const assessed = [...texts.values()].flatMap(text =>
    text.questions.flatMap(question => question.outcome ?? []),
  )
  if (!original?.frontMatter || hasErrors(diagnostics)) {
    return { lesson: null, answerKeys: new Map(), assessed, diagnostics }
  }
  const textIn = (language: Language): CompiledText => texts.get(language) ?? original
  const { outcomes, minutes } = original.frontMatter
  const united = uniteQuestions(
    { bg: textIn('bg').questions, en: textIn('en').questions },
    original.questions,
  )
  const lesson = {
    id: around.lessonId,
    courseId: around.courseId,
    outcomes,
    minutes,
    questions: united.questions,
    texts: { bg: textIn('bg').text, en: textIn('en').text },
  }
  return { lesson, answerKeys: united.answerKeys, assessed, diagnostics }
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
  const problems = readable
    ? [
        ...compareQuestions(original.questions, text.questions, nameOfOriginal),
        ...compareExercises(original.exercises, text.exercises, nameOfOriginal),
      ]
    : []
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
