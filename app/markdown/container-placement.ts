import type { Token } from 'markdown-it'
import { type ContainerFence, containerFence } from './containers.ts'
import { closingIndex } from './token-ranges.ts'

export type PlacedContainer = {
  token: Token
  index: number
  fence: ContainerFence
  /** The opening tokens of all blocks that it stands in, from the outermost. */
  around: readonly Token[]
}

/** Every container with what it stands in, in the order of the text. */
export function placedContainers(tokens: readonly Token[]): PlacedContainer[] {
  const placed: PlacedContainer[] = []
  const open: Token[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.nesting === -1) open.pop()
    const fence = containerFence(token)
    if (fence !== null) placed.push({ token, index, fence, around: [...open] })
    if (token.nesting === 1) open.push(token)
  }
  return placed
}

/** The container of this name around another one, innermost first; null when there is none. */
export function containerAround({ around }: PlacedContainer, name: string): Token | null {
  return around.findLast(token => token.type === 'container_open' && token.info === name) ?? null
}

/** For every token, whether it is part of a container of one of these names. */
export function partsOfContainers(tokens: readonly Token[], names: readonly string[]): boolean[] {
  const parts = new Array<boolean>(tokens.length).fill(false)
  for (const { index, fence } of placedContainers(tokens)) {
    if (names.includes(fence.name)) parts.fill(true, index, closingIndex(tokens, index) + 1)
  }
  return parts
}
