import { countHit, type Limit, mayHit } from '#app/platform/throttle.server.ts'
import { readIdentifier } from '../identifier.ts'
import type { FileVerdict, Verdict } from './verdict.ts'
import { verifyFile } from './verify-file.server.ts'
import { type ListVerdict, verifyList } from './verify-list.server.ts'
import { verifyNumber } from './verify-number.server.ts'

/** Whoever asks too often is asked to wait, which is no answer about a certificate. */
export type Throttled = { state: 'throttled'; retryAfterSeconds: number }

/** Numbers and files; a person never gets there. */
const lookUps: Limit = { purpose: 'verify', perMinute: 30 }
/** A list is up to 500 look-ups, in one query. */
const lists: Limit = { purpose: 'verify.list', perMinute: 10 }
/** Numbers that were not issued, and wrong names beside guarded ones: what somebody who guesses would send. */
const misses: Limit = { purpose: 'verify.miss', perMinute: 10 }

/** `verifyNumber` for one of many visitors, known by their address alone. */
export async function checkNumber(
  address: string,
  input: string,
  name?: string,
): Promise<Verdict | Throttled> {
  // What needs no look-up costs none.
  if (!readIdentifier(input).ok) return verifyNumber(input)
  const refused = await refusal(lookUps, address)
  if (refused !== null) return refused
  const verdict = await verifyNumber(input, name)
  if (isMiss(verdict)) await countHit(misses, address)
  return verdict
}

/** `verifyFile` for one of many visitors. */
export async function checkFile(address: string, bytes: Uint8Array): Promise<FileVerdict | Throttled> {
  const refused = await refusal(lookUps, address)
  if (refused !== null) return refused
  const verdict = await verifyFile(bytes)
  if (verdict.state === 'unknown') await countHit(misses, address)
  return verdict
}

/** `verifyList` for one of many visitors. A list with a few wrong numbers is honest work, and counts as one miss. */
export async function checkList(address: string, text: string): Promise<ListVerdict | Throttled> {
  const refused = await refusal(lists, address)
  if (refused !== null) return refused
  const verdict = await verifyList(text)
  if (verdict.ok && verdict.rows.some(row => isMiss(row.verdict))) await countHit(misses, address)
  return verdict
}

function isMiss(verdict: { state: string; tried?: boolean }): boolean {
  return verdict.state === 'unknown' || (verdict.state === 'guarded' && verdict.tried === true)
}

async function refusal(limit: Limit, address: string): Promise<Throttled | null> {
  for (const answer of [await mayHit(misses, address), await countHit(limit, address)]) {
    if (!answer.ok) return { state: 'throttled', retryAfterSeconds: answer.retryAfterSeconds }
  }
  return null
}
