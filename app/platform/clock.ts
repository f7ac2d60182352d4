export type Clock = () => Date

let clock: Clock = () => new Date()

/** The present instant. Tests set another clock. */
export function now(): Date {
  return clock()
}

export function setClock(replacement: Clock): void {
  clock = replacement
}
