import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { decodeAddress, termOfAddress } from './address.ts'
import { environmentOf, uniqueId } from './environment.ts'
import { errorAt, type Position, type Problem, warningAt } from './problem.ts'
import { positionOfInline } from './source-positions.ts'
import { closingIndex } from './token-ranges.ts'

type Explained = { id: string; term: string; definition: string; href: string }

const explained = new WeakMap<Token, Explained>()

/** What a button may hold without a second thing to press: words and their emphasis. */
const plainTypes = /^(?:text|code_inline|softbreak|(?:em|strong|s)_(?:open|close))$/

/**
 * `[втори фактор](glossary:mfa)`: a word that opens its definition. The browser's own popover does it, so that it
 * works without scripts, by keyboard and with Escape.
 */
export function glossaryTerms(md: Renderer): void {
  // Before headings, which would not be links to themselves with another link inside, and before links are checked.
  md.core.ruler.before('headings', 'glossary_terms', explainTerms)
  md.renderer.rules.term_open = (tokens, index) =>
    `<button class="term" type="button" popovertarget="${explanationOf(tokens[index])?.id ?? ''}">`
  md.renderer.rules.term_close = (tokens, index, _options, env) => {
    const found = explanationOf(tokens[index])
    if (!found) return ''
    const { escapeHtml } = md.utils
    return (
      `</button><span class="term-note" popover="auto" id="${found.id}" role="note">` +
      `<strong>${escapeHtml(found.term)}</strong> ${escapeHtml(found.definition)} ` +
      `<a href="${escapeHtml(found.href)}">${escapeHtml(environmentOf(env).labels.glossary)}</a></span>`
    )
  }
}

function explanationOf(token: Token | undefined): Explained | undefined {
  return token && explained.get(token)
}

function explainTerms(state: StateCore): void {
  const place = new Place()
  for (const [index, token] of state.tokens.entries()) {
    place.pass(token)
    const { children } = token
    if (token.type !== 'inline' || children === null) continue
    const inHeading = state.tokens[index - 1]?.type === 'heading_open'
    for (const [position, child] of children.entries()) {
      // An address in angle brackets has no words to explain.
      if (child.type !== 'link_open' || child.markup === 'autolink') continue
      const written = termOfAddress(decodeAddress(String(child.attrGet('href') ?? '')))
      if (written !== null) {
        const refused = inHeading ? 'a heading' : place.refuses
        explainTerm(state, { inline: token, children, open: position, written, refused })
      }
    }
  }
}

type Found = {
  inline: Token
  children: Token[]
  open: number
  written: string
  /** The place in which nothing may be pressed, in words; null where a button may stand. */
  refused: string | null
}

function explainTerm(state: StateCore, { inline, children, open, written, refused }: Found): void {
  const environment = environmentOf(state.env)
  const begin = children[open]
  const close = closingIndex(children, open)
  const end = children[close]
  if (!begin || !end) return
  const at = positionOfInline(environment, inline, begin)
  const resolved = environment.resolveTerm(written)
  const inside = children.slice(open + 1, close)
  const crowded = inside.length === 0 || inside.some(token => !plainTypes.test(token.type))
  if (resolved === null || !resolved.ok || refused !== null || crowded) {
    if (resolved?.ok === false) {
      environment.problems.push(errorAt(at, resolved.code, resolved.message, resolved.remedy))
    } else if (resolved !== null) environment.problems.push(misplaced(at, refused))
    children[open] = new state.Token('text', '', 0)
    children[close] = new state.Token('text', '', 0)
    return
  }
  if (!environment.terms.includes(written)) environment.terms.push(written)
  const { term, definition, href } = resolved
  const entry = { id: uniqueId(environment, 'b-term'), term, definition, href }
  const opening = new state.Token('term_open', 'button', 1)
  const closing = new state.Token('term_close', 'button', -1)
  explained.set(opening, entry)
  explained.set(closing, entry)
  children[open] = opening
  children[close] = closing
}

function misplaced(at: Position, place: string | null): Problem {
  const message = place === null ? 'A term is made of words alone.' : `A term cannot open in ${place}.`
  const remedy = place === null ? 'link only the words' : 'explain it where it stands in the text'
  return warningAt(at, 'glossary-misplaced', message, remedy)
}

/** Where a walk through the blocks stands. The choices of a question become labels, which must not hold a button. */
class Place {
  #question = 0
  #choices = 0

  pass({ type, info, nesting }: Token): void {
    if ((type === 'container_open' && info === 'quiz') || (this.#question > 0 && /^container_/.test(type))) {
      this.#question += nesting
    } else if (this.#question > 0 && /^(?:bullet_list|ordered_list|table)_/.test(type)) {
      this.#choices += nesting
    }
  }

  get refuses(): string | null {
    return this.#choices > 0 ? 'a choice of a question' : null
  }
}
