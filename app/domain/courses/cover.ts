import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { readSvg, type SvgNode } from '#app/markdown/read-svg.ts'
import { positionAt } from './text-position.ts'

const elements: readonly string[] = ['svg', 'g', 'path', 'rect', 'circle']
const attributes: readonly string[] = ['viewBox', 'd', 'class', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r']
const NAMESPACE = 'http://www.w3.org/2000/svg'

/**
 * Markup of a course's cover, to be put inside a page. It is written anew from what was understood, so nothing
 * of the file gets through but shapes, places and class names. null when the file holds anything else.
 */
export function compileCover(source: string): { markup: string | null; problems: Problem[] } {
  const reading = readSvg(source)
  if (!reading.ok) {
    const remedy = 'save it again as plain SVG'
    return {
      markup: null,
      problems: [errorAt(positionAt(source, reading.offset), 'cover-unreadable', reading.reason, remedy)],
    }
  }
  const problems: Problem[] = []
  const report = (offset: number, message: string, remedy: string) => {
    problems.push(errorAt(positionAt(source, offset), 'cover-content', message, remedy))
  }
  const parts = reading.nodes.map((node, index) => {
    if (node.kind === 'text') {
      if (node.text.trim() !== '')
        report(node.offset + node.text.search(/\S/), 'A cover holds no text.', 'remove it')
      return ''
    }
    if (!elements.includes(node.name) || (node.name === 'svg') !== isRoot(reading.nodes, index)) {
      report(node.offset, `A cover cannot hold <${node.name}>.`, `draw it with: ${elements.join(', ')}`)
      return ''
    }
    return node.kind === 'close' ? `</${node.name}>` : openingTag(node, report)
  })
  return { markup: problems.length > 0 ? null : parts.join(''), problems }
}

function isRoot(nodes: readonly SvgNode[], index: number): boolean {
  const shapes = nodes.flatMap((node, position) => (node.kind === 'text' ? [] : [position]))
  return index === shapes[0] || index === shapes.at(-1)
}

type Report = (offset: number, message: string, remedy: string) => void

function openingTag(node: Extract<SvgNode, { kind: 'open' }>, report: Report): string {
  let tag = `<${node.name}`
  if (node.name === 'svg') tag += ' class="cover" aria-hidden="true"'
  for (const { name, value, offset } of node.attributes) {
    if (name === 'xmlns' && value === NAMESPACE) continue
    if (!attributes.includes(name) || (node.name === 'svg' && name === 'class')) {
      report(
        offset,
        `A cover cannot use "${name}" here.`,
        `it may use: ${attributes.join(', ')}; colours come from classes`,
      )
    } else if (/[^\w\s.,+-]/.test(value)) {
      report(
        offset,
        `The value of "${name}" is not a number, a path or a class.`,
        'use letters, digits, dots and commas',
      )
    } else tag += ` ${name}="${value.replace(/\s+/g, ' ').trim()}"`
  }
  return `${tag}${node.closed ? '/' : ''}>`
}
