import type { Token } from 'markdown-it'
import { containerFence } from '#app/markdown/containers.ts'
import { createEnvironment, type Heading, type MarkdownEnvironment } from '#app/markdown/environment.ts'
import { markdownLabels } from '#app/markdown/labels.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { parseMarkdown, renderTokens } from '#app/markdown/renderer.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'
import type { Language } from '#app/platform/language.ts'
import { problemsOfHeadings } from './check-headings.ts'
import { type CompiledQuestion, compileQuestion } from './compile-question.ts'
import type { LessonSegment } from './course.ts'
import { hasErrors } from './diagnostic.ts'
import { resolveGlossaryTerm } from './glossary.ts'
import { type LessonSurroundings, resolveLessonImage, resolveLessonLink } from './lesson-references.ts'
import { openMarkdown } from './open-markdown.ts'

/** What stands under the description of a lesson or of a bank of questions. */
export type CompiledBody = {
  segments: LessonSegment[]
  /** Questions without errors, in the order of the text. */
  questions: CompiledQuestion[]
  headings: Heading[]
  /** Ids of the glossary's terms that the text explains. */
  terms: string[]
  /** The source as learners may have it: see open-markdown.ts. */
  openMarkdown: string
  /** The text in outermost blocks, as it was parsed. */
  blocks: Block[]
  problems: Problem[]
}

export type BodySource = {
  body: string
  language: Language
  outcomeIds: readonly string[]
  around: LessonSurroundings
}

export function compileBody({ body, language, outcomeIds, around }: BodySource): CompiledBody {
  const environment = createEnvironment({
    labels: markdownLabels[language],
    resolveImage: name => resolveLessonImage(around, name),
    resolveLink: address => resolveLessonLink(around, address),
    resolveTerm: id => resolveGlossaryTerm(around.glossary, id, language, around.addresses),
  })
  const blocks = outermostBlocks(parseMarkdown(body, environment))
  const { problems } = environment
  const questions: CompiledQuestion[] = []
  const segments: LessonSegment[] = []
  let prose: Token[] = []
  const addHtml = (kind: 'html' | 'trainer', tokens: Token[]) => {
    const html = renderTokens(tokens, environment)
    if (html !== '') segments.push({ kind, html })
  }
  const endProse = () => {
    addHtml('html', prose)
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
    } else if (hidesQuestion(block, environment)) continue
    else if (fence?.name === 'trainer') {
      endProse()
      addHtml('trainer', block.tokens)
    } else prose.push(...block.tokens)
  }
  endProse()
  const headings = environment.headings.filter(heading => !blocks.some(block => isAside(block, heading.line)))
  problems.push(...problemsOfHeadings(headings))
  const open = hasErrors(problems) ? '' : openMarkdown({ blocks, questions, environment })
  return { segments, questions, headings, terms: environment.terms, openMarkdown: open, blocks, problems }
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

/** Headings inside a question or a trainer's note are no part of the lesson's outline. */
function isAside(block: Block, line: number): boolean {
  const [start, end] = block.open.map ?? [0, 0]
  const name = containerFence(block.open)?.name
  return (name === 'quiz' || name === 'trainer') && start < line && line <= end
}

function repeatedId(question: CompiledQuestion | null, earlier: readonly CompiledQuestion[]): Problem[] {
  const same = earlier.find(other => other.id === question?.id)
  if (question === null || !same) return []
  const message = `The id "${question.id}" is taken by the question at line ${same.line}.`
  return [errorAt(question, 'question-id-repeated', message, 'give every question of the file its own id')]
}
