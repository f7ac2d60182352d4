type Drawable = { id: string; outcome: string | null }

/**
 * Draws `count` different questions from a bank, so that each outcome has its share of the bank: the whole parts
 * first, then the largest remainders (Hamilton's method), a tie by chance. An outcome with questions gets at least
 * one while `count` allows. The questions stand in an order of chance.
 * @param random a number from 0 to below 1, as Math.random gives
 */
export function drawQuestions<Question extends Drawable>(
  bank: readonly Question[],
  count: number,
  random: () => number,
): Question[] {
  const groups = groupByOutcome(bank)
  const wanted = Math.min(count, bank.length)
  const seats = shareSeats(
    groups.map(group => group.length),
    wanted,
    random,
  )
  const drawn = groups.flatMap((group, index) => shuffle(group, random).slice(0, seats[index]))
  return shuffle(drawn, random)
}

function groupByOutcome<Question extends Drawable>(bank: readonly Question[]): Question[][] {
  const groups = new Map<string | null, Question[]>()
  for (const question of bank) {
    const group = groups.get(question.outcome)
    if (group === undefined) groups.set(question.outcome, [question])
    else group.push(question)
  }
  return [...groups.values()]
}

/** How many of `count` each group gets, by its size. No group gets more than it has. */
function shareSeats(sizes: readonly number[], count: number, random: () => number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total === 0) return []
  const seats = sizes.map(size => Math.floor((size * count) / total))
  const remainder = (group: number) => ((sizes[group] ?? 0) * count) % total
  // Shuffled before the stable sort, so that equal remainders are settled by chance.
  const byRemainder = shuffle([...sizes.keys()], random).sort((a, b) => remainder(b) - remainder(a))
  const missing = count - seats.reduce((sum, seat) => sum + seat, 0)
  for (const group of byRemainder.slice(0, missing)) seats[group] = (seats[group] ?? 0) + 1
  return giveEachOne(seats, sizes, count / total, random)
}

/** Lets every group that went empty take a seat from the one that is furthest above its share. */
function giveEachOne(
  seats: number[],
  sizes: readonly number[],
  rate: number,
  random: () => number,
): number[] {
  const surplus = (group: number) => (seats[group] ?? 0) - (sizes[group] ?? 0) * rate
  const empty = shuffle([...sizes.keys()], random).filter(group => seats[group] === 0)
  for (const group of empty) {
    const [richest] = [...sizes.keys()]
      .filter(other => (seats[other] ?? 0) > 1)
      .sort((a, b) => surplus(b) - surplus(a))
    if (richest === undefined) break
    seats[richest] = (seats[richest] ?? 0) - 1
    seats[group] = 1
  }
  return seats
}

/** Fisher and Yates, in the form of R. Durstenfeld, Algorithm 235 (1964). */
function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [shuffled[last], shuffled[other]]
    if (a === undefined || b === undefined) continue
    shuffled[last] = b
    shuffled[other] = a
  }
  return shuffled
}
