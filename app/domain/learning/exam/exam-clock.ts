/** Seconds after the deadline in which an answer that is on its way still counts. */
export const GRACE_SECONDS = 5

const MINUTE = 60_000

/**
 * When a sitting ends. Instants are UTC, so neither a change to summer time nor a traveller's clock moves it.
 * @param extraTimePercent what one learner gets on top of the minutes, agreed with the hub
 */
export function examDeadline(startedAt: Date, minutes: number, extraTimePercent: number): Date {
  return new Date(startedAt.getTime() + examMinutes(minutes, extraTimePercent) * MINUTE)
}

/** Whole minutes that one learner has, rounded in the learner's favour. */
export function examMinutes(minutes: number, extraTimePercent: number): number {
  // Multiplied first: 1.1 * 100 is 110.00000000000001 in binary, and would cost a minute.
  return Math.ceil((minutes * (100 + extraTimePercent)) / 100)
}

export type ExamClock = {
  /** Milliseconds until the deadline; 0 when it has passed. */
  remainingMs: number
  /** Whether an answer that arrives now counts. When it does not, the sitting has to be closed. */
  accepts: boolean
}

export function examClock(deadlineAt: Date, at: Date): ExamClock {
  const remaining = deadlineAt.getTime() - at.getTime()
  return { remainingMs: Math.max(0, remaining), accepts: remaining >= -GRACE_SECONDS * 1_000 }
}

/** Minutes before the end at which a sitting of this length warns, the first warning first. */
export function warningMinutes(minutes: number): number[] {
  return [10, 5, 1].filter(warning => warning < minutes)
}
