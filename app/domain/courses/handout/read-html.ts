import type { Definition, HandoutBlock, Span, Tone } from './handout-blocks.ts'
import {
  type ChildNode,
  childElements,
  type Element,
  findElement,
  hasClass,
  isElement,
  outerXml,
  readHtml,
  textOf,
} from './html-tree.ts'
import { mathSpans } from './math-spans.ts'
import { readInline } from './read-inline.ts'
import { readTable } from './read-table.ts'

/** A lesson's HTML as blocks, with what was set aside for the end of the document. */
export type HandoutReading = {
  blocks: HandoutBlock[]
  /** Hints and solutions, under the name of their exercise. */
  aside: { exercise: string; title: string; blocks: HandoutBlock[] }[]
  glossary: Definition[]
}

/**
 * Reads the HTML that our renderer makes of a lesson. What is not known is read for its contents, so that no words of
 * an author are lost when the dialect grows.
 */
export function readLessonHtml(html: string, reading: HandoutReading): void {
  reading.blocks.push(...new Reader(reading).blocksOf(readHtml(html)))
}

export function emptyReading(): HandoutReading {
  return { blocks: [], aside: [], glossary: [] }
}

/** Words and formulas that stand in a line; everything else begins a block. */
const inlineNames = new Set(
  'a abbr b br button code del em i img input kbd label mark math s small span strong sub sup'.split(' '),
)

class Reader {
  private readonly reading: HandoutReading
  private exercise = ''

  constructor(reading: HandoutReading) {
    this.reading = reading
  }

  blocksOf(nodes: readonly ChildNode[]): HandoutBlock[] {
    const blocks: HandoutBlock[] = []
    let line: ChildNode[] = []
    const endLine = () => {
      const spans = this.spansOf(line)
      if (spans.length > 0) blocks.push({ kind: 'paragraph', spans })
      line = []
    }
    for (const node of nodes) {
      if (isElement(node) && !this.isInline(node)) {
        endLine()
        blocks.push(...this.blocksOfElement(node))
      } else line.push(node)
    }
    endLine()
    return blocks
  }

  private isInline(element: Element): boolean {
    // A formula of its own line is a block; so is a picture that stands alone.
    if (element.name === 'math') return element.attribs.display !== 'block'
    return inlineNames.has(element.name) && !hasClass(element, 'katex-display')
  }

  private spansOf(nodes: readonly ChildNode[]): Span[] {
    return readInline(nodes, definition => {
      const known = this.reading.glossary.some(({ term }) => term[0]?.text === definition.term[0]?.text)
      if (!known) this.reading.glossary.push(definition)
    })
  }

  private blocksOfElement(element: Element): HandoutBlock[] {
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const level = Math.min(Math.max(Number(element.name[1]), 2), 4) as 2 | 3 | 4
        return [{ kind: 'heading', level, spans: this.spansOf(element.children) }]
      }
      case 'p':
        return this.paragraph(element)
      case 'math':
        return [{ kind: 'paragraph', spans: mathSpans(element), centred: true }]
      case 'ul':
      case 'ol':
        return [this.list(element)]
      case 'table':
        return [readTable(element, cell => this.spansOf(cell.children))]
      case 'pre':
        return [{ kind: 'code', title: null, text: textOf(element).replace(/\n$/, '') }]
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocksOf(element.children) }]
      case 'figure':
        return this.figure(element)
      case 'svg':
        return [
          {
            kind: 'figure',
            source: { kind: 'svg', svg: outerXml(element) },
            alt: nameOf(element),
            caption: [],
          },
        ]
      case 'dl':
        return [this.definitions(element)]
      case 'hr':
        return [{ kind: 'rule' }]
      case 'details':
        return this.details(element)
      case 'summary':
      case 'script':
      case 'style':
        return []
      default:
        return this.container(element)
    }
  }

  private paragraph(element: Element): HandoutBlock[] {
    const spans = this.spansOf(element.children)
    if (hasClass(element, 'footnotes-title')) return [{ kind: 'heading', level: 3, spans }]
    return spans.length === 0 ? [] : [{ kind: 'paragraph', spans }]
  }

  /** Boxes of the dialect: the first paragraph of each is its title. */
  private container(element: Element): HandoutBlock[] {
    const tone = toneOf(element)
    if (tone !== null) {
      const [title, ...rest] = childElements(element)
      const name = title === undefined ? '' : textOf(title).trim()
      if (hasClass(element, 'exercise')) this.exercise = name
      return [{ kind: 'box', tone, title: name, blocks: this.blocksOf(rest) }]
    }
    if (hasClass(element, 'tab')) {
      const label = findElement('label', element.children)
      const panel = childElements(element).filter(child => hasClass(child, 'tab-panel'))
      return [
        {
          kind: 'paragraph',
          spans: [{ text: label === null ? '' : textOf(label).trim(), bold: true }],
          keep: true,
        },
        ...this.blocksOf(panel),
      ]
    }
    return this.blocksOf(element.children)
  }

  private details(element: Element): HandoutBlock[] {
    const summary = childElements(element).find(child => child.name === 'summary')
    const title = summary === undefined ? '' : textOf(summary).trim()
    const blocks = this.blocksOf(element.children)
    if (hasClass(element, 'hint') || hasClass(element, 'solution')) {
      this.reading.aside.push({ exercise: this.exercise, title, blocks })
      return []
    }
    return [{ kind: 'box', tone: 'plain', title, blocks }]
  }

  private list(element: Element): HandoutBlock {
    const items = childElements(element).filter(child => child.name === 'li')
    const start = Number(element.attribs.start ?? 1)
    return {
      kind: 'list',
      tight: !items.some(item => childElements(item).some(child => child.name === 'p')),
      items: items.map((item, index) => ({
        blocks: this.blocksOf(item.children),
        mark: taskMark(item) ?? (element.name === 'ol' ? `${start + index}.` : 'dot'),
      })),
    }
  }

  private figure(element: Element): HandoutBlock[] {
    const caption = childElements(element).find(child => child.name === 'figcaption')
    const spans = caption === undefined ? [] : this.spansOf(caption.children)
    const pre = findElement('pre', element.children)
    if (pre !== null) {
      const text = textOf(pre).replace(/\n$/, '')
      return [{ kind: 'code', title: spans.map(span => span.text).join('') || null, text }]
    }
    const image = findElement('img', element.children)
    if (image !== null) {
      const { src = '', alt = '' } = image.attribs
      return [{ kind: 'figure', source: { kind: 'file', address: src }, alt, caption: spans }]
    }
    const drawing = findElement('svg', element.children)
    if (drawing !== null) {
      const alt = nameOf(element) || nameOf(drawing)
      return [{ kind: 'figure', source: { kind: 'svg', svg: outerXml(drawing) }, alt, caption: spans }]
    }
    return this.blocksOf(element.children)
  }

  private definitions(element: Element): HandoutBlock {
    const entries: Definition[] = []
    for (const child of childElements(element)) {
      if (child.name === 'dt') entries.push({ term: this.spansOf(child.children), blocks: [] })
      else if (child.name === 'dd') entries.at(-1)?.blocks.push(...this.blocksOf(child.children))
    }
    return { kind: 'definitions', entries }
  }
}

function toneOf(element: Element): Tone | null {
  if (hasClass(element, 'objectives') || hasClass(element, 'keypoints')) return 'green'
  if (hasClass(element, 'prereq') || hasClass(element, 'exercise')) return 'plain'
  if (!hasClass(element, 'callout')) return null
  if (hasClass(element, 'caution') || hasClass(element, 'callout-caution')) return 'red'
  if (/\b(?:callout-)?(?:important|warning)\b/.test(element.attribs.class ?? '')) return 'amber'
  return 'green'
}

function taskMark(item: Element): 'box' | 'ticked' | null {
  const box = findElement('input', item.children)
  if (box === null || box.attribs.type !== 'checkbox') return null
  return box.attribs.checked === undefined ? 'box' : 'ticked'
}

function nameOf(element: Element): string {
  const title = findElement('title', element.children)
  return element.attribs['aria-label'] ?? (title === null ? '' : textOf(title).trim())
}
