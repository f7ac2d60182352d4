import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { renderInlineTokens } from '#app/markdown/renderer.ts'
import { positionOfBlock } from '#app/markdown/source-positions.ts'
import { type Block, outermostBlocks } from '#app/markdown/token-ranges.ts'

export type OrderItem = { html: string }

/** The items of a numbered list, in their right order. */
export function readOrderItems(
  list: Block,
  environment: MarkdownEnvironment,
): { items: OrderItem[]; problems: Problem[] } {
  const problems: Problem[] = []
  const items = outermostBlocks(list.inner).map(item => {
    const [paragraph, ...rest] = outermostBlocks(item.inner)
    const html =
      paragraph?.open.type === 'paragraph_open'
        ? renderInlineTokens(paragraph.inner[0]?.children ?? [], environment)
        : ''
    if (html === '' || rest.length > 0) {
      const message = 'A step to be ordered is empty or holds more than one line of text.'
      const place = positionOfBlock(environment, item.open)
      problems.push(errorAt(place, 'order-item', message, 'write each step as one short paragraph'))
    }
    return { html }
  })
  const place = positionOfBlock(environment, list.open)
  if (items.length < 3) {
    const message = 'There are fewer than three steps to put in order.'
    problems.push(errorAt(place, 'order-few', message, 'write at least three, or ask in another way'))
  }
  if (new Set(items.map(item => item.html)).size < items.length) {
    const message = 'Two steps read the same, so their order cannot be told.'
    problems.push(errorAt(place, 'order-repeated', message, 'word every step in its own way'))
  }
  return { items, problems }
}
