import MarkdownIt, { type MarkdownIt as Renderer, type Token } from 'markdown-it'
import { environmentOf, type MarkdownEnvironment } from './environment.ts'
import type { Position } from './problem.ts'

/** Where a link, an image or a gap begins inside the content of its inline token. */
const offsets = new WeakMap<Token, number>()

/** Where a table cell begins: markdown-it gives cells no place of their own. */
const cellStarts = new WeakMap<Token, Position>()

/** Tokens that are pushed while the reader still stands on their first character. */
const begunAtMark = ['image', 'blank', 'footnote_call', 'code_inline']

class PositionedInlineState extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting)
    if (begunAtMark.includes(type)) offsets.set(token, this.pos)
    // A link is pushed when its '[' has been read already; an autolink stands on its '<'.
    if (type === 'link_open') offsets.set(token, this.src[this.pos] === '<' ? this.pos : this.pos - 1)
    return token
  }
}

/** Keeps the source and the places of links, images and table cells, so that problems can be pointed at. */
export function sourcePositions(md: Renderer): void {
  md.inline.State = PositionedInlineState
  md.core.ruler.after('normalize', 'source_lines', state => {
    environmentOf(state.env).lines = state.src.split('\n')
  })
  md.core.ruler.after('block', 'cell_positions', state => {
    locateCells(state.tokens, environmentOf(state.env).lines)
  })
}

function locateCells(tokens: readonly Token[], lines: readonly string[]): void {
  let row = 0
  let cursor = 0
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') {
      row = token.map?.[0] ?? row
      cursor = 0
    }
    const before = tokens[index - 1]?.type
    if (token.type !== 'inline' || (before !== 'td_open' && before !== 'th_open')) continue
    const written = token.content.replaceAll('|', '\\|')
    const found = Math.max(lines[row]?.indexOf(written, cursor) ?? 0, cursor)
    cellStarts.set(token, { line: row + 1, column: found + 1 })
    cursor = found + written.length
  }
}

/** Place of the first character of a block. */
export function positionOfBlock(environment: MarkdownEnvironment, token: Token): Position {
  const line = token.map?.[0] ?? 0
  const indent = environment.lines[line]?.search(/\S/) ?? 0
  return { line: line + 1, column: Math.max(indent, 0) + 1 }
}

/** Place of a link, an image or a gap, given the inline token that holds it. */
export function positionOfInline(environment: MarkdownEnvironment, inline: Token, child: Token): Position {
  return positionOfOffset(environment, inline, offsets.get(child) ?? 0)
}

function positionOfOffset(environment: MarkdownEnvironment, inline: Token, offset: number): Position {
  const cell = cellStarts.get(inline)
  if (cell) return { line: cell.line, column: cell.column + offset }
  const starts = lineStarts(inline)
  const number = starts.findLastIndex(start => start <= offset)
  const start = starts[number] ?? 0
  const line = (inline.map?.[0] ?? 0) + number
  const contentLine = inline.content.slice(start, (starts[number + 1] ?? Infinity) - 1)
  const begin = environment.lines[line]?.lastIndexOf(contentLine) ?? 0
  return { line: line + 1, column: Math.max(begin, 0) + offset - start + 1 }
}

/** Where the lines of a paragraph begin. Kept, because one with a thousand mistakes is asked for a thousand places. */
const starts = new WeakMap<Token, { content: string; starts: number[] }>()

function lineStarts(inline: Token): number[] {
  const kept = starts.get(inline)
  if (kept?.content === inline.content) return kept.starts
  const found = [0, ...Array.from(inline.content.matchAll(/\n/g), match => match.index + 1)]
  starts.set(inline, { content: inline.content, starts: found })
  return found
}
