import type { MarkdownIt as Renderer, StateCore } from 'markdown-it'
import { environmentOf } from './environment.ts'
import { errorAt, type Problem } from './problem.ts'

/** A lesson of 4000 words has 28 000 characters, a bank of a hundred questions 80 000. */
const longestText = 150_000

const longestLine = 20_000

/** Refuses what nobody writes by hand, so that no text can keep the reader busy for long. */
export function textLimits(md: Renderer): void {
  md.core.ruler.after('source_lines', 'text_limits', state => {
    const problem = problemOfSize(state)
    if (problem === null) return
    environmentOf(state.env).problems.push(problem)
    state.src = ''
  })
}

function problemOfSize(state: StateCore): Problem | null {
  if (state.src.length > longestText) {
    const message = `This text has ${state.src.length} characters; up to ${longestText} are read.`
    return errorAt({ line: 1, column: 1 }, 'text-long', message, 'split it into several lessons')
  }
  const index = environmentOf(state.env).lines.findIndex(line => line.length > longestLine)
  if (index === -1) return null
  const message = `This line has more than ${longestLine} characters.`
  return errorAt({ line: index + 1, column: 1 }, 'line-long', message, 'break it into paragraphs')
}
