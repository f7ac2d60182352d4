import type { Token } from 'markdown-it'
import { stringify } from 'yaml'
import { readContainerLine } from '#app/markdown/container-line.ts'
import { containerFence } from '#app/markdown/containers.ts'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import type { Block } from '#app/markdown/token-ranges.ts'
import type { CompiledQuestion } from './compile-question.ts'
import { openQuestion } from './open-question-markdown.ts'
import { isPlainText } from './plain-fields.ts'

export type OpenBodySource = {
  blocks: readonly Block[]
  /** Questions without errors. */
  questions: readonly CompiledQuestion[]
  environment: MarkdownEnvironment
}

/**
 * The Markdown of a text as a learner may have it: prose as it was written, questions without their secret half. It is
 * put together from what is known to be open; what is not known to be open stays out.
 */
export function openMarkdown({ blocks, questions, environment }: OpenBodySource): string {
  const { lines } = environment
  const taken = new Set<number>()
  const parts: { line: number; text: string }[] = []
  for (const block of blocks) {
    const [start, end] = linesOf(block.open, lines)
    for (let line = start; line < end; line++) taken.add(line)
    const fence = containerFence(block.open)
    if (fence?.name === 'quiz') {
      const question = questions.find(({ line }) => line === fence.line)
      if (question) parts.push({ line: start, text: openQuestion(question, block, environment) })
    } else if (isProse(block)) parts.push({ line: start, text: lines.slice(start, end).join('\n').trimEnd() })
  }
  parts.push(...definitions(lines, taken, shownNotes(blocks)))
  return parts
    .toSorted((a, b) => a.line - b.line)
    .map(part => `${part.text}\n`)
    .join('\n')
}

/** The description at the top of a lesson, with what learners see of it. */
export function openFrontMatter(title: string, summary: string): string {
  const written =
    isPlainText(title) && isPlainText(summary)
      ? `title: ${title}\nsummary: ${summary}\n`
      : stringify({ title, summary }, { lineWidth: 0 })
  return `---\n${written}---\n\n`
}

/** Blocks that everybody sees whole. One around a question or a note is an error, and is not passed on. */
function isProse(block: Block): boolean {
  const names = block.tokens.map(token => containerFence(token)?.name)
  return block.open.map !== null && !names.includes('quiz') && !names.includes('trainer')
}

/** First line and the line after the last one, from 0. A container's own closing line belongs to it. */
function linesOf(open: Token, lines: readonly string[]): [number, number] {
  const [start, end] = open.map ?? [0, 0]
  const isContainer = containerFence(open) !== null
  return isContainer && readContainerLine(lines[end] ?? '')?.kind === 'close'
    ? [start, end + 1]
    : [start, end]
}

/** Where the notes begin that stand below the text: a note that nobody calls is not shown. */
function shownNotes(blocks: readonly Block[]): Set<number> {
  const notes = blocks.filter(block => block.open.map === null)
  return new Set(notes.flatMap(block => block.inner.flatMap(token => token.map?.[0] ?? [])))
}

/** Addresses of links, and notes below the text: they are no blocks of their own. */
function definitions(
  lines: readonly string[],
  taken: ReadonlySet<number>,
  notes: ReadonlySet<number>,
): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] ?? ''
    if (taken.has(line) || !/^ {0,3}\[[^\]]+\]:/.test(text)) continue
    if (/^ {0,3}\[\^/.test(text) && !notes.has(line)) continue
    let end = line + 1
    while (end < lines.length && !taken.has(end) && /^\s+\S/.test(lines[end] ?? '')) end++
    const own = lines.slice(line, end)
    if (own.every(each => readContainerLine(each.trim()) === null)) found.push({ line, text: own.join('\n') })
    line = end - 1
  }
  return found
}
