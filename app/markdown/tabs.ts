import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { placedContainers } from './container-placement.ts'
import { type ContainerFence, containerFence } from './containers.ts'
import { environmentOf, type MarkdownEnvironment, uniqueId } from './environment.ts'
import { errorAt, type Position } from './problem.ts'
import { positionOfBlock } from './source-positions.ts'
import { type Block, closingIndex, outermostBlocks } from './token-ranges.ts'

/** Longest title of a tab: two of them stand side by side on a phone. */
const longestTitle = 40

type Tab = { group: string; id: string; title: string; first: boolean }

const tabs = new WeakMap<Token, Tab>()

/** `::: tabs` with a `::: tab Title` for each of several ways to do the same. Radio buttons, so that no script is needed. */
export function tabGroups(md: Renderer): void {
  md.core.ruler.after('nesting_limit', 'tabs', readTabs)
  md.renderer.rules.tabs_open = (_tokens, _index, _options, env) => {
    const label = md.utils.escapeHtml(environmentOf(env).labels.tabs)
    return `<div class="tabs" role="group" aria-label="${label}">\n`
  }
  md.renderer.rules.tab_open = (tokens, index) => {
    const token = tokens[index]
    const tab = token && tabs.get(token)
    if (!tab) return '<div class="tab">\n<div class="tab-panel">\n'
    const { group, id, title, first } = tab
    return (
      `<div class="tab">\n<input type="radio" name="${group}" id="${id}"${first ? ' checked=""' : ''}>` +
      `<label for="${id}">${md.utils.escapeHtml(title)}</label>\n<div class="tab-panel">\n`
    )
  }
  md.renderer.rules.tab_close = () => '</div>\n</div>\n'
}

function readTabs(state: StateCore): void {
  const environment = environmentOf(state.env)
  for (const { token, index, fence, around } of placedContainers(state.tokens)) {
    if (fence.name === 'tab' && around.at(-1)?.info !== 'tabs') {
      const message = 'This tab stands outside of tabs.'
      environment.problems.push(errorAt(fence, 'tab-misplaced', message, remedies.misplaced))
    }
    if (fence.name !== 'tabs') continue
    const inner = state.tokens.slice(index + 1, closingIndex(state.tokens, index))
    readGroup(environment, fence, token, outermostBlocks(inner))
  }
}

const remedies = {
  misplaced: 'put it inside "::: tabs", whose fence has more colons',
  content: 'put it inside one of the tabs, before them or after them',
}

function readGroup(
  environment: MarkdownEnvironment,
  fence: ContainerFence,
  group: Token,
  blocks: readonly Block[],
): void {
  const report = (place: Position, code: string, message: string, remedy: string) => {
    environment.problems.push(errorAt(place, code, message, remedy))
  }
  const isTab = ({ open }: Block) => containerFence(open)?.name === 'tab'
  const foreign = blocks.find(block => !isTab(block))
  if (foreign) {
    const place = positionOfBlock(environment, foreign.open)
    report(place, 'tabs-content', 'Tabs hold nothing beside their tabs.', remedies.content)
  }
  const own = blocks.filter(isTab)
  if (own.length < 2) {
    const message = own.length === 0 ? 'These tabs are empty.' : 'There is one tab only.'
    report(fence, 'tabs-few', message, 'write at least two blocks "::: tab Title" inside')
  }
  for (const [index, { open }] of own.entries()) {
    const place = containerFence(open) ?? fence
    const title = containerFence(open)?.title ?? ''
    if (title === '' || title.length > longestTitle || title.startsWith('{')) {
      const message =
        title === '' ? 'The tab has no title.' : `"${title.slice(0, 60)}" does not fit on a tab.`
      const remedy = 'write a few words after the name, without braces: ::: tab Windows'
      report(place, 'tab-title', message, remedy)
    }
    const id = uniqueId(environment, `${group.markup}-tab-${index + 1}`)
    tabs.set(open, { group: group.markup, id, title, first: index === 0 })
  }
}
