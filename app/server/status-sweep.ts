import { renewStatusLists } from '#app/domain/certificates/status/status-list.server.ts'
import { log } from '#app/platform/log.server.ts'
import { everyMinute } from './every-minute.ts'

/**
 * Signs, now and every minute, the status lists in which something changed or whose time runs out, so that a verifier
 * who keeps them never holds one that has ended. Every process does it: what one has signed, another finds signed.
 * Returns what stops it.
 */
export function startStatusSweep(): () => Promise<void> {
  return everyMinute(sweep)
}

async function sweep(): Promise<void> {
  try {
    const signed = await renewStatusLists()
    if (signed > 0) log().info({ signed }, 'status lists signed')
  } catch (error) {
    // Whoever reads a list signs it too; the next round tries again.
    log().error({ err: error }, 'status lists could not be signed')
  }
}
