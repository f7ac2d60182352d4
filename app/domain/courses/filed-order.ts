import { createHash } from 'node:crypto'

/**
 * `order[filed] = authored`: where the authored order is the answer, things are filed in this one, which tells
 * nothing of it. It follows from the name and the count alone, so that every language files alike.
 */
export function filedOrder(name: string, count: number): number[] {
  const rank = (index: number) => createHash('sha256').update(`${name}/${index}`).digest('hex')
  const order = Array.from({ length: count }, (_, index) => ({ index, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.index - b.index))
    .map(entry => entry.index)
  const untouched = order.every((authored, filed) => authored === filed)
  return untouched ? [...order.slice(1), ...order.slice(0, 1)] : order
}
