import { checkDotAttribute } from './dot-attributes.ts'
import { type DotToken, readDotTokens } from './dot-tokens.ts'
import { errorAt, type Position, type Problem, warningAt } from './problem.ts'

/** Beyond these a drawing cannot be taken in, and takes long to lay out. */
const most = { characters: 6000, nodes: 40, edges: 80, depth: 6 }

/** How every diagram looks unless its author says otherwise. */
const defaults =
  'graph [bgcolor="transparent" fontname="Helvetica" fontsize="14" pad="0.05" nslimit="2" nslimit1="2" mclimit="0.5"] ' +
  'node [fontname="Helvetica" fontsize="14" margin="0.16,0.08" height="0.45"] ' +
  'edge [fontname="Helvetica" fontsize="14" arrowsize="0.8"]'

export type DotReading = {
  /** The graph written anew from what was understood, line by line as it was; null when it holds an error. */
  source: string | null
  /** Lines count from the first line of the graph. */
  problems: Problem[]
}

/** Reads a graph before Graphviz does: nothing reaches it that was not understood, or that would take long. */
export function readDot(source: string): DotReading {
  if (source.length > most.characters) {
    const message = `This diagram has ${source.length} characters; up to ${most.characters} are drawn.`
    return { source: null, problems: [errorAt({ line: 1, column: 1 }, 'diagram-large', message, smaller)] }
  }
  const read = readDotTokens(source)
  if (!read.ok)
    return { source: null, problems: [errorAt(read, 'diagram-syntax', read.message, read.remedy)] }
  const reader = new DotReader(read.tokens)
  try {
    reader.readGraph()
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped
    reader.problems.push(stopped.problem)
  }
  const hasError = reader.problems.some(({ severity }) => severity === 'error')
  return { source: hasError ? null : reader.written, problems: reader.problems }
}

const smaller = 'show less in one diagram, or split it into two'

/** Ends the reading at the first place that cannot be understood; never leaves this file. */
class Stopped extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

class DotReader {
  readonly problems: Problem[] = []
  written = ''
  readonly #tokens: readonly DotToken[]
  readonly #nodes = new Set<string>()
  #next = 0
  #line = 1
  #edges = 0
  #arrow = '->'

  constructor(tokens: readonly DotToken[]) {
    this.#tokens = tokens
  }

  readGraph(): void {
    if (this.#isWord('strict')) this.#write(this.#take(), 'strict')
    if (!this.#isWord('graph') && !this.#isWord('digraph'))
      this.#stop('A diagram begins with "digraph" or "graph".')
    const kind = this.#take()
    this.#arrow = kind.text.toLowerCase() === 'graph' ? '--' : '->'
    this.#write(kind, kind.text.toLowerCase())
    if (this.#isName()) this.#writeName(this.#take())
    this.#readGroup(0, defaults)
    if (this.#peek()) this.#stop('There is something after the end of the diagram.')
  }

  /** From `{` to `}`. Returns how many nodes are named inside. */
  #readGroup(depth: number, first = ''): number {
    this.#write(this.#expect('{'), `{ ${first}`)
    if (depth > most.depth) this.#stop('Groups are nested too deep.', smaller)
    let named = 0
    while (!this.#is('}')) {
      if (this.#is(';')) this.#take()
      else named += this.#readStatement(depth)
    }
    this.#write(this.#take(), '}')
    return named
  }

  #readStatement(depth: number): number {
    const start = this.#peek()
    if (start?.kind === 'word' && /^(?:graph|node|edge)$/i.test(start.text)) {
      this.#write(this.#take(), start.text.toLowerCase())
      if (!this.#is('[')) this.#stop(`"[" is missing after "${start.text}".`)
      this.#readAttributes()
      return 0
    }
    if (this.#isName() && this.#is('=', 1)) {
      this.#readAttribute()
      return 0
    }
    let left = this.#readOperand(depth)
    let named = left
    while (this.#is('->') || this.#is('--')) {
      const arrow = this.#take()
      if (arrow.text !== this.#arrow) {
        this.#stop(`Lines of this kind of diagram are written "${this.#arrow}".`, undefined, arrow)
      }
      this.#write(arrow, arrow.text)
      const right = this.#readOperand(depth)
      this.#edges += left * right
      if (this.#edges > most.edges) {
        this.#stop(`This diagram has more than ${most.edges} lines.`, smaller, arrow, 'diagram-large')
      }
      named += right
      left = right
    }
    this.#readAttributes()
    return named
  }

  /** One side of an arrow: names, or a group whose every node is meant. Returns how many. */
  #readOperand(depth: number): number {
    if (this.#isWord('subgraph')) {
      this.#write(this.#take(), 'subgraph')
      if (this.#isName()) this.#writeName(this.#take())
      if (!this.#is('{')) this.#stop('"{" is missing after "subgraph".')
    }
    if (this.#is('{')) return this.#readGroup(depth + 1)
    let count = 0
    for (;;) {
      if (!this.#isName()) this.#stop(count === 0 ? null : 'A name is missing after the comma.')
      const node = this.#take()
      this.#nodes.add(node.text)
      if (this.#nodes.size > most.nodes) {
        this.#stop(`This diagram has more than ${most.nodes} nodes.`, smaller, node, 'diagram-large')
      }
      this.#writeName(node)
      count++
      for (let part = 0; part < 2 && this.#is(':'); part++) {
        this.#write(this.#take(), ':')
        if (!this.#isName()) this.#stop('The name of a place is missing after ":".')
        this.#writeName(this.#take())
      }
      if (!this.#is(',')) return count
      this.#write(this.#take(), ',')
    }
  }

  #readAttributes(): void {
    while (this.#is('[')) {
      this.#write(this.#take(), '[')
      while (!this.#is(']')) {
        if (this.#is(';') || this.#is(',')) this.#take()
        else this.#readAttribute()
      }
      this.#write(this.#take(), ']')
    }
  }

  #readAttribute(): void {
    if (!this.#isName()) this.#stop(null)
    const name = this.#take()
    this.#expect('=', `"=" is missing after "${name.text}".`)
    if (!this.#isName()) this.#stop(`The value of "${name.text}" is missing.`)
    const value = this.#take()
    const checked = checkDotAttribute(name.text, value.text)
    if (checked.ok) this.#write(name, `"${name.text}"="${checked.value}"`)
    else {
      const report = checked.severity === 'error' ? errorAt : warningAt
      const code = checked.severity === 'error' ? 'diagram-option' : 'diagram-colour'
      this.problems.push(report(name, code, checked.message, checked.remedy))
    }
  }

  #peek(ahead = 0): DotToken | undefined {
    return this.#tokens[this.#next + ahead]
  }

  #is(mark: string, ahead = 0): boolean {
    const token = this.#peek(ahead)
    return token?.kind === 'mark' && token.text === mark
  }

  #isWord(word: string): boolean {
    const token = this.#peek()
    return token?.kind === 'word' && token.text.toLowerCase() === word
  }

  #isName(): boolean {
    const token = this.#peek()
    if (token === undefined || token.kind === 'mark') return false
    return token.kind === 'quoted' || !/^(?:graph|digraph|node|edge|subgraph|strict)$/i.test(token.text)
  }

  #take(): DotToken {
    const token = this.#peek()
    if (!token) return this.#stop(null)
    this.#next++
    return token
  }

  #expect(mark: string, message: string | null = null): DotToken {
    return this.#is(mark) ? this.#take() : this.#stop(message)
  }

  /** Every name in quotation marks, so that none can be taken for anything else. */
  #writeName(token: DotToken): void {
    this.#write(token, `"${token.text}"`)
  }

  #write({ line }: Position, text: string): void {
    this.written += `${'\n'.repeat(Math.max(line - this.#line, 0)) + text} `
    this.#line = Math.max(line, this.#line)
  }

  #stop(
    message: string | null,
    remedy = 'compare with: digraph { a -> b [label="x"] }',
    at?: DotToken,
    code?: string,
  ): never {
    const here = at ?? this.#peek()
    const last = this.#tokens.at(-1)
    const place = here ?? { line: last?.line ?? 1, column: (last?.column ?? 1) + (last?.text.length ?? 0) }
    const found =
      here === undefined ? 'The diagram ends too early.' : `"${here.text.slice(0, 40)}" cannot stand here.`
    throw new Stopped(errorAt(place, code ?? 'diagram-syntax', message ?? found, remedy))
  }
}
