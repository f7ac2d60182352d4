/** Columns and rows of the strip of squares that runs down the edge of a certificate. */
export const planSize = { columns: 2, rows: 29 }

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
    // One dark square in most rows near the mark, in fewer and fewer towards the foot of the page.
    const isDark = ((state * 97) % 1009) / 1009 < 0.85 - (0.65 * row) / planSize.rows
    const dark = isDark ? state % planSize.columns : -1
    return Array.from({ length: planSize.columns }, (_, column): Square => {
      if (column === dark) return 'linden'
      return (state >> column) % 3 === 0 ? 'street' : 'block'
    })
  })
}
