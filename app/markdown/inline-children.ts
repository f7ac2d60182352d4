import type { Token } from 'markdown-it'

export type InlineChild = { inline: Token; children: Token[]; child: Token; index: number }

/** Every token inside text, with where it stands. The list is taken first, so that children may be replaced. */
export function inlineChildren(tokens: readonly Token[]): InlineChild[] {
  return tokens.flatMap(inline => {
    const { children } = inline
    if (inline.type !== 'inline' || children === null) return []
    return children.map((child, index) => ({ inline, children, child, index }))
  })
}
