import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { decodeAddress } from './address.ts'
import { environmentOf, type MarkdownEnvironment } from './environment.ts'
import { inlineChildren } from './inline-children.ts'
import { errorAt } from './problem.ts'
import { positionOfInline } from './source-positions.ts'

/** Images of known size from the resolver alone, loaded when they come near the screen. */
export function images(md: Renderer): void {
  md.core.ruler.after('text_join', 'images', state => {
    for (const { inline, children, child, index } of inlineChildren(state.tokens)) {
      if (child.type === 'image') children[index] = resolveImage(state, inline, child)
    }
  })
  // The standard rule would compute the alternative text again.
  md.renderer.rules.image = (tokens, index, options, _env, renderer) =>
    renderer.renderToken(tokens, index, options)
}

function resolveImage(state: StateCore, inline: Token, image: Token): Token {
  const environment = environmentOf(state.env)
  const alt = textOf(state, image)
  const place = positionOfInline(environment, inline, image)
  const written = decodeAddress(String(image.attrGet('src') ?? ''))
  if (alt === '') {
    const remedy = 'say in the square brackets what the picture shows: ![text](file.svg)'
    environment.problems.push(errorAt(place, 'image-alt', `"${written}" has no alternative text.`, remedy))
  }
  const resolved = environment.resolveImage(written)
  if (!resolved.ok) {
    environment.problems.push(errorAt(place, resolved.code, resolved.message, resolved.remedy))
    const text = new state.Token('text', '', 0)
    text.content = alt
    return text
  }
  image.attrs = [
    ['src', resolved.src],
    ['alt', alt],
    ['width', resolved.width],
    ['height', resolved.height],
    ['loading', 'lazy'],
    ['decoding', 'async'],
    ...titleOf(image),
  ]
  return image
}

function titleOf(image: Token): [string, string][] {
  const title = image.attrGet('title')
  return title === null ? [] : [['title', String(title)]]
}

function textOf(state: StateCore, image: Token): string {
  const env: MarkdownEnvironment = environmentOf(state.env)
  return state.md.renderer.renderInlineAsText(image.children ?? [], state.md.options, env).trim()
}
