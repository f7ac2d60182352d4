import type { MarkdownIt as Renderer, StateBlock, Token } from 'markdown-it'
import { suggestName } from './closest-name.ts'
import { readContainerLine } from './container-line.ts'
import { environmentOf, uniqueId } from './environment.ts'
import type { FenceOption } from './fence-options.ts'
import { errorAt, type Position } from './problem.ts'

const optionsByContainer: Record<string, readonly string[]> = {
  objectives: [],
  keypoints: [],
  prereq: [],
  exercise: ['id'],
  hint: [],
  solution: [],
  tabs: [],
  tab: [],
  trainer: [],
  quiz: ['id', 'points', 'attempts', 'shuffle', 'partial', 'lo', 'kind'],
}

/** Sections that have a name and nothing else to them. */
const namedSections = ['objectives', 'keypoints', 'prereq'] as const

export type ContainerFence = Position & {
  name: string
  options: readonly FenceOption[]
  /** What stands after the name of a block that takes a title there; '' for all others. */
  title: string
}

const fences = new WeakMap<Token, ContainerFence>()

/** The fence of a `container_open` token, or null for any other token. */
export function containerFence(token: Token): ContainerFence | null {
  return fences.get(token) ?? null
}

/** `::: name {#id option=value}` to `:::`. A longer fence may hold a shorter one. */
export function containers(md: Renderer): void {
  md.block.ruler.before('fence', 'container', parseContainer, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  for (const name of namedSections) {
    md.renderer.rules[`${name}_open`] = (tokens, index, _options, env) => {
      const id = md.utils.escapeHtml(tokens[index]?.markup ?? '')
      const title = md.utils.escapeHtml(environmentOf(env).labels[name])
      return `<section class="${name}" aria-labelledby="${id}">\n<p class="${name}-title" id="${id}">${title}</p>\n`
    }
    md.renderer.rules[`${name}_close`] = () => '</section>\n'
  }
  // Blocks with rules of their own bring their own `name_open` and `name_close`.
  md.renderer.rules.container_open = (tokens, index, options, env, renderer) => {
    const name = tokens[index]?.info ?? 'unknown'
    const draw = renderer.rules[`${name}_open`]
    return draw ? draw(tokens, index, options, env, renderer) : `<div class="${name}">\n`
  }
  md.renderer.rules.container_close = (tokens, index, options, env, renderer) => {
    const draw = renderer.rules[`${tokens[index]?.info}_close`]
    return draw ? draw(tokens, index, options, env, renderer) : '</div>\n'
  }
}

function parseContainer(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) >= 4) return false
  const line = readContainerLine(textOf(state, startLine))
  if (line === null) return false
  if (silent) return true

  const environment = environmentOf(state.env)
  const start = { line: startLine + 1, column: columnOf(state, startLine) }
  if (line.kind === 'close') {
    environment.problems.push(
      errorAt(start, 'container-stray', 'This line closes a block that was never opened.', strayRemedy),
    )
    state.line = startLine + 1
    return true
  }

  const end = findClosing(state, startLine, endLine, line.length)
  const titled = line.name === 'tab'
  const fence = {
    ...start,
    name: line.name,
    options: titled ? [] : line.options(start.column),
    title: titled ? line.rest : '',
  }
  reportFence(state, fence, line.malformed && !titled)
  if (!end.closed) {
    environment.problems.push(
      errorAt(
        start,
        'container-unclosed',
        `"::: ${line.name}" is not closed.`,
        `end it with a line of exactly ${line.length} colons; a block that holds another needs more colons than the inner one`,
      ),
    )
  }
  pushContainer(state, fence, startLine, end)
  return true
}

const strayRemedy =
  'remove it, or give the opening line as many colons as this one; a block that holds another needs more colons'

function reportFence(state: StateBlock, fence: ContainerFence, malformed: boolean): void {
  const { problems } = environmentOf(state.env)
  const known = Object.hasOwn(optionsByContainer, fence.name) ? optionsByContainer[fence.name] : undefined
  if (known === undefined) {
    const remedy = suggestName(fence.name, Object.keys(optionsByContainer))
    const message = fence.name === '' ? 'The block has no name.' : `There is no block named "${fence.name}".`
    problems.push(errorAt(fence, 'container-unknown', message, remedy))
    return
  }
  if (malformed) {
    const message = `The options of "::: ${fence.name}" cannot be read.`
    problems.push(
      errorAt(fence, 'container-options', message, 'write them in braces: {#id points=2 shuffle}'),
    )
  }
  for (const option of fence.options) {
    if (known.includes(option.name)) continue
    const message = `"::: ${fence.name}" has no option "${option.name}".`
    const position = { line: fence.line, column: option.column }
    problems.push(errorAt(position, 'option-unknown', message, suggestName(option.name, known)))
  }
}

function pushContainer(state: StateBlock, fence: ContainerFence, startLine: number, end: Closing): void {
  const { lineMax, parentType } = state
  const open = state.push('container_open', 'div', 1)
  open.info = Object.hasOwn(optionsByContainer, fence.name) ? fence.name : 'unknown'
  open.markup = uniqueId(environmentOf(state.env), `b-${open.info}`)
  open.map = [startLine, end.line]
  fences.set(open, fence)

  state.parentType = 'container'
  state.lineMax = end.line
  state.md.block.tokenize(state, startLine + 1, end.line)
  state.lineMax = lineMax
  state.parentType = parentType

  const close = state.push('container_close', 'div', -1)
  close.info = open.info
  state.line = end.line + (end.closed ? 1 : 0)
}

type Closing = { line: number; closed: boolean }

function findClosing(state: StateBlock, startLine: number, endLine: number, length: number): Closing {
  let code: string | null = null
  for (let line = startLine + 1; line < endLine; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return { line, closed: false }
    const text = textOf(state, line)
    const fence: string | null = /^(?:`{3,}|~{3,})/.exec(text)?.[0] ?? null
    if (code !== null) {
      if (fence?.startsWith(code) && text.trimEnd() === fence) code = null
      continue
    }
    if (fence !== null) {
      code = fence
      continue
    }
    if (indentOf(state, line) >= 4) continue
    const container = readContainerLine(text)
    if (container?.kind === 'close' && container.length === length) return { line, closed: true }
    // Ending here keeps one forgotten fence from swallowing the rest of the lesson.
    if (container?.kind === 'open' && container.length >= length) return { line, closed: false }
  }
  return { line: endLine, closed: false }
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}

function columnOf(state: StateBlock, line: number): number {
  const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  // Inside a quote the block begins after its marker, so the line's own beginning is looked up in the source.
  return begin - (state.src.lastIndexOf('\n', begin - 1) + 1) + 1
}
