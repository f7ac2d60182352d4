import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { renderInlineTokens, renderTokens } from '#app/markdown/renderer.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'
import type { CompiledQuestion } from './compile-question.ts'
import type { Blank } from './course.ts'
import { filedOrder } from './filed-order.ts'
import { isMatchTable } from './question-match.ts'
import { isOptionList } from './question-options.ts'

/**
 * A question as a learner may have it: what is asked, and what is offered in the filed order, with empty boxes. A
 * block counts as asked only when the open half of the question shows it, so that nothing else can slip through.
 */
export function openQuestion(
  question: CompiledQuestion,
  quiz: Block,
  environment: MarkdownEnvironment,
): string {
  const parts = outermostBlocks(quiz.inner).flatMap(block => {
    if (isOptionList(block)) return optionLines(question, block)
    if (isShown(block, question.text.promptHtml, environment)) return sourceOf(block, environment)
    if (question.kind === 'order' && block.open.type === 'ordered_list_open')
      return stepLines(question, block)
    if (question.kind === 'match' && isMatchTable(block)) return pairLines(question, block, environment)
    return []
  })
  const text = parts.join('\n\n')
  const open = question.kind === 'blanks' ? withoutAnswers(text, question.text.blanks) : text
  const points = question.points === 1 ? '' : ` points=${question.points}`
  return [`::: quiz {#${question.id}${points}}`, open, ':::'].join('\n')
}

function isShown(block: Block, promptHtml: string, environment: MarkdownEnvironment): boolean {
  const html = renderTokens(block.tokens, environment)
  return html !== '' && promptHtml.includes(html)
}

function sourceOf(block: Block, { lines }: MarkdownEnvironment): string {
  const [start, end] = block.open.map ?? [0, 0]
  return lines.slice(start, end).join('\n').trimEnd()
}

const GAP = /\[\[[^[\]\n]*\]\]/g

/**
 * Empty gaps, with their choices where there are some. What looks like a gap but is none (in code, say) makes the
 * count differ: then every one is emptied, because which is which cannot be told from the source.
 */
function withoutAnswers(source: string, blanks: readonly Blank[]): string {
  const certain = source.match(GAP)?.length === blanks.length
  let number = 0
  return source.replace(GAP, () => {
    const blank = certain ? blanks[number] : undefined
    number += 1
    return blank?.kind === 'choice' ? `[[ ${blank.options.join(' | ')} ]]` : '[[ ]]'
  })
}

const BOX = /^\[[ xXхХ]\]\s*/

/** Choices stand as their author wrote them, without saying which are right. */
function optionLines(question: CompiledQuestion, list: Block): string[] {
  const options = outermostBlocks(list.inner).map(item => firstLineOf(item).replace(BOX, ''))
  if (options.length !== question.text.optionsHtml.length) return []
  return [options.map(text => `- [ ] ${text}`).join('\n')]
}

/** Steps without numbers: in an order that says nothing, numbers would. */
function stepLines(question: CompiledQuestion, list: Block): string[] {
  const steps = outermostBlocks(list.inner).map(firstLineOf)
  if (steps.length !== question.text.optionsHtml.length) return []
  return [
    filedOrder(question.id, steps.length)
      .map(authored => `- ${steps[authored] ?? ''}`)
      .join('\n'),
  ]
}

/** Both sides of a matching beside each other, the right one in its filed order. */
function pairLines(question: CompiledQuestion, table: Block, environment: MarkdownEnvironment): string[] {
  const [head, ...rows] = outermostBlocks(table.inner)
    .flatMap(part => outermostBlocks(part.inner))
    .map(row => outermostBlocks(row.inner).map(cell => cellOf(cell, environment)))
  const left = rows.flatMap(([cell]) => (cell === undefined || cell.html === '' ? [] : cell.source))
  // As in the question itself, one right side stands once however many left ones it serves.
  const right = new Map(rows.flatMap(([, cell]) => (cell === undefined ? [] : [[cell.html, cell.source]])))
  const filed = question.text.optionsHtml.map(html => right.get(html) ?? '')
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const count = Math.max(left.length, filed.length)
  return [
    [
      line([head?.[0]?.source ?? '', head?.[1]?.source ?? '']),
      '|---|---|',
      ...Array.from({ length: count }, (_, index) => line([left[index] ?? '', filed[index] ?? ''])),
    ].join('\n'),
  ]
}

function cellOf(cell: Block, environment: MarkdownEnvironment): { html: string; source: string } {
  const inline = cell.inner[0]
  return {
    html: renderInlineTokens(inline?.children ?? [], environment),
    source: (inline?.content ?? '').replaceAll('|', '\\|').trim(),
  }
}

/** The first paragraph of an item in one line; what is below it is feedback. */
function firstLineOf(item: Block): string {
  const [paragraph] = outermostBlocks(item.inner)
  if (paragraph?.open.type !== 'paragraph_open') return ''
  return (paragraph.inner[0]?.content ?? '').replace(/\s*\n\s*/g, ' ')
}
