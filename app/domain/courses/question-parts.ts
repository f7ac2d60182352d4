import type { Token } from 'markdown-it'
import { calloutKind } from '#app/markdown/callouts.ts'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import { renderTokens } from '#app/markdown/renderer.ts'
import { positionOfBlock } from '#app/markdown/source-positions.ts'
import { outermostBlocks } from '#app/markdown/token-ranges.ts'
import { answerLine } from './question-answer.ts'
import { isOptionList, type QuestionOption, readOptions } from './question-options.ts'

/** A question taken apart: what is asked, what is offered, and what is said afterwards. */
export type QuestionParts = {
  promptHtml: string
  options: (Position & { choices: QuestionOption[] }) | null
  answer: (Position & { written: string }) | null
  hintsHtml: string[]
  explanationHtml: string
  problems: Problem[]
}

export function readQuestionParts(tokens: readonly Token[], environment: MarkdownEnvironment): QuestionParts {
  const problems: Problem[] = []
  const prompt: Token[] = []
  const hintsHtml: string[] = []
  const explanations: string[] = []
  let options: QuestionParts['options'] = null
  let answer: QuestionParts['answer'] = null
  for (const block of outermostBlocks(tokens)) {
    const place = positionOfBlock(environment, block.open)
    const callout = calloutKind(block.open)
    const written = block.open.type === 'paragraph_open' ? answerLine(block.inner[0]?.content ?? '') : null
    const isChoice = isOptionList(block)
    if ((isChoice || written !== null) && (options !== null || answer !== null)) {
      const message = 'The question has two answers: another one stands above.'
      problems.push(
        errorAt(
          place,
          'two-answer-shapes',
          message,
          'keep one list of options or one answer, and make another question',
        ),
      )
    } else if (isChoice) {
      const read = readOptions(block, environment)
      problems.push(...read.problems)
      options = { ...place, choices: read.options }
    } else if (written !== null) answer = { ...place, written }
    else if (callout === 'tip') hintsHtml.push(renderTokens(block.inner, environment))
    else if (callout === 'note') explanations.push(renderTokens(block.inner, environment))
    else if (isForeign(block.tokens)) {
      const message = 'A question holds no headings and no other blocks.'
      problems.push(errorAt(place, 'question-content', message, 'move it before or after the question'))
    } else prompt.push(...block.tokens)
  }
  return {
    promptHtml: renderTokens(prompt, environment),
    options,
    answer,
    hintsHtml,
    explanationHtml: explanations.join('\n'),
    problems,
  }
}

function isForeign(tokens: readonly Token[]): boolean {
  return tokens.some(token => token.type === 'container_open' || token.type === 'heading_open')
}
