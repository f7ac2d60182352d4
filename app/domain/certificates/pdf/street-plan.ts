/** Columns and rows of the strip of squares that runs down the edge of a certificate. */
export const planSize = { columns: 2, rows: 30 }

export type Square = 'street' | 'block' | 'linden'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * The straight streets of the city seen from above, different for every certificate: its number decides which
 * squares are dark. Rows from the top. Decoration only: nothing is ever read back from it.
 */
export function streetPlan(id: string): Square[][] {
  const values = [...id].map(symbol => Math.max(0, alphabet.indexOf(symbol)))
  let state = 7
  return Array.from({ length: planSize.rows }, (_, row) => {
    state = (state * 31 + (values[row % values.length] ?? 0) + row) % 9973
    // Denser near the top, where the mark stands, and thinning out towards the foot of the page.
    const density = 0.62 * (1 - row / planSize.rows) + 0.06
    return Array.from({ length: planSize.columns }, (_, column): Square => {
      const chance = ((state * (column + 3) * 97) % 1009) / 1009
      if (chance < density) return 'linden'
      return chance < density + 0.45 ? 'block' : 'street'
    })
  })
}
