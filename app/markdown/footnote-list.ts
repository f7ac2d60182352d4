import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { environmentOf, type MarkdownEnvironment, uniqueId } from './environment.ts'

/** A note as it stands below the text. `calls` are the ids of the places that call it. */
export type Note = { number: number; id: string; tokens: Token[]; calls: string[] }

type Call = { note: Note; id: string }

const calls = new WeakMap<Token, Call>()
const notesOf = new WeakMap<Token, Note>()

/** Makes a token of the text a call of this note. */
export function nameCall(token: Token, note: Note, environment: MarkdownEnvironment): void {
  const id = uniqueId(environment, `${note.id}-call`)
  note.calls.push(id)
  calls.set(token, { note, id })
}

/** Puts the notes to the end as one block, each with the ways back to its calls. */
export function addFootnotes(state: StateCore, notes: readonly Note[]): void {
  if (notes.length === 0) return
  const mark = (type: string, nesting: -1 | 0 | 1, note: Note | null) => {
    const token = new state.Token(type, '', nesting)
    if (note !== null) notesOf.set(token, note)
    return token
  }
  const open = mark('footnotes_open', 1, null)
  open.markup = uniqueId(environmentOf(state.env), 'b-notes')
  state.tokens.push(open)
  for (const note of notes) {
    const last = note.tokens.at(-1)?.type === 'paragraph_close' ? note.tokens.slice(-1) : []
    const body = note.tokens.slice(0, note.tokens.length - last.length)
    const back = mark('footnote_back', 0, note)
    state.tokens.push(
      mark('footnote_open', 1, note),
      ...body,
      back,
      ...last,
      mark('footnote_close', -1, note),
    )
  }
  state.tokens.push(mark('footnotes_close', -1, null))
}

export function drawFootnotes(md: Renderer): void {
  const { escapeHtml } = md.utils
  md.renderer.rules.footnote_call = (tokens, index, _options, env) => {
    const token = tokens[index]
    const call = token && calls.get(token)
    if (!call) return ''
    const { id, note } = call
    const label = escapeHtml(`${environmentOf(env).labels.footnotes.note} ${note.number}`)
    return `<sup><a class="footnote-call" href="#${note.id}" id="${id}" aria-label="${label}">${note.number}</a></sup>`
  }
  md.renderer.rules.footnotes_open = (tokens, index, _options, env) => {
    const id = escapeHtml(tokens[index]?.markup ?? '')
    const title = escapeHtml(environmentOf(env).labels.footnotes.title)
    return (
      `<section class="footnotes" aria-labelledby="${id}">\n` +
      `<p class="footnotes-title" id="${id}">${title}</p>\n<ol>\n`
    )
  }
  md.renderer.rules.footnotes_close = () => '</ol>\n</section>\n'
  md.renderer.rules.footnote_open = (tokens, index) => `<li id="${noteOf(tokens[index])?.id ?? ''}">\n`
  md.renderer.rules.footnote_close = () => '</li>\n'
  md.renderer.rules.footnote_back = (tokens, index, _options, env) => {
    const note = noteOf(tokens[index])
    if (!note) return ''
    const { back } = environmentOf(env).labels.footnotes
    const links = note.calls.map((id, call) => {
      const label = escapeHtml(`${back} ${note.number}${note.calls.length > 1 ? `, ${call + 1}` : ''}`)
      return `<a class="footnote-back" href="#${id}" aria-label="${label}">↑</a>`
    })
    return ` ${links.join(' ')}`
  }
}

function noteOf(token: Token | undefined): Note | null {
  return (token && notesOf.get(token)) ?? null
}
