import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { suggestName } from './closest-name.ts'
import { isClosedFence } from './code-blocks.ts'
import { redrawDot } from './dot-drawing.ts'
import { readDot } from './dot-source.ts'
import { environmentOf, type MarkdownEnvironment } from './environment.ts'
import { type FenceOption, readFenceOptions } from './fence-options.ts'
import { drawDot } from './graphviz.ts'
import { errorAt, type Position } from './problem.ts'
import { positionOfBlock } from './source-positions.ts'

/** Each takes up to a fifth of a second to lay out. */
const mostDiagrams = 8

export type Diagram = { alt: string; title: string; svg: string }

const diagrams = new WeakMap<Token, Diagram>()

/** The drawing of a `diagram` token, or null for any other token. */
export function diagramOf(token: Token): Diagram | null {
  return diagrams.get(token) ?? null
}

/** ```` ```dot alt="What it shows" title="Caption" ````: a graph, drawn here and not in the browser. */
export function diagramFences(md: Renderer): void {
  md.core.ruler.after('callouts', 'diagrams', drawDiagrams)
  md.renderer.rules.diagram = (tokens, index, _options, env) => {
    const token = tokens[index]
    const diagram = token && diagrams.get(token)
    if (!diagram) return ''
    const label = md.utils.escapeHtml(environmentOf(env).labels.diagram)
    const caption =
      diagram.title === '' ? '' : `<figcaption>${md.utils.escapeHtml(diagram.title)}</figcaption>\n`
    return (
      `<figure class="diagram">\n<div class="diagram-scroll" role="group" tabindex="0" aria-label="${label}">` +
      `${diagram.svg}</div>\n${caption}</figure>\n`
    )
  }
}

function drawDiagrams(state: StateCore): void {
  const environment = environmentOf(state.env)
  let number = 0
  for (const token of state.tokens) {
    const written = token.type === 'fence' ? /^\s*dot(?![^\s=])(.*)$/i.exec(token.info)?.[1] : undefined
    if (written === undefined) continue
    let diagram: Diagram | null = null
    // What is not closed is reported with the other code.
    if (isClosedFence(environment, token)) {
      number++
      diagram = number > mostDiagrams ? tooMany(environment, token) : readDiagram(environment, token, written)
    }
    // What cannot be drawn is shown as it was written.
    if (diagram === null) token.info = 'text'
    else {
      token.type = 'diagram'
      diagrams.set(token, diagram)
    }
  }
}

function tooMany({ problems }: MarkdownEnvironment, token: Token): null {
  const message = `A text holds up to ${mostDiagrams} diagrams.`
  const place = { line: (token.map?.[0] ?? 0) + 1, column: 1 }
  problems.push(errorAt(place, 'diagram-large', message, 'split the text into several lessons'))
  return null
}

function readDiagram(environment: MarkdownEnvironment, token: Token, written: string): Diagram | null {
  const { problems } = environment
  const place = positionOfBlock(environment, token)
  const options = readFenceOptions(written, 1)
  const unknown = options.find(({ name }) => name !== 'alt' && name !== 'title')
  if (unknown) {
    const message = `A diagram has no option "${unknown.name}".`
    problems.push(errorAt(place, 'option-unknown', message, suggestName(unknown.name, ['alt', 'title'])))
  }
  const alt = textOf(options, 'alt')
  if (alt === '') {
    const remedy = 'say what the diagram shows: ```dot alt="The mail passes two filters"'
    problems.push(errorAt(place, 'diagram-alt', 'The diagram has no alternative text.', remedy))
  }
  // Lines of the graph count from the line below the fence; columns from where the fence stands.
  const within = ({ line, column }: Position): Position => ({
    line: Math.min(place.line + line, token.map?.[1] ?? place.line + line),
    column: column + place.column - 1,
  })
  const reading = readDot(token.content)
  for (const problem of reading.problems) problems.push({ ...problem, ...within(problem) })
  if (reading.source === null) return null
  const drawn = drawDot(reading.source)
  const svg = drawn.ok ? redrawDot(drawn.svg, alt) : null
  if (svg === null) {
    const reason = drawn.ok ? 'The drawing holds something unexpected' : `Graphviz says: ${drawn.reason}`
    const at = within({ line: (drawn.ok ? null : drawn.line) ?? 1, column: 1 })
    problems.push(
      errorAt(at, 'diagram-syntax', `This diagram cannot be drawn. ${reason}.`, 'write it simpler'),
    )
    return null
  }
  return { alt, title: textOf(options, 'title'), svg }
}

function textOf(options: readonly FenceOption[], name: string): string {
  const value = options.find(option => option.name === name)?.value
  return typeof value === 'string' ? value.trim() : ''
}
