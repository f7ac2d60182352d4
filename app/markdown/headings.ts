import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { environmentOf, uniqueId } from './environment.ts'
import { headingSlug } from './heading-slug.ts'
import { positionOfBlock } from './source-positions.ts'

/** Headings that can be linked to: the heading's own text is the link, so it needs no second name. */
export function headings(md: Renderer): void {
  md.core.ruler.after('figures', 'headings', state => {
    for (const [index, token] of state.tokens.entries()) {
      const inline = state.tokens[index + 1]
      if (token.type === 'heading_open' && inline) nameHeading(state, token, inline)
    }
  })
}

function nameHeading(state: StateCore, open: Token, inline: Token): void {
  const environment = environmentOf(state.env)
  const children = inline.children ?? []
  const text = state.md.renderer.renderInlineAsText(children, state.md.options, environment).trim()
  // The prefix keeps headings apart from the ids of the page around the lesson.
  const id = uniqueId(environment, `h-${headingSlug(text)}`)
  open.attrSet('id', id)
  environment.headings.push({
    ...positionOfBlock(environment, open),
    id,
    text: text.replace(/\s+/g, ' '),
    level: Number(open.tag.slice(1)),
  })
  if (
    children.length === 0 ||
    children.some(child => child.type === 'link_open' || child.type === 'footnote_call')
  )
    return
  const anchor = new state.Token('heading_anchor_open', 'a', 1)
  anchor.attrs = [
    ['class', 'heading-anchor'],
    ['href', `#${id}`],
  ]
  inline.children = [anchor, ...children, new state.Token('heading_anchor_close', 'a', -1)]
}
