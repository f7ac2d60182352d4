import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { readStatusList } from '../status/status-list.server.ts'
import { type OfflineParts, offlineFile } from './offline-file.server.ts'
import type { Knowledge } from './verify-offline.ts'

/** The offline verifier with everything that this hub's keys and status lists say at this moment. */
export async function makeOfflineVerifier(parts: OfflineParts): Promise<string> {
  return offlineFile(parts, { ...(await presentKnowledge()), demo: env().mode === 'demo' })
}

/** What a verifier without a line needs to know, as of now. */
export async function presentKnowledge(): Promise<Knowledge> {
  const numbers = await database().prisma.statusList.findMany({
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  const statusLists: unknown[] = []
  for (const { number } of numbers) statusLists.push(JSON.parse((await readStatusList(number)) ?? 'null'))
  return { trust: { ...hubKeys().trust, asOf: now().toISOString() }, statusLists }
}
