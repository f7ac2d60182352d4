import katex from 'katex'
import { escapeMarkup } from './escape-markup.ts'
import { mathLetters } from './math-letters.ts'
import { readXml, type SvgNode } from './read-svg.ts'

export type Formula =
  | { ok: true; html: string }
  /** `offset` is the place in the source where reading stopped. */
  | { ok: false; offset: number; message: string; remedy: string }

/** Longer ones are text, or not written by hand. */
const longestFormula = 1000

const deepest = 30

/** MathML of a formula in TeX. It is written anew from what was understood, without styles and without colours. */
export function renderFormula(tex: string, display: boolean): Formula {
  if (tex.length > longestFormula) {
    return refused(0, `This formula is longer than ${longestFormula} characters.`, 'split it into several')
  }
  if (depthOf(tex) > deepest) return refused(0, 'This formula is nested too deep to be read.', 'split it')
  // A few of them could write a book, and no formula of a lesson needs its own.
  const definition =
    /\\(?:[egx]?def|(?:re)?newcommand|providecommand|(?:future)?let|global|long)(?![A-Za-z])/.exec(tex)
  if (definition)
    return refused(definition.index, `A formula cannot hold "${definition[0]}".`, 'write it out')
  const forbidden: string[] = []
  try {
    const written = katex.renderToString(tex, {
      displayMode: display,
      output: 'mathml',
      throwOnError: true,
      strict: 'ignore',
      trust: ({ command }) => {
        forbidden.push(command)
        return false
      },
      maxExpand: 300,
      maxSize: 20,
    })
    const [command] = forbidden
    if (command !== undefined) {
      return refused(tex.indexOf(command), `A formula cannot hold "${command}".`, 'remove it')
    }
    const reading = readXml(written)
    return reading.ok
      ? { ok: true, html: rewrite(reading.nodes) }
      : refused(0, reading.reason, 'write it simpler')
  } catch (error) {
    // Besides its own errors, the library throws whatever strange input leads it to.
    if (!(error instanceof katex.ParseError))
      return refused(0, 'This formula cannot be read.', 'write it simpler')
    const reason = error.rawMessage.replace(/\.$/, '')
    return refused(error.position ?? 0, `This formula cannot be read: ${reason}.`, remedy)
  }
}

const remedy = 'correct the formula; a dollar that is money is written \\$'

function refused(offset: number, message: string, remedy: string): Formula {
  return { ok: false, offset: Math.max(offset, 0), message, remedy }
}

function depthOf(tex: string): number {
  let depth = 0
  let most = 0
  for (const mark of tex.match(/[{}]|\\(?:begin|end|left|right)\b/g) ?? []) {
    depth += /[{nt]$/.test(mark) && mark !== '\\right' ? 1 : -1
    most = Math.max(most, depth)
  }
  return most
}

const elements = new Set(
  (
    'math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd ' +
    'mstyle mpadded mphantom menclose'
  ).split(' '),
)

const attributes = new Set(
  (
    'display displaystyle scriptlevel accent accentunder stretchy fence separator largeop symmetric movablelimits ' +
    'lspace rspace minsize maxsize linethickness width height depth voffset notation'
  ).split(' '),
)

type Table = { columns: string[]; column: number }

/** Keeps what browsers read of MathML. The alignment of columns and the style of letters are theirs no longer. */
function rewrite(nodes: readonly SvgNode[]): string {
  const tables: Table[] = []
  let html = ''
  let hidden = false
  let style = ''
  for (const node of nodes) {
    if (node.kind === 'text') {
      if (!hidden) html += escapeMarkup(mathLetters(node.text, style))
      continue
    }
    // The source in TeX, kept for programs that we do not serve.
    if (node.name === 'annotation') hidden = node.kind === 'open'
    if (!elements.has(node.name)) continue
    if (node.kind === 'close') {
      if (node.name === 'mtable') tables.pop()
      style = ''
      html += `</${node.name}>`
      continue
    }
    const given = new Map(node.attributes.map(({ name, value }) => [name, value]))
    const variant = given.get('mathvariant') ?? ''
    if (node.name === 'mtable')
      tables.push({ columns: given.get('columnalign')?.split(' ') ?? [], column: -1 })
    const table = tables.at(-1)
    if (table && node.name === 'mtr') table.column = -1
    if (table && node.name === 'mtd') table.column++
    style = node.name === 'mtext' ? '' : variant
    html += `<${node.name}${classOf(node.name, variant, table)}`
    if (node.name === 'mi' && variant === 'normal') html += ' mathvariant="normal"'
    // Fraction lines and the like that are drawn as filled boxes; in any other colour they would vanish in the dark.
    if (node.name === 'mspace' && given.has('mathbackground')) html += ' mathbackground="currentcolor"'
    for (const [name, value] of given) {
      if (attributes.has(name) && /^[\w.+% -]*$/.test(value)) html += ` ${name}="${value}"`
    }
    // HTML knows no element of MathML that closes itself.
    html += node.closed ? `></${node.name}>` : '>'
  }
  return html
}

function classOf(name: string, variant: string, table: Table | undefined): string {
  if (name === 'mtext' && /^(?:bold|italic|bold-italic|monospace)$/.test(variant))
    return ` class="${variant}"`
  const side = name === 'mtd' ? table?.columns[table.column] : undefined
  return side === 'left' || side === 'right' ? ` class="align-${side}"` : ''
}
