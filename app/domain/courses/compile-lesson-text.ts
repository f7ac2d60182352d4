import type { Token } from 'markdown-it'
import { containerFence } from '#app/markdown/containers.ts'
import { createEnvironment, type MarkdownEnvironment } from '#app/markdown/environment.ts'
import { markdownLabels } from '#app/markdown/labels.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { parseMarkdown, renderTokens } from '#app/markdown/renderer.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'
import type { Language } from '#app/platform/language.ts'
import { problemsOfHeadings } from './check-headings.ts'
import { type CompiledQuestion, compileQuestion } from './compile-question.ts'
import type { LessonSegment, LessonText } from './course.ts'
import { type LessonFrontMatter, readFrontMatter } from './front-matter.ts'
import { type LessonSurroundings, resolveLessonImage, resolveLessonLink } from './lesson-references.ts'
import { warningsOfStyle } from './lesson-style.ts'

/** One language file of a lesson, compiled. */
export type CompiledText = {
  frontMatter: LessonFrontMatter | null
  text: LessonText
  /** Questions without errors, in the order of the text. */
  questions: CompiledQuestion[]
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
  const front = readFrontMatter(source)
  const environment = createEnvironment({
    labels: markdownLabels[language],
    resolveImage: name => resolveLessonImage(around, name),
    resolveLink: address => resolveLessonLink(around, address),
  })
  const blocks = outermostBlocks(parseMarkdown(front.body, environment))
  const { problems } = environment
  problems.push(...front.problems, ...unknownOutcomes(front, outcomeIds))

  const questions: CompiledQuestion[] = []
  const segments: LessonSegment[] = []
  let prose: Token[] = []
  const endProse = () => {
    const html = renderTokens(prose, environment)
    if (html !== '') segments.push({ kind: 'html', html })
    prose = []
  }
  for (const block of blocks) {
    const fence = containerFence(block.open)
    if (fence?.name === 'quiz') {
      endProse()
      const compiled = compileQuestion({ fence, tokens: block.inner, language, outcomeIds }, environment)
      problems.push(...compiled.problems, ...repeatedId(compiled.question, questions))
      if (compiled.question === null) continue
      questions.push(compiled.question)
      segments.push({ kind: 'question', id: compiled.question.id })
    } else if (!hidesQuestion(block, environment)) prose.push(...block.tokens)
  }
  endProse()

  const headings = environment.headings.filter(
    heading => !blocks.some(block => isQuestionAround(block, heading.line)),
  )
  problems.push(...problemsOfHeadings(headings), ...warningsOfStyle(front.body, questions))
  return {
    frontMatter: front.value,
    text: {
      title: front.value?.title ?? '',
      summary: front.value?.summary ?? '',
      segments,
      headings: headings.flatMap(({ id, text, level }) =>
        level === 2 || level === 3 ? [{ id, text, level }] : [],
      ),
    },
    questions,
    problems,
  }
}

/** A question inside a list or a quote would be shown with its answers, so the whole block is dropped. */
function hidesQuestion(block: Block, environment: MarkdownEnvironment): boolean {
  const nested = block.inner
    .flatMap(token => containerFence(token) ?? [])
    .filter(fence => fence.name === 'quiz')
  for (const fence of nested) {
    const message = 'A question cannot stand inside a list, a quote or another block.'
    environment.problems.push(
      errorAt(fence, 'question-misplaced', message, 'move it to the beginning of a line of its own'),
    )
  }
  return nested.length > 0
}

function isQuestionAround(block: Block, line: number): boolean {
  const [start, end] = block.open.map ?? [0, 0]
  return containerFence(block.open)?.name === 'quiz' && start < line && line <= end
}

function repeatedId(question: CompiledQuestion | null, earlier: readonly CompiledQuestion[]): Problem[] {
  const same = earlier.find(other => other.id === question?.id)
  if (question === null || !same) return []
  const message = `The id "${question.id}" is taken by the question at line ${same.line}.`
  return [errorAt(question, 'question-id-repeated', message, 'give every question of the lesson its own id')]
}

function unknownOutcomes(
  front: ReturnType<typeof readFrontMatter>,
  outcomeIds: readonly string[],
): Problem[] {
  const { value, positionOf } = front
  return (value?.outcomes ?? []).flatMap((id, index) => {
    if (outcomeIds.includes(id)) return []
    const message = `The course has no outcome "${id}".`
    return [
      errorAt(
        positionOf(['outcomes', index]),
        'outcome-unknown',
        message,
        `outcomes: ${outcomeIds.join(', ')}`,
      ),
    ]
  })
}
