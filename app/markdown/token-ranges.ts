import type { Token } from 'markdown-it'

/** Index of the token that closes the one at `open`; `open` itself when it needs no closing. */
export function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let index = open; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0
    if (depth <= 0) return index
  }
  return tokens.length - 1
}

/** One block with everything inside it. `inner` leaves out its own opening and closing tokens. */
export type Block = { open: Token; tokens: Token[]; inner: Token[] }

/** Cuts a token stream into its outermost blocks, in order. */
export function outermostBlocks(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < tokens.length; index++) {
    const open = tokens[index]
    if (!open) break
    const end = closingIndex(tokens, index)
    blocks.push({ open, tokens: tokens.slice(index, end + 1), inner: tokens.slice(index + 1, end) })
    index = end
  }
  return blocks
}
