import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { suggestName } from './closest-name.ts'
import { environmentOf, type MarkdownEnvironment } from './environment.ts'
import { readFenceOptions } from './fence-options.ts'
import { codeLanguages, highlightCode, isCodeLanguage } from './highlighting.ts'
import { errorAt, warningAt } from './problem.ts'
import { positionOfBlock } from './source-positions.ts'

/** Fenced code, highlighted on the server: ```` ```bash title="What it does" ````. */
export function codeBlocks(md: Renderer): void {
  md.core.ruler.after('callouts', 'code_blocks', checkFences)
  md.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index]
    if (!token) return ''
    const { language, title } = readInfo(token)
    const highlighted = highlightCode(token.content, language)
    const name = highlighted === null ? '' : ` class="hljs language-${md.utils.escapeHtml(language)}"`
    // Focusable, so that a long line can be scrolled into view from the keyboard.
    const pre = `<pre tabindex="0"><code${name}>${highlighted ?? md.utils.escapeHtml(token.content)}</code></pre>`
    if (title === null) return `${pre}\n`
    return `<figure class="code">\n<figcaption>${md.utils.escapeHtml(title)}</figcaption>\n${pre}\n</figure>\n`
  }
  md.renderer.rules.code_block = (tokens, index) =>
    `<pre tabindex="0"><code>${md.utils.escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`
}

function readInfo(token: Token) {
  const [, language = '', rest = ''] = /^\s*([^\s={]*)(.*)$/.exec(token.info) ?? []
  const options = readFenceOptions(rest, 1)
  const title = options.find(option => option.name === 'title')?.value
  return { language: language.toLowerCase(), options, title: typeof title === 'string' ? title : null }
}

function checkFences(state: StateCore): void {
  const environment = environmentOf(state.env)
  for (const token of state.tokens) {
    if (token.type === 'fence') checkFence(environment, token)
  }
}

function checkFence(environment: MarkdownEnvironment, token: Token): void {
  const place = positionOfBlock(environment, token)
  const { language, options } = readInfo(token)
  if (language !== '' && !isCodeLanguage(language)) {
    const message = `Code in "${language}" is shown without colours.`
    environment.problems.push(
      warningAt(place, 'code-language', message, suggestName(language, codeLanguages)),
    )
  }
  for (const { name } of options) {
    if (name === 'title') continue
    const message = `A code block has no option "${name}".`
    environment.problems.push(
      errorAt(place, 'option-unknown', message, 'only title="…" may follow the language'),
    )
  }
  if (!isClosedFence(environment, token)) {
    const remedy = `end it with a line of ${token.markup}`
    environment.problems.push(errorAt(place, 'code-unclosed', 'This code block is not closed.', remedy))
  }
}

/** Whether a code fence ends with a line of its own and not with the text. */
export function isClosedFence(environment: MarkdownEnvironment, token: Token): boolean {
  const [start, end] = token.map ?? [0, 0]
  // Quote marks may stand before the fence.
  const last = environment.lines[end - 1]?.replace(/^[\s>]+/, '').trimEnd() ?? ''
  const isMarker = last.length >= token.markup.length && last === (token.markup[0] ?? '').repeat(last.length)
  return end - start > 1 && isMarker
}
