const EVERY_MS = 60_000

/**
 * Does some work now and every minute, one round after another. Returns what stops it, and waits for a round that is
 * on its way. The work may not reject.
 */
export function everyMinute(work: () => Promise<void>): () => Promise<void> {
  let round: Promise<void> = work()
  const timer = setInterval(() => {
    round = round.then(work)
  }, EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return round
  }
}
