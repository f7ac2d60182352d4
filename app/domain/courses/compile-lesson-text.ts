import { errorAt, type Problem } from '#app/markdown/problem.ts'
import type { Language } from '#app/platform/language.ts'
import { type Exercise, exercisesIn } from './compare-exercises.ts'
import { compileBody } from './compile-body.ts'
import type { CompiledQuestion } from './compile-question.ts'
import type { LessonText } from './course.ts'
import {
  type FrontMatterReading,
  type LessonFrontMatter,
  lessonFrontMatter,
  readFrontMatter,
} from './front-matter.ts'
import type { LessonSurroundings } from './lesson-references.ts'
import { sectionsOfLesson } from './lesson-sections.ts'
import { warningsOfStyle } from './lesson-style.ts'
import { openFrontMatter } from './open-markdown.ts'

/** One language file of a lesson, compiled. */
export type CompiledText = {
  frontMatter: LessonFrontMatter | null
  text: LessonText
  /** Questions without errors, in the order of the text. */
  questions: CompiledQuestion[]
  exercises: Exercise[]
  problems: Problem[]
}

export type TextSource = {
  source: string
  language: Language
  outcomeIds: readonly string[]
  around: LessonSurroundings
}

/** Compiles a lesson file. Never throws on what an author wrote. */
export function compileLessonText({ source, language, outcomeIds, around }: TextSource): CompiledText {
  const front = readFrontMatter(source, lessonFrontMatter)
  const { segments, questions, headings, terms, openMarkdown, blocks, problems } = compileBody({
    body: front.body,
    language,
    outcomeIds,
    around,
  })
  return {
    frontMatter: front.value,
    text: {
      title: front.value?.title ?? '',
      summary: front.value?.summary ?? '',
      segments,
      headings: headings.flatMap(({ id, text, level }) =>
        level === 2 || level === 3 ? [{ id, text, level }] : [],
      ),
      sections: sectionsOfLesson(blocks),
      terms,
      openMarkdown: openFrontMatter(front.value?.title ?? '', front.value?.summary ?? '') + openMarkdown,
      behind: [],
    },
    questions,
    exercises: exercisesIn(blocks),
    problems: [
      ...problems,
      ...front.problems,
      ...unknownOutcomes(front, outcomeIds),
      ...warningsOfStyle(front.body, questions),
    ],
  }
}

function unknownOutcomes(
  { value, positionOf }: FrontMatterReading<LessonFrontMatter>,
  outcomeIds: readonly string[],
): Problem[] {
  return (value?.outcomes ?? []).flatMap((id, index) => {
    if (outcomeIds.includes(id)) return []
    const message = `The course has no outcome "${id}".`
    const remedy = `outcomes: ${outcomeIds.join(', ')}`
    return [errorAt(positionOf(['outcomes', index]), 'outcome-unknown', message, remedy)]
  })
}
