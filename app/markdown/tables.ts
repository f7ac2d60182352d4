import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { environmentOf } from './environment.ts'

/** Tables that scroll by themselves on a narrow screen, aligned by class. */
export function tables(md: Renderer): void {
  md.core.ruler.after('code_blocks', 'tables', prepareTables)
  md.renderer.rules.table_open = (tokens, index, _options, env) => {
    const label = `${environmentOf(env).labels.table} ${tokens[index]?.info}`
    // A region needs a name of its own, and the keyboard must be able to scroll it.
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${md.utils.escapeHtml(label)}">\n<table>\n`
  }
  md.renderer.rules.table_close = () => '</table>\n</div>\n'
}

function prepareTables(state: StateCore): void {
  let number = 0
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'table_open') token.info = String(++number)
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    alignByClass(token)
    if (token.type === 'td_open') continue
    const [content, close] = state.tokens.slice(index + 1, index + 3)
    if (content?.content !== '') token.attrPush(['scope', 'col'])
    else {
      // An empty corner heads nothing: as a header it would be announced as one.
      token.tag = 'td'
      if (close) close.tag = 'td'
    }
  }
}

function alignByClass(token: Token): void {
  const style = token.attrGet('style')
  token.attrs = null
  const side = /^text-align:(left|center|right)$/.exec(String(style))?.[1]
  if (side !== undefined) token.attrSet('class', `align-${side}`)
}
