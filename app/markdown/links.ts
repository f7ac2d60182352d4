import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { addressKind, decodeAddress } from './address.ts'
import { environmentOf, type ResolvedLink } from './environment.ts'
import { inlineChildren } from './inline-children.ts'
import { errorAt } from './problem.ts'
import { positionOfInline } from './source-positions.ts'
import { closingIndex } from './token-ranges.ts'

/** Links to the web, to mail, to a place on the page, and to what the resolver knows. Others stay plain text. */
export function links(md: Renderer): void {
  // Every destination is read as a link first, so that a refused one can be reported with its place.
  md.validateLink = () => true
  md.core.ruler.after('headings', 'links', checkLinks)
  // The last line of defence: whatever a rule forgot, no unsafe address is written.
  md.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]
    if (token && addressKind(String(token.attrGet('href') ?? '')) === 'unsafe') {
      token.attrs = token.attrs?.filter(([name]) => name !== 'href') ?? null
    }
    return renderer.renderToken(tokens, index, options)
  }
}

function checkLinks(state: StateCore): void {
  const environment = environmentOf(state.env)
  for (const { inline, children, child, index } of inlineChildren(state.tokens)) {
    if (child.type !== 'link_open') continue
    const resolved = resolveLink(state, String(child.attrGet('href') ?? ''))
    if (resolved.ok) {
      child.attrSet('href', resolved.href)
      if (addressKind(resolved.href) === 'web') child.attrSet('rel', 'noopener')
      continue
    }
    const place = positionOfInline(environment, inline, child)
    environment.problems.push(errorAt(place, resolved.code, resolved.message, resolved.remedy))
    unwrap(state, children, index)
  }
}

/** Silences both ends of a link, leaving what is between. */
function unwrap(state: StateCore, children: Token[], open: number): void {
  const close = closingIndex(children, open)
  children[open] = new state.Token('text', '', 0)
  children[close] = new state.Token('text', '', 0)
}

function resolveLink(state: StateCore, href: string): ResolvedLink {
  const environment = environmentOf(state.env)
  const written = decodeAddress(href)
  switch (addressKind(href)) {
    case 'web':
    case 'mail':
      return { ok: true, href }
    case 'relative':
      return environment.resolveLink(written)
    case 'fragment':
      if (environment.headings.some(heading => heading.id === written.slice(1))) return { ok: true, href }
      return {
        ok: false,
        code: 'link-broken',
        message: `The link "${written}" leads to no heading of this lesson.`,
        remedy: `headings here: ${environment.headings.map(heading => `#${heading.id}`).join(', ') || 'none'}`,
      }
    case 'unsafe':
      return {
        ok: false,
        code: 'link-unsafe',
        message: href === '' ? 'The link has no address.' : `The link "${written}" is not allowed.`,
        remedy: 'a link begins with https://, http:// or mailto:, or names a file or another lesson',
      }
  }
}
