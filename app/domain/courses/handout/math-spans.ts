import type { Span } from './handout-blocks.ts'
import { type ChildNode, childElements, type Element, hasClass, isElement, textOf } from './html-tree.ts'

/**
 * A formula in one line, as one would type it: fractions with a slash, roots with their sign, exponents and indices
 * raised and lowered, and parentheses where the layout would have held things together.
 */
export function mathSpans(math: Element): Span[] {
  return merge(spansOf(math))
}

function spansOf(node: ChildNode): Span[] {
  if (!isElement(node)) return []
  const parts = childElements(node)
  const [first, second, third] = parts
  const all = () =>
    parts.flatMap((part, index) => {
      const sign = isPrefix(part, parts[index - 1]) ? textOf(part).replace('-', '−') : null
      return sign === null ? spansOf(part) : [{ text: sign }]
    })
  switch (node.name) {
    case 'semantics':
      return first ? spansOf(first) : []
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return []
    case 'mi': {
      const text = textOf(node)
      // One letter is a quantity; a name of several, such as sin, is upright.
      return [[...text].length === 1 && !hasClass(node, 'normal') ? { text, italic: true } : { text }]
    }
    case 'mn':
    case 'mtext':
    case 'ms':
      return [{ text: textOf(node) }]
    case 'mo':
      return [{ text: operator(textOf(node)) }]
    case 'mspace':
      return [{ text: ' ' }]
    case 'mfrac':
      return [...grouped(first), { text: '/' }, ...grouped(second)]
    case 'msqrt':
      return [{ text: '√' }, ...parenthesised(all())]
    case 'mroot':
      return [...raised(second, 'super'), { text: '√' }, ...grouped(first)]
    case 'msup':
      return [...grouped(first), ...raised(second, 'super')]
    case 'msub':
      return [...grouped(first), ...raised(second, 'sub')]
    case 'msubsup':
    case 'munderover':
      return [...grouped(first), ...raised(second, 'sub'), ...raised(third, 'super')]
    case 'munder':
      return [...grouped(first), ...raised(second, 'sub')]
    case 'mover':
      return [...grouped(first), ...raised(second, 'super')]
    case 'mtable':
      return parts.flatMap((row, index) => [...(index > 0 ? [{ text: '; ' }] : []), ...spansOf(row)])
    case 'mtr':
      return parts.flatMap((cell, index) => [...(index > 0 ? [{ text: ', ' }] : []), ...spansOf(cell)])
    default:
      return all()
  }
}

/** In parentheses when it is more than one sign or number, so that nothing is read with its neighbour. */
function grouped(node: Element | undefined): Span[] {
  if (node === undefined) return []
  return parenthesised(spansOf(node))
}

function parenthesised(spans: Span[]): Span[] {
  const text = spans.map(span => span.text).join('')
  const simple = /^(?:[\p{L}\p{N}.,%]+|.)$/u.test(text.trim()) || /^\(.*\)$/s.test(text.trim())
  return simple ? spans : [{ text: '(' }, ...spans, { text: ')' }]
}

function raised(node: Element | undefined, rise: 'super' | 'sub'): Span[] {
  return node === undefined ? [] : spansOf(node).map(span => ({ ...span, rise }))
}

/** A sign of a number, not one between two things. */
function isPrefix(part: Element, before: Element | undefined): boolean {
  return part.name === 'mo' && /^[-−+±]$/.test(textOf(part)) && (before === undefined || before.name === 'mo')
}

/** Signs between two things stand apart; brackets, commas and invisible ones do not. */
function operator(sign: string): string {
  const visible = sign.replace(/[\u2061-\u2064]/g, '')
  if (/^[=<>≤≥≠≈≡+−±×·÷→⇒∈∪∩∝∼|]$/.test(visible)) return ` ${visible.replace('-', '−')} `
  if (visible === '-') return ' − '
  return /^[,;]$/.test(visible) ? `${visible} ` : visible
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && last.italic === span.italic && last.rise === span.rise) last.text += span.text
    else merged.push({ ...span })
  }
  for (const span of merged) span.text = span.text.replace(/ {2,}/g, ' ')
  return merged
}
