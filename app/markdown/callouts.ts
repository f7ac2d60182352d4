import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { suggestName } from './closest-name.ts'
import { environmentOf, uniqueId } from './environment.ts'
import { errorAt } from './problem.ts'
import { positionOfBlock } from './source-positions.ts'
import { closingIndex } from './token-ranges.ts'

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type CalloutKind = (typeof calloutKinds)[number]

/** The kind of a `callout_open` token, or null for any other token. */
export function calloutKind(token: Token): CalloutKind | null {
  return token.type === 'callout_open' ? kindNamed(token.info) : null
}

function kindNamed(name: string): CalloutKind | null {
  return calloutKinds.find(kind => kind === name) ?? null
}

/** A quote whose first line is `[!NOTE]`, as GitHub writes its alerts. */
export function callouts(md: Renderer): void {
  md.core.ruler.after('cell_positions', 'callouts', markCallouts)
  // role="note" and not a landmark: a lesson may have ten of them, and landmarks are for finding one's way.
  md.renderer.rules.callout_open = (tokens, index, _options, env) => {
    const token = tokens[index]
    const kind = kindNamed(token?.info ?? '') ?? 'note'
    const id = md.utils.escapeHtml(token?.markup ?? '')
    const title = md.utils.escapeHtml(environmentOf(env).labels.callouts[kind])
    return (
      `<aside class="callout callout-${kind}" role="note" aria-labelledby="${id}">\n` +
      `<p class="callout-title" id="${id}">${title}</p>\n`
    )
  }
  md.renderer.rules.callout_close = () => '</aside>\n'
}

function markCallouts(state: StateCore): void {
  const environment = environmentOf(state.env)
  for (let index = 0; index < state.tokens.length; index++) {
    const [quote, paragraph, inline] = state.tokens.slice(index, index + 3)
    if (quote?.type !== 'blockquote_open' || paragraph?.type !== 'paragraph_open' || !inline) continue
    const mark = /^\[!([^\]\n]*)\][ \t]*(.*)(?:\n|$)/.exec(inline.content)
    if (mark === null) continue
    const [line, name = '', sameLine = ''] = mark
    const kind = kindNamed(name.toLowerCase())
    const place = positionOfBlock(environment, quote)
    if (kind === null) {
      const message = `There is no callout named "${name}".`
      environment.problems.push(errorAt(place, 'callout-unknown', message, suggestName(name, calloutKinds)))
      continue
    }
    if (sameLine !== '') {
      const message = `There is text on the same line as [!${name}].`
      environment.problems.push(
        errorAt(place, 'callout-text', message, 'begin the text on the next line, after ">"'),
      )
    }
    const close = state.tokens[closingIndex(state.tokens, index)]
    quote.type = 'callout_open'
    quote.info = kind
    quote.markup = uniqueId(environment, 'b-callout')
    if (close) close.type = 'callout_close'
    inline.content = inline.content.slice(line.length)
    if (inline.map) inline.map = [inline.map[0] + 1, inline.map[1]]
    if (inline.content === '') state.tokens.splice(index + 1, 3)
  }
}
