import type { Position } from './problem.ts'

export type DotToken = Position & {
  /** 'mark' is punctuation; 'word' is an identifier without quotation marks, and may be a keyword. */
  kind: 'word' | 'quoted' | 'mark'
  /** Without the quotation marks; escapes as written. */
  text: string
}

export type DotTokens =
  | { ok: true; tokens: DotToken[] }
  | ({ ok: false; message: string; remedy: string } & Position)

const BLANK = /(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)/y
const TOKEN =
  /([\p{L}_][\p{L}\p{M}\p{N}_]*|-?(?:\.\d+|\d+(?:\.\d*)?))|"((?:[^"\\]|\\[\s\S])*)"|(->|--|[{}[\];,:=])/uy

/** Takes a graph in the language of Graphviz apart. Positions count from the first line of the graph. */
export function readDotTokens(source: string): DotTokens {
  const tokens: DotToken[] = []
  let offset = 0
  let line = 1
  let lineStart = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset
    return pattern.exec(source)
  }
  const pass = (text: string) => {
    const breaks = text.split('\n').length - 1
    line += breaks
    if (breaks > 0) lineStart = offset + text.lastIndexOf('\n') + 1
    offset += text.length
  }
  while (offset < source.length) {
    const blank = take(BLANK)
    if (blank) {
      pass(blank[0])
      continue
    }
    const at = { line, column: offset - lineStart + 1 }
    const token = take(TOKEN)
    if (!token) return { ok: false, ...at, ...refusal(String.fromCodePoint(source.codePointAt(offset) ?? 0)) }
    const [whole, word, quoted, mark] = token
    if (word !== undefined) tokens.push({ kind: 'word', text: word, ...at })
    else if (quoted !== undefined) {
      // A backslash at the end of a line joins it to the next one.
      tokens.push({ kind: 'quoted', text: quoted.replace(/\\\n/g, ''), ...at })
    } else tokens.push({ kind: 'mark', text: mark ?? '', ...at })
    pass(whole)
  }
  return { ok: true, tokens }
}

function refusal(character: string): { message: string; remedy: string } {
  switch (character) {
    case '<':
      return {
        message: 'A label cannot be written in HTML.',
        remedy: 'write it between "quotation marks", a new line in it as \\n',
      }
    case '"':
      return { message: 'This text is not closed.', remedy: 'end it with a quotation mark' }
    case '„':
    case '“':
      return { message: 'This quotation mark is not straight.', remedy: 'write "' }
    default:
      return { message: `"${character}" means nothing here.`, remedy: 'put texts between "quotation marks"' }
  }
}
