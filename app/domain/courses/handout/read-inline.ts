import type { Definition, Span } from './handout-blocks.ts'
import { type ChildNode, type Element, findElement, hasClass, isElement, textOf } from './html-tree.ts'
import { mathSpans } from './math-spans.ts'

type Style = Omit<Span, 'text'>

/** Words of a line with their styles. Terms of the glossary are plain words here; `explained` gets what they mean. */
export function readInline(nodes: readonly ChildNode[], explained: (definition: Definition) => void): Span[] {
  return tidy(nodes.flatMap(node => spansOf(node, {}, explained)))
}

function spansOf(node: ChildNode, style: Style, explained: (definition: Definition) => void): Span[] {
  if (node.type === 'text')
    return [{ ...style, text: style.mono ? node.data : node.data.replace(/\s+/g, collapse) }]
  if (!isElement(node)) return []
  const inside = (changes: Style) =>
    node.children.flatMap(child => spansOf(child, { ...style, ...changes }, explained))
  if (hasClass(node, 'term-note')) {
    explained(definitionOf(node))
    return []
  }
  if (hasClass(node, 'footnote-back')) return []
  const blank = node.attribs['data-blank']
  if (blank !== undefined) return [{ ...style, text: `(${Number(blank) + 1})\u00a0_______` }]
  switch (node.name) {
    case 'br':
      return [{ ...style, text: '\n' }]
    case 'input':
      return []
    case 'img':
      return [{ ...style, text: node.attribs.alt ?? '', italic: true }]
    case 'math':
      return mathSpans(node).map(span => ({ ...style, ...span }))
    case 'code':
    case 'kbd':
      return inside({ mono: true })
    case 'strong':
    case 'b':
      return inside({ bold: true })
    case 'em':
    case 'i':
      return inside({ italic: true })
    case 's':
    case 'del':
      return inside({ struck: true })
    case 'sup':
      return inside({ rise: 'super' })
    case 'sub':
      return inside({ rise: 'sub' })
    case 'a':
      return linkSpans(node, inside)
    default:
      return inside({})
  }
}

/** A link with its address after it, unless the words are the address or it stays inside the product. */
function linkSpans(link: Element, inside: (changes: Style) => Span[]): Span[] {
  const href = link.attribs.href ?? ''
  if (href === '' || href.startsWith('#')) return inside({})
  const spans = inside({ href })
  const shown = href.replace(/^mailto:/, '')
  const external = /^(?:https?:|mailto:)/.test(href)
  if (!external || textOf(link).trim() === shown) return spans
  return [...spans, { text: ' (' }, { text: shown, href }, { text: ')' }]
}

function definitionOf(note: Element): Definition {
  const name = findElement('strong', note.children)
  const words = note.children.filter(child => child !== name && !(isElement(child) && child.name === 'a'))
  const spans = tidy(words.map(child => ({ text: textOf(child).replace(/\s+/g, ' ') })))
  return {
    term: [{ text: name === null ? '' : textOf(name), bold: true }],
    blocks: [{ kind: 'paragraph', spans }],
  }
}

/** A non-breaking space is none of the spaces that HTML runs together. */
function collapse(run: string): string {
  return run.includes('\u00a0') ? run.replace(/[^\S\u00a0]+/g, ' ') : ' '
}

/** Neighbours of one style in one span; no space at the beginning, at the end, or twice. */
function tidy(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    let { text } = span
    if (!span.mono && (last === undefined || /[ \n]$/.test(last.text))) text = text.replace(/^ +/, '')
    if (text === '') continue
    if (last && sameStyle(last, span)) last.text += text
    else merged.push({ ...span, text })
  }
  const end = merged.at(-1)
  if (end !== undefined) end.text = end.text.replace(/[ \n]+$/, '')
  return merged.filter(span => span.text !== '')
}

function sameStyle(a: Span, b: Span): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.mono === b.mono &&
    a.struck === b.struck &&
    a.rise === b.rise &&
    a.href === b.href
  )
}
