export type Spread = { median: number; min: number; max: number }

export function spreadOf(values: number[], digits = 2): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const round = (value: number | undefined) => roundTo(value ?? Number.NaN, digits)
  return { median: round(percentile(sorted, 50)), min: round(sorted[0]), max: round(sorted.at(-1)) }
}

/** Nearest-rank percentile of values in ascending order; NaN when there are none. */
export function percentile(sorted: number[], percent: number): number {
  if (percent === 50 && sorted.length % 2 === 0) {
    const half = sorted.length / 2
    return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
  }
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
