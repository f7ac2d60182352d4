import type { Span } from '../handout-blocks.ts'

/** How a paragraph is set; sizes are in points, the leading in multiples of the size. */
export type TextStyle = { size: number; leading: number; colour: string; bold?: boolean; italic?: boolean }

/** A piece of a line in one style. */
export type Piece = Span & { width: number; x: number }

export type Line = { pieces: Piece[]; width: number }

/** Width in points of a text in the style of a span. */
export type Measure = (text: string, span: Span) => number

type Part = { span: Span; text: string }

/**
 * Breaks spans into lines no wider than `width`. A line ends after a space, after a hyphen or slash between letters,
 * inside an address after its signs, and inside a word only where the word alone is too wide.
 */
export function setLines(spans: readonly Span[], width: number, measure: Measure): Line[] {
  const lines: Line[] = []
  let parts: Part[] = []
  let used = 0
  const widthOf = ({ text, span }: Part) => measure(text, span)
  const end = () => {
    lines.push(lineOf(parts, measure))
    parts = []
    used = 0
  }
  for (const word of wordsOf(spans)) {
    if (word === null) {
      end()
      continue
    }
    const wordWidth = sum(trimmed(word).map(widthOf))
    if (parts.length > 0 && used + wordWidth > width) end()
    if (wordWidth <= width) {
      parts.push(...word)
      used += sum(word.map(widthOf))
      continue
    }
    for (const part of word) {
      for (const piece of cut(part, width - used, width, widthOf)) {
        if (parts.length > 0 && used + widthOf(piece) > width) end()
        parts.push(piece)
        used += widthOf(piece)
      }
    }
  }
  if (parts.length > 0 || lines.length === 0) end()
  return lines
}

/** Words with the spaces after them; a word may be of several spans. null is an end of line that was asked for. */
function wordsOf(spans: readonly Span[]): (Part[] | null)[] {
  const words: (Part[] | null)[] = []
  let word: Part[] = []
  const endWord = () => {
    if (word.length > 0) words.push(word)
    word = []
  }
  for (const span of glued(spans)) {
    for (const [index, line] of span.text.split('\n').entries()) {
      if (index > 0) {
        endWord()
        words.push(null)
      }
      for (const text of breakable(line, span)) {
        word.push({ span, text })
        if (endsWord(text, span)) endWord()
      }
    }
  }
  endWord()
  return words
}

const plainPieces = /[^ ]*?\p{L}[\p{Pd}/](?=\p{L})|[^ ]+ *| +/gu
const addressPieces = /[^ /?&=._-]*[/?&=._-]+|[^ /?&=._-]+ *| +/gu

function breakable(text: string, span: Span): string[] {
  return text.match(isAddress(span) ? addressPieces : plainPieces) ?? []
}

function isAddress({ text, href }: Span): boolean {
  return href !== undefined && /^(?:https?:\/\/|[^\s@]+@)\S+$/.test(text)
}

function endsWord(text: string, span: Span): boolean {
  return / $/.test(text) || (isAddress(span) ? /[/?&=._-]$/.test(text) : /\p{L}[\p{Pd}/]$/u.test(text))
}

/** Words of one letter („и“, „в“, „с“) go with the word after them: Bulgarian does not leave them at a line's end. */
function glued(spans: readonly Span[]): Span[] {
  return spans.map(span =>
    span.mono ? span : { ...span, text: span.text.replace(/(?<=^|[\s(„])(\p{L}) (?=\S)/gu, '$1\u00a0') },
  )
}

/** A part in pieces: the first fits the rest of the line, the others a line each. */
function cut(part: Part, first: number, width: number, widthOf: (part: Part) => number): Part[] {
  const pieces: Part[] = []
  let rest = [...part.text]
  let room = first
  while (rest.length > 0) {
    let length = 0
    while (
      length < rest.length &&
      widthOf({
        ...part,
        text: rest
          .slice(0, length + 1)
          .join('')
          .trimEnd(),
      }) <= room
    )
      length++
    if (length === 0 && room < width) {
      room = width
      continue
    }
    length = Math.max(length, 1)
    pieces.push({ ...part, text: rest.slice(0, length).join('') })
    rest = rest.slice(length)
    room = width
  }
  return pieces
}

function trimmed(word: Part[]): Part[] {
  return word.map((part, index) =>
    index === word.length - 1 ? { ...part, text: part.text.trimEnd() } : part,
  )
}

/** Neighbours of one span in one piece, each with its place from the line's beginning. */
function lineOf(parts: Part[], measure: Measure): Line {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.span === part.span) last.text += part.text
    else joined.push({ ...part })
  }
  let x = 0
  const pieces = joined.map(({ span, text }): Piece => {
    const width = measure(text, span)
    const piece = { ...span, text, width, x }
    x += width
    return piece
  })
  const last = pieces.at(-1)
  const ink = last === undefined ? 0 : last.x + measure(last.text.trimEnd(), last)
  return { pieces, width: ink }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
