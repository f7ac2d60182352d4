import { createHmac } from 'node:crypto'
import { networkOf } from './client-network.ts'
import { now } from './clock.ts'
import { database } from './db.server.ts'
import { log } from './log.server.ts'
import { secret } from './secret.server.ts'

export type Throttling = { ok: true } | { ok: false; retryAfterSeconds: number }

export type Limit = {
  /** What is counted: a name of letters and dots. */
  purpose: string
  /** Hits that one address may make in a minute. */
  perMinute: number
}

const WINDOW_MS = 60_000

/**
 * Counts a hit of an address and says whether it is within the limit. Every process on the database counts together:
 * one upsert is one statement on both engines, so that no hit is lost to another. When nothing can be counted, the
 * answer is yes: a limit is no reason to keep anybody from an answer.
 */
export async function countHit(limit: Limit, clientAddress: string): Promise<Throttling> {
  const { key, end } = windowOf(limit, clientAddress)
  try {
    const { hits } = await database().prisma.throttle.upsert({
      where: { key },
      create: { key, hits: 1, expiresAt: end },
      update: { hits: { increment: 1 } },
      select: { hits: true },
    })
    return hits <= limit.perMinute ? { ok: true } : tryAgainAt(end)
  } catch (error) {
    log().error({ err: error, purpose: limit.purpose }, 'a request could not be counted')
    return { ok: true }
  }
}

/** Whether an address has used up a limit, without counting anything. */
export async function mayHit(limit: Limit, clientAddress: string): Promise<Throttling> {
  const { key, end } = windowOf(limit, clientAddress)
  try {
    const row = await database().prisma.throttle.findUnique({ where: { key }, select: { hits: true } })
    return (row?.hits ?? 0) < limit.perMinute ? { ok: true } : tryAgainAt(end)
  } catch (error) {
    log().error({ err: error, purpose: limit.purpose }, 'a count could not be read')
    return { ok: true }
  }
}

/** Deletes the counts of minutes that are over. Returns how many there were. */
export async function forgetOldHits(): Promise<number> {
  const { count } = await database().prisma.throttle.deleteMany({ where: { expiresAt: { lte: now() } } })
  return count
}

/** The address itself is stored nowhere: who has the database alone cannot find it by trying all of them. */
function windowOf({ purpose }: Limit, clientAddress: string): { key: string; end: Date } {
  const window = Math.floor(now().getTime() / WINDOW_MS)
  const network = createHmac('sha256', secret('addresses'))
    .update(networkOf(clientAddress))
    .digest('base64url')
  return { key: `${purpose}:${network}:${window}`, end: new Date((window + 1) * WINDOW_MS) }
}

function tryAgainAt(end: Date): Throttling {
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((end.getTime() - now().getTime()) / 1000)) }
}
