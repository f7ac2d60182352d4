import type { MarkdownIt as Renderer, StateCore, StateInline, Token } from 'markdown-it'
import readFootnotes from 'markdown-it-footnote'
import { partsOfContainers } from './container-placement.ts'
import { environmentOf, type MarkdownEnvironment, uniqueId } from './environment.ts'
import { addFootnotes, drawFootnotes, type Note, nameCall } from './footnote-list.ts'
import { errorAt, type Position, type Problem, warningAt } from './problem.ts'
import { positionOfBlock, positionOfInline } from './source-positions.ts'

type Definition = { label: string; tokens: Token[]; place: Position; secret: boolean }

/**
 * `text[^1]` and `[^1]: note`. The package reads the notes; where they are called and where they stand is ours,
 * because every mistake is reported and nothing secret may end up among them.
 */
export function footnotes(md: Renderer): void {
  md.use(readFootnotes)
  md.inline.ruler.disable('footnote_inline')
  md.inline.ruler.at('footnote_ref', parseCall)
  md.core.ruler.at('footnote_tail', gatherNotes)
  drawFootnotes(md)
}

/** `[^label]`, whether there is such a note or not. */
function parseCall(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false
  const label = /^\[\^([^\s[\]^]{1,60})\]/.exec(state.src.slice(state.pos, state.pos + 64))?.[1]
  if (label === undefined) return false
  if (!silent) state.push('footnote_call', '', 0).info = label
  state.pos += label.length + 3
  return true
}

/** Takes the notes out of the text and puts those that are called to its end, in the order of their calls. */
function gatherNotes(state: StateCore): void {
  const environment = environmentOf(state.env)
  const secret = partsOfContainers(state.tokens, ['quiz', 'trainer'])
  const secretTokens = new Set(state.tokens.filter((_, index) => secret[index]))
  const definitions = takeDefinitions(state, environment, secretTokens)
  const notes = new Map<string, Note>()

  const callNotes = (inline: Token) => {
    inline.children = (inline.children ?? []).map(child => {
      if (child.type !== 'footnote_call') return child
      const definition = definitions.get(child.info)
      if (definition === undefined || secretTokens.has(inline)) {
        // In an answer such as /^[^a]$/ this is no call at all.
        if (definition !== undefined || !secretTokens.has(inline)) {
          const place = positionOfInline(environment, inline, child)
          environment.problems.push(problemOfCall(place, child.info, definitions))
        }
        return asText(state, `[^${child.info}]`)
      }
      const note = notes.get(child.info) ?? newNote(environment, notes, definition)
      nameCall(child, note, environment)
      return child
    })
  }
  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.children?.some(child => child.type === 'footnote_call')) callNotes(token)
    }
  }
  walk(state.tokens)
  // A note may call another one, which is then read in its turn.
  for (const note of notes.values()) walk(note.tokens)
  addFootnotes(state, [...notes.values()])
  for (const { label, place } of definitions.values()) {
    if (notes.has(label)) continue
    const message = `Nothing in the text calls the note "${label}".`
    const remedy = `write [^${label}] where it belongs, or remove it`
    environment.problems.push(warningAt(place, 'footnote-unused', message, remedy))
  }
}

function newNote(environment: MarkdownEnvironment, notes: Map<string, Note>, definition: Definition): Note {
  const number = notes.size + 1
  const note = { number, id: uniqueId(environment, `b-note-${number}`), tokens: definition.tokens, calls: [] }
  notes.set(definition.label, note)
  return note
}

function asText(state: StateCore, content: string): Token {
  const text = new state.Token('text', '', 0)
  text.content = content
  return text
}

function problemOfCall(
  place: Position,
  label: string,
  definitions: ReadonlyMap<string, Definition>,
): Problem {
  if (definitions.has(label)) {
    const message =
      'A question or a note for trainers cannot call a note: everybody would see it below the text.'
    return errorAt(place, 'footnote-secret', message, 'write it out in place, for example in brackets')
  }
  const known = [...definitions.keys()].slice(0, 20).map(name => `[^${name}]`)
  const remedy =
    known.length > 0
      ? `notes here: ${known.join(', ')}`
      : `write the note on a line of its own: [^${label}]: text; what is no note goes between backticks`
  return errorAt(place, 'footnote-missing', `There is no note "${label}".`, remedy)
}

function takeDefinitions(
  state: StateCore,
  environment: MarkdownEnvironment,
  secret: ReadonlySet<Token>,
): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  const text: Token[] = []
  const open: Definition[] = []
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'footnote_reference_open') {
      const label = String(token.meta?.label ?? '')
      const place = placeOfDefinition(environment, label, state.tokens[index + 1])
      open.push({ label, tokens: [], place, secret: secret.has(token) })
    } else if (token.type === 'footnote_reference_close') {
      const definition = open.pop()
      if (definition) keepDefinition(environment, definitions, definition)
    } else (open.at(-1)?.tokens ?? text).push(token)
  }
  state.tokens = text
  return definitions
}

function keepDefinition(
  { problems }: MarkdownEnvironment,
  definitions: Map<string, Definition>,
  definition: Definition,
): void {
  const { label, place } = definition
  if (definition.secret) {
    const message = 'A note written here would be shown to everybody below the text.'
    problems.push(
      errorAt(place, 'footnote-secret', message, 'move it out of the question or of the trainers’ note'),
    )
  } else if (definitions.has(label)) {
    const message = `There are two notes "${label}".`
    problems.push(errorAt(place, 'footnote-repeated', message, 'give each note a label of its own'))
  } else if (!definition.tokens.some(token => token.type !== 'footnote_reference_open')) {
    problems.push(
      errorAt(place, 'footnote-empty', `The note "${label}" is empty.`, 'write its text after the colon'),
    )
  } else definitions.set(label, definition)
}

/** The package keeps no place of a note: it is where its first block is, or where its label stands. */
function placeOfDefinition(
  environment: MarkdownEnvironment,
  label: string,
  next: Token | undefined,
): Position {
  if (next?.map)
    return { ...positionOfBlock(environment, next), column: columnOf(environment, next.map[0], label) }
  const line = Math.max(
    environment.lines.findIndex(text => text.includes(`[^${label}]:`)),
    0,
  )
  return { line: line + 1, column: columnOf(environment, line, label) }
}

function columnOf(environment: MarkdownEnvironment, line: number, label: string): number {
  return Math.max(environment.lines[line]?.indexOf(`[^${label}]:`) ?? 0, 0) + 1
}
