/**
 * Shares a width among the columns of a table, in points: each gets what its longest word needs, and the rest goes
 * where text waits for it. Columns that want no more than their share keep what they want.
 * @param least per column the width under which a word would be broken
 * @param wanted per column the width that needs no line break at all
 */
export function columnWidths(least: readonly number[], wanted: readonly number[], width: number): number[] {
  const wish = sum(wanted)
  if (wish <= width) {
    // Spread in proportion, so that rules reach both edges.
    return wanted.map(each => each + ((width - wish) * each) / wish)
  }
  const floor = sum(least)
  if (floor >= width) return fairShares(least, width)
  const open = wanted.map((each, index) => Math.max(0, each - (least[index] ?? 0)))
  // Square roots keep one long column from starving the others.
  const shares = open.map(Math.sqrt)
  const total = sum(shares)
  return least.map((each, index) => each + ((width - floor) * (shares[index] ?? 0)) / total)
}

/** Columns that need less than an even share keep what they need; the others divide the rest evenly. */
function fairShares(needed: readonly number[], width: number): number[] {
  let [room, open] = [width, needed.length]
  const shares = new Map<number, number>()
  for (const [index, need] of [...needed.entries()].sort((a, b) => a[1] - b[1])) {
    const share = Math.min(need, room / open)
    shares.set(index, share)
    room -= share
    open -= 1
  }
  return needed.map((_, index) => shares.get(index) ?? 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
