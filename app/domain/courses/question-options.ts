import type { Token } from 'markdown-it'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { renderInlineTokens, renderTokens, textOfInlineTokens } from '#app/markdown/renderer.ts'
import { positionOfBlock } from '#app/markdown/source-positions.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'

export type QuestionOption = { correct: boolean; html: string; feedbackHtml: string; length: number }

/** Bulgarian keyboards put a Cyrillic х under the same finger as the Latin x. */
const BOX = /^\[([ xXхХ])\](?:\s+|$)/

/** A bullet list is a list of options as soon as one of its items has a box. */
export function isOptionList(block: Block): boolean {
  if (block.open.type !== 'bullet_list_open') return false
  return outermostBlocks(block.inner).some(item => BOX.test(firstLine(item)?.content ?? ''))
}

export function readOptions(
  block: Block,
  environment: MarkdownEnvironment,
): { options: QuestionOption[]; problems: Problem[] } {
  const problems: Problem[] = []
  const options = outermostBlocks(block.inner).map(item => readOption(item, environment, problems))
  return { options, problems }
}

function readOption(item: Block, environment: MarkdownEnvironment, problems: Problem[]): QuestionOption {
  const place = positionOfBlock(environment, item.open)
  const [, ...rest] = outermostBlocks(item.inner)
  const line = firstLine(item)
  const box = BOX.exec(line?.content ?? '')
  if (box === null) {
    problems.push(
      errorAt(
        place,
        'option-box',
        'This option has no box.',
        'begin it with "[ ] ", or with "[x] " when it is right',
      ),
    )
  }
  const children = line?.children ?? []
  const [first] = children
  if (box !== null && first?.type === 'text') first.content = first.content.replace(BOX, '')
  const html = renderInlineTokens(children, environment)
  if (box !== null && html === '')
    problems.push(errorAt(place, 'option-empty', 'This option is empty.', 'write its text after the box'))

  const feedback = rest.filter(part => part.open.type === 'blockquote_open')
  const strange = rest.find(part => part.open.type !== 'blockquote_open')
  if (strange) {
    const message = 'An option holds more than a line of text and its feedback.'
    problems.push(
      errorAt(positionOfBlock(environment, strange.open), 'option-content', message, optionRemedy),
    )
  }
  return {
    correct: box !== null && box[1] !== ' ',
    html,
    feedbackHtml: feedback.map(quote => renderTokens(quote.inner, environment)).join('\n'),
    length: textOfInlineTokens(children).trim().length,
  }
}

const optionRemedy = 'write the option as one paragraph, and under it what it teaches, behind ">"'

function firstLine(item: Block): Token | null {
  const [paragraph] = outermostBlocks(item.inner)
  return paragraph?.open.type === 'paragraph_open' ? (paragraph.inner[0] ?? null) : null
}
