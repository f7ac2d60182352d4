import type { MarkdownIt as Renderer, StateInline, Token } from 'markdown-it'

/** Which gap of its question a token is, once a question has claimed it. */
const numbers = new WeakMap<Token, number>()

/** Makes a `blank` token the gap with this number, from 0. What stood between its brackets is no longer shown. */
export function claimBlank(token: Token, number: number): void {
  numbers.set(token, number)
}

/** `[[22]]` is a gap inside a question; anywhere else the page shows what was written. */
export function blanks(md: Renderer): void {
  md.inline.ruler.before('link', 'blank', parseBlank)
  md.renderer.rules.blank = (tokens, index) => {
    const token = tokens[index]
    const number = token === undefined ? undefined : numbers.get(token)
    if (number !== undefined) return `<span data-blank="${number}"></span>`
    return md.utils.escapeHtml(`[[${token?.content ?? ''}]]`)
  }
}

function parseBlank(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (!src.startsWith('[[', pos)) return false
  const content = /^[^[\]\n]{1,500}(?=\]\])/.exec(src.slice(pos + 2, pos + 2 + LONGEST))?.[0] ?? ''
  if (content.trim() === '') return false
  if (!silent) {
    const token = state.push('blank', '', 0)
    token.content = content.trim()
  }
  state.pos = pos + content.length + 4
  return true
}

/** Keeps a page of brackets from being searched to its end from each of them. */
const LONGEST = 502
