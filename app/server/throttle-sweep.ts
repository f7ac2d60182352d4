import { log } from '#app/platform/log.server.ts'
import { forgetOldHits } from '#app/platform/throttle.server.ts'
import { everyMinute } from './every-minute.ts'

/** Deletes, now and every minute, what was counted of visitors in minutes that are over. Returns what stops it. */
export function startThrottleSweep(): () => Promise<void> {
  return everyMinute(sweep)
}

async function sweep(): Promise<void> {
  try {
    await forgetOldHits()
  } catch (error) {
    // Old counts decide nothing; the next round finds what this one left.
    log().error({ err: error }, 'old counts could not be deleted')
  }
}
