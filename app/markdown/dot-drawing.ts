import { dotColours, markerOfColour } from './dot-attributes.ts'
import { escapeMarkup } from './escape-markup.ts'
import { readSvg, type SvgNode } from './read-svg.ts'

/**
 * Pixels on the page for one unit of Graphviz. Its letters have nearly the size of the text around, or are a
 * little smaller where the drawing fits its column for that; what is wider still scrolls.
 */
const scale = { most: 1.15, least: 0.9 }

const COLUMN = 640

const shapes: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  polygon: ['points'],
  polyline: ['points'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  text: ['x', 'y', 'text-anchor'],
}

/** Groups by whose class the stylesheet draws; the outermost one only moves everything to its place. */
const groups = ['node', 'edge', 'cluster']

/**
 * The drawing of Graphviz, written anew from what was understood: shapes, words and places. Colours and strokes
 * become classes, so that they follow light and dark. null when it holds anything that is not expected.
 */
export function redrawDot(svg: string, label: string): string | null {
  const begin = svg.indexOf('<svg')
  const reading = begin === -1 ? null : readSvg(svg.slice(begin))
  if (!reading?.ok) return null
  let html = ''
  let untitled = true
  const open: string[] = []
  for (const node of reading.nodes) {
    if (node.kind === 'text') {
      if (open.at(-1) === 'text') html += escapeMarkup(node.text)
      continue
    }
    // Graphviz titles every shape with its name in the source, which would pop up in English.
    if (node.name === 'title') untitled = node.kind === 'close'
    if (!untitled || node.name === 'title') continue
    if (node.kind === 'close') {
      html += `</${node.name}>`
      open.pop()
      continue
    }
    const tag =
      node.name === 'svg' ? frame(node, label) : node.name === 'g' ? group(node, open.length) : shape(node)
    if (tag === null) return null
    html += tag
    if (node.closed) html += `</${node.name}>`
    else open.push(node.name)
  }
  return html
}

type Opening = Extract<SvgNode, { kind: 'open' }>

function attributeOf({ attributes }: Opening, name: string): string {
  return attributes.find(attribute => attribute.name === name)?.value ?? ''
}

function frame(node: Opening, label: string): string | null {
  const size = /^0\.00 0\.00 (\d+\.\d+) (\d+\.\d+)$/.exec(attributeOf(node, 'viewBox'))
  if (!size) return null
  const [width, height] = [Number(size[1]), Number(size[2])]
  const factor = Math.min(Math.max(COLUMN / width, scale.least), scale.most)
  const wide = width * factor > COLUMN + 1 ? ' class="wide"' : ''
  return (
    `<svg${wide} role="img" aria-label="${escapeMarkup(label)}" width="${Math.round(width * factor)}" ` +
    `height="${Math.round(height * factor)}" viewBox="0 0 ${width} ${height}">`
  )
}

function group(node: Opening, depth: number): string | null {
  if (depth === 1) {
    const moved = /^scale\(1 1\) rotate\(0\) translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(
      attributeOf(node, 'transform'),
    )
    return moved ? `<g transform="translate(${moved[1]} ${moved[2]})">` : null
  }
  const name = groups.find(known => known === attributeOf(node, 'class'))
  return name === undefined ? null : `<g class="${name}">`
}

function shape(node: Opening): string | null {
  const kept = Object.hasOwn(shapes, node.name) ? shapes[node.name] : undefined
  if (kept === undefined) return null
  const classes = node.name === 'text' ? '' : classesOf(node).join(' ')
  let tag = `<${node.name}${classes === '' ? '' : ` class="${classes}"`}`
  for (const name of kept) {
    const value = attributeOf(node, name)
    if (!/^[\w\s.,+-]*$/.test(value)) return null
    tag += ` ${name}="${value.trim()}"`
  }
  return `${tag}>`
}

function classesOf(node: Opening): string[] {
  const fill = attributeOf(node, 'fill')
  const stroke = attributeOf(node, 'stroke')
  const dashes = attributeOf(node, 'stroke-dasharray')
  const colour = dotColours.find(name => stroke === markerOfColour(name))
  const tint = dotColours.find(name => fill === markerOfColour(name))
  const classes: string[] = []
  if (colour !== undefined) classes.push(`line-${colour}`)
  // Arrowheads and points are filled with the colour of their line; what is filled without a colour is grey.
  if (fill === stroke && fill !== 'none' && fill !== 'transparent') classes.push('solid')
  else if (tint !== undefined) classes.push(`tint-${tint}`)
  else if (fill === 'lightgrey') classes.push('tint-grey')
  if (stroke === 'none' || stroke === 'transparent') classes.push('bare')
  if (dashes === '5,2') classes.push('dashed')
  else if (dashes !== '') classes.push('dotted')
  if (attributeOf(node, 'stroke-width') === '2') classes.push('bold')
  return classes
}
