import type { MarkdownIt as Renderer, StateCore } from 'markdown-it'

/** An image alone in its paragraph becomes a figure, its title the caption. */
export function figures(md: Renderer): void {
  md.core.ruler.after('images', 'figures', markFigures)
  md.renderer.rules.figcaption = (tokens, index) =>
    `\n<figcaption>${md.utils.escapeHtml(tokens[index]?.content ?? '')}</figcaption>\n`
}

function markFigures(state: StateCore): void {
  for (let index = 0; index < state.tokens.length; index++) {
    const [open, inline, close] = state.tokens.slice(index, index + 3)
    if (open?.type !== 'paragraph_open' || open.hidden || !inline || !close) continue
    const [image, ...others] = inline.children ?? []
    if (image?.type !== 'image' || others.length > 0) continue
    open.type = 'figure_open'
    open.tag = 'figure'
    close.type = 'figure_close'
    close.tag = 'figure'
    const title = image.attrGet('title')
    if (title === null) continue
    image.attrs = image.attrs?.filter(([name]) => name !== 'title') ?? null
    const caption = new state.Token('figcaption', 'figcaption', 0)
    caption.content = String(title)
    state.tokens.splice(index + 2, 0, caption)
  }
}
