import type { Token } from 'markdown-it'
import { calloutKind } from '#app/markdown/callouts.ts'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import { renderTokens } from '#app/markdown/renderer.ts'
import { positionOfBlock } from '#app/markdown/source-positions.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'
import type { QuestionKind } from './course.ts'
import { answerLine } from './question-answer.ts'
import { type BlankToken, findBlanks } from './question-blanks.ts'
import { isMatchTable, type MatchTable, readMatchTable } from './question-match.ts'
import { isOptionList, type QuestionOption, readOptions } from './question-options.ts'
import { type OrderItem, readOrderItems } from './question-order.ts'

/** What the learner answers with. The shape of the Markdown says which one it is. */
export type QuestionShape = Position &
  (
    | { shape: 'options'; choices: QuestionOption[] }
    | { shape: 'answer'; written: string }
    | { shape: 'order'; items: OrderItem[] }
    | { shape: 'match'; table: MatchTable }
    | { shape: 'blanks'; blanks: BlankToken[] }
  )

/** A question taken apart: what is asked, what is offered, and what is said afterwards. */
export type QuestionParts = {
  promptHtml: string
  /** null when no part of the question can be answered. */
  shape: QuestionShape | null
  hintsHtml: string[]
  explanationHtml: string
  problems: Problem[]
}

/** @param kind what the fence demands: it settles which of a list and a table is the answer */
export function readQuestionParts(
  tokens: readonly Token[],
  kind: QuestionKind | null,
  environment: MarkdownEnvironment,
): QuestionParts {
  const problems: Problem[] = []
  const shown: Block[] = []
  const hintsHtml: string[] = []
  const explanations: string[] = []
  const shapes: QuestionShape[] = []
  for (const block of outermostBlocks(tokens)) {
    const place = positionOfBlock(environment, block.open)
    const callout = calloutKind(block.open)
    const written = block.open.type === 'paragraph_open' ? answerLine(block.inner[0]?.content ?? '') : null
    if (isOptionList(block)) {
      const read = readOptions(block, environment)
      problems.push(...read.problems)
      shapes.push({ ...place, shape: 'options', choices: read.options })
    } else if (written !== null) shapes.push({ ...place, shape: 'answer', written })
    else if (callout === 'tip') hintsHtml.push(renderTokens(block.inner, environment))
    else if (callout === 'note') explanations.push(renderTokens(block.inner, environment))
    else if (isForeign(block.tokens)) {
      const message = 'A question holds no headings and no other blocks.'
      problems.push(errorAt(place, 'question-content', message, 'move it before or after the question'))
    } else shown.push(block)
  }
  const blanks = findBlanks(shown, environment)
  const [first] = blanks
  if (first !== undefined) shapes.push({ shape: 'blanks', line: first.line, column: first.column, blanks })
  // A list or a table beside options or an answer belongs to what is asked.
  const prompt = shapes.length > 0 ? shown : withoutArrangement(shown, kind, shapes, problems, environment)
  const [shape = null, second] = shapes
  if (second !== undefined) problems.push(twoShapes(second))
  return {
    promptHtml: renderTokens(
      prompt.flatMap(block => block.tokens),
      environment,
    ),
    shape,
    hintsHtml,
    explanationHtml: explanations.join('\n'),
    problems,
  }
}

/** Takes the numbered list or the two-column table that is the answer out of what is asked. */
function withoutArrangement(
  shown: Block[],
  kind: QuestionKind | null,
  shapes: QuestionShape[],
  problems: Problem[],
  environment: MarkdownEnvironment,
): Block[] {
  const lists = kind === 'match' ? [] : shown.filter(block => block.open.type === 'ordered_list_open')
  const tables = kind === 'order' ? [] : shown.filter(isMatchTable)
  const arrangements = shown.filter(block => lists.includes(block) || tables.includes(block))
  for (const block of arrangements) {
    const place = positionOfBlock(environment, block.open)
    if (lists.includes(block)) {
      const read = readOrderItems(block, environment)
      problems.push(...read.problems)
      shapes.push({ ...place, shape: 'order', items: read.items })
    } else {
      const read = readMatchTable(block, environment)
      problems.push(...read.problems)
      shapes.push({ ...place, shape: 'match', table: read.table })
    }
  }
  return shown.filter(block => !arrangements.includes(block))
}

function twoShapes(place: Position): Problem {
  const message = 'The question has two answers: another one stands above.'
  const remedy =
    'keep one list of options, one answer, one numbered list, one table or the gaps, and make another question'
  return errorAt(place, 'two-answer-shapes', message, remedy)
}

function isForeign(tokens: readonly Token[]): boolean {
  return tokens.some(token => token.type === 'container_open' || token.type === 'heading_open')
}
