import type { MarkdownIt as Renderer, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { environmentOf, type MarkdownEnvironment } from './environment.ts'
import { renderFormula } from './formula.ts'
import { errorAt, type Position, warningAt } from './problem.ts'
import { positionOfBlock, positionOfInline } from './source-positions.ts'

/** More than this in one text is no lesson, and takes long. */
const mostFormulas = 500

const formulas = new WeakMap<Token, string>()

/**
 * `$x^2$` in a line and `$$x^2$$` as a block, as MathML. A formula in a line is code in another language: where
 * words alone are wanted, as in the outline, its source stands for it, and what cannot be read is shown as code.
 */
export function math(md: Renderer): void {
  md.inline.ruler.before('escape', 'math', parseInline)
  md.block.ruler.before('fence', 'math', parseBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.core.ruler.after('inline', 'math', renderFormulas)
  const drawCode = md.renderer.rules.code_inline
  md.renderer.rules.code_inline = (tokens, index, options, env, renderer) => {
    const token = tokens[index]
    const formula = token && formulas.get(token)
    return formula ?? drawCode?.(tokens, index, options, env, renderer) ?? ''
  }
  md.renderer.rules.math_block = (tokens, index, _options, env) => {
    const token = tokens[index]
    const formula = token && formulas.get(token)
    const source = md.utils.escapeHtml(token?.content ?? '')
    if (formula === undefined) return `<pre tabindex="0"><code>${source}</code></pre>\n`
    // A long formula scrolls by itself, which the keyboard must be able to do.
    const label = md.utils.escapeHtml(environmentOf(env).labels.formula)
    return `<div class="formula" role="group" tabindex="0" aria-label="${label}">${formula}</div>\n`
  }
}

/**
 * Pandoc's rule, so that money stays text: no blank after the opening dollar or before the next one, which closes
 * it, and no digit right after that. Nor is a dollar behind a digit an opening one: "5$-6$".
 */
function parseInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src[pos] !== '$') return false
  const mark = src[pos + 1] === '$' ? '$$' : '$'
  const start = pos + mark.length
  if (/[\s$]/.test(src[start] ?? ' ') || /[\d$]/.test(src[pos - 1] ?? '')) return false
  if (answerLine.test(src)) return false
  const end = findClosing(src, start, mark)
  if (end + mark.length > posMax || holdsSentence(src.slice(start, end))) return false
  if (!silent) {
    const token = state.push('code_inline', 'code', 0)
    token.markup = mark
    token.content = src.slice(start, end)
  }
  state.pos = end + mark.length
  return true
}

/** An accepted answer may be a pattern, in which a dollar means the end. */
const answerLine = /^\*\*(?:Отговор|Answer)\s*:?\*\*/i

/** "от $10 до 5$" is money: in TeX, words stand in braces. */
function holdsSentence(source: string): boolean {
  return /[а-я]{2}/i.test(source.replace(/\{[^{}]*\}/g, '{}'))
}

/** Where the closing dollar stands; beyond the text when there is none. */
function findClosing(src: string, start: number, mark: '$' | '$$'): number {
  let at = start
  while (at < src.length && src[at] !== '$') at += src[at] === '\\' ? 2 : 1
  if (!src.startsWith(mark, at) || /\s/.test(src[at - 1] ?? '')) return Infinity
  return mark === '$' && /\d/.test(src[at + 1] ?? '') ? Infinity : at
}

/** Longer ones are no formulas. */
const mostLines = 60

/** Lines from one that begins with `$$` to one that ends with it. */
function parseBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const first = textOf(state, startLine)
  if (!first.startsWith('$$')) return false
  const lines = [first.slice(2)]
  let line = startLine
  while (!lines.at(-1)?.includes('$$') && lines.length < mostLines) {
    line++
    if (line >= endLine || (state.sCount[line] ?? 0) < state.blkIndent || state.isEmpty(line)) break
    lines.push(textOf(state, line))
  }
  const written = lines.join('\n')
  const source = written.slice(0, -2).trim()
  if (!written.endsWith('$$') || source === '' || source.includes('$$')) {
    if (first === '$$' && !silent) reportUnclosed(state, startLine)
    return false
  }
  if (silent) return true
  const token = state.push('math_block', '', 0)
  token.content = source
  token.map = [startLine, line + 1]
  state.line = line + 1
  return true
}

function reportUnclosed(state: StateBlock, line: number): void {
  const { problems, lines } = environmentOf(state.env)
  const place = { line: line + 1, column: Math.max(lines[line]?.indexOf('$$') ?? 0, 0) + 1 }
  const remedy = 'end it with $$ at the end of a line, without empty lines inside'
  problems.push(errorAt(place, 'math-unclosed', 'This formula is not closed.', remedy))
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
}

function renderFormulas(state: StateCore): void {
  const environment = environmentOf(state.env)
  let number = 0
  for (const token of state.tokens) {
    if (token.type === 'math_block' && ++number <= mostFormulas) {
      renderOne(environment, token, token.content, true, () => positionOfBlock(environment, token))
    }
    for (const child of token.children ?? []) {
      if (child.type !== 'code_inline' || !child.markup.startsWith('$') || ++number > mostFormulas) continue
      const place = () => positionOfInline(environment, token, child)
      if (child.markup === '$') renderOne(environment, child, child.content, false, place)
      else {
        const message = 'A displayed formula stands inside a line.'
        const remedy = 'put it on lines of its own, or write it between single dollars'
        environment.problems.push(errorAt(place(), 'math-display', message, remedy))
      }
    }
  }
  if (number <= mostFormulas) return
  const message = `This text holds more than ${mostFormulas} formulas; the rest is shown as code.`
  environment.problems.push(errorAt({ line: 1, column: 1 }, 'math', message, 'split it into several lessons'))
}

function renderOne(
  environment: MarkdownEnvironment,
  token: Token,
  source: string,
  display: boolean,
  place: () => Position,
): void {
  const formula = renderFormula(source, display)
  if (!formula.ok) {
    environment.problems.push(errorAt(place(), 'math', formula.message, formula.remedy))
    return
  }
  formulas.set(token, formula.html)
  if (/\\(?:text|f)?color/.test(source)) {
    const message = 'Colours in a formula are not shown.'
    environment.problems.push(warningAt(place(), 'math-colour', message, 'say it in words, or use \\boxed{}'))
  }
}
