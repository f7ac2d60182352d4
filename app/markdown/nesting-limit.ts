import type { MarkdownIt as Renderer } from 'markdown-it'
import { environmentOf } from './environment.ts'
import { errorAt } from './problem.ts'
import { positionOfBlock } from './source-positions.ts'

/** Beyond this depth of quotes and lists the parser stops looking, so that no input can exhaust it. */
export const maxNesting = 50

/** Says so when something was dropped for being nested too deep. */
export function nestingLimit(md: Renderer): void {
  md.core.ruler.after('block', 'nesting_limit', state => {
    const environment = environmentOf(state.env)
    const deepest = state.tokens.find(token => token.nesting === 1 && token.level >= maxNesting - 1)
    if (!deepest) return
    const place = positionOfBlock(environment, deepest)
    const remedy = `keep to fewer than ${maxNesting} levels of lists and quotes`
    environment.problems.push(errorAt(place, 'nesting', 'This is nested too deep to be read.', remedy))
  })
}
