import type { Token } from 'markdown-it'
import { containerFence } from '#app/markdown/containers.ts'
import { diagramOf } from '#app/markdown/diagrams.ts'
import { textOfInlineTokens } from '#app/markdown/renderer.ts'
import { type Block, closingIndex } from '#app/markdown/token-ranges.ts'
import type { LessonText } from './course.ts'

type Section = LessonText['sections'][number]

/** Blocks that not everybody sees, or not at once. */
const withheld: readonly string[] = ['quiz', 'trainer', 'hint', 'solution']

/** The words of a lesson by headings, without questions, hints, solutions and trainers' notes. */
export function sectionsOfLesson(blocks: readonly Block[]): Section[] {
  const sections: { id: string | null; heading: string; words: string[] }[] = []
  const tokens = blocks.flatMap(block => block.tokens)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) break
    const name = containerFence(token)?.name
    if (name !== undefined && withheld.includes(name)) {
      index = closingIndex(tokens, index)
      continue
    }
    if (token.type === 'heading_open') {
      const heading = wordsOf(tokens[index + 1])
      const id = token.attrGet('id')
      sections.push({ id: id === null ? null : String(id), heading, words: [] })
      index = closingIndex(tokens, index)
      continue
    }
    const words = wordsOf(token)
    if (words === '') continue
    if (sections.length === 0) sections.push({ id: null, heading: '', words: [] })
    sections.at(-1)?.words.push(words)
  }
  return sections.map(({ id, heading, words }) => ({ id, heading, text: words.join('\n') }))
}

function wordsOf(token: Token | undefined): string {
  if (token?.type === 'inline') return textOfInlineTokens(token.children ?? []).trim()
  if (token === undefined) return ''
  const diagram = diagramOf(token)
  if (diagram !== null) return `${diagram.alt}\n${diagram.title}`.trim()
  return ['fence', 'code_block', 'figcaption'].includes(token.type) ? token.content.trim() : ''
}
