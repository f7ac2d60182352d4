import type { MarkdownIt as Renderer, StateCore } from 'markdown-it'
import { placedContainers } from './container-placement.ts'
import { environmentOf } from './environment.ts'
import { errorAt } from './problem.ts'
import { closingIndex } from './token-ranges.ts'

/** `::: trainer`: what a trainer should know and learners do not see. Whoever puts the page together takes it out. */
export function trainerNotes(md: Renderer): void {
  md.core.ruler.after('nesting_limit', 'trainer_notes', dropNested)
  md.renderer.rules.trainer_open = (tokens, index, _options, env) => {
    const id = md.utils.escapeHtml(tokens[index]?.markup ?? '')
    const title = md.utils.escapeHtml(environmentOf(env).labels.trainer)
    return (
      `<aside class="trainer-note" role="note" aria-labelledby="${id}">\n` +
      `<p class="trainer-title" id="${id}">${title}</p>\n`
    )
  }
  md.renderer.rules.trainer_close = () => '</aside>\n'
}

/** Only outermost blocks can be told apart later, so that a note inside another one would be shown to everybody. */
function dropNested(state: StateCore): void {
  const { problems } = environmentOf(state.env)
  const dropped = new Set<number>()
  for (const { index, fence, around } of placedContainers(state.tokens)) {
    if (fence.name !== 'trainer' || around.length === 0) continue
    const message = 'A note for trainers cannot stand inside another block.'
    problems.push(
      errorAt(fence, 'trainer-misplaced', message, 'move it to the beginning of a line of its own'),
    )
    const close = closingIndex(state.tokens, index)
    for (let at = index; at <= close; at++) dropped.add(at)
  }
  if (dropped.size > 0) state.tokens = state.tokens.filter((_, index) => !dropped.has(index))
}
