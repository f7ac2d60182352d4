import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { partsOfContainers } from './container-placement.ts'
import { environmentOf, uniqueId } from './environment.ts'

/** The same box as in questions, where a Cyrillic х is taken for the Latin x as well. */
const BOX = /^\[([ xXхХ])\]\s+/

/** `- [ ] to do` and `- [x] done` outside of questions, whose options are written the same way. */
export function taskLists(md: Renderer): void {
  md.core.ruler.after('text_join', 'task_lists', markTasks)
  // Named by its text, and not inside a label: a text may hold things to press, a label only its own field.
  md.renderer.rules.task_open = (tokens, index) => {
    const id = md.utils.escapeHtml(tokens[index]?.markup ?? '')
    const checked = tokens[index]?.info === 'done' ? ' checked=""' : ''
    return `<input type="checkbox" disabled=""${checked} aria-labelledby="${id}"> <span id="${id}">`
  }
  md.renderer.rules.task_close = () => '</span>'
}

function markTasks(state: StateCore): void {
  const inQuestion = partsOfContainers(state.tokens, ['quiz'])
  const lists: Token[] = []
  for (const [index, token] of state.tokens.entries()) {
    if (/^(?:bullet|ordered)_list_open$/.test(token.type)) lists.push(token)
    if (/^(?:bullet|ordered)_list_close$/.test(token.type)) lists.pop()
    if (token.type !== 'list_item_open' || inQuestion[index] === true) continue
    const inline = state.tokens[index + 2]
    const [first] = inline?.children ?? []
    if (lists.at(-1)?.type !== 'bullet_list_open' || state.tokens[index + 1]?.type !== 'paragraph_open')
      continue
    const box = first?.type === 'text' ? BOX.exec(first.content) : null
    if (!box || !first || !inline) continue
    first.content = first.content.slice(box[0].length)
    const open = new state.Token('task_open', 'span', 1)
    open.info = box[1] === ' ' ? 'open' : 'done'
    open.markup = uniqueId(environmentOf(state.env), 'b-task')
    inline.children = [open, ...(inline.children ?? []), new state.Token('task_close', 'span', -1)]
    token.attrJoin('class', 'task')
  }
}
