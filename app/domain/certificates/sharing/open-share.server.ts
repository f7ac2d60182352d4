import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import type { RevocationReason } from '../revocation-reason.ts'
import { judgeRecord, registerEntryFields } from '../verify/judge-record.ts'
import { factsToShare, readParts, type SharedFacts } from './share-parts.ts'

/** What a share link tells whoever follows it. UTC instants are strings, ISO 8601. */
export type SharedCertificate = {
  /** Until when the link works. */
  endsAt: string
  checkedAt: string
} & (
  | { state: 'valid' | 'expired'; facts: SharedFacts }
  | { state: 'superseded'; facts: SharedFacts; changedAt: string }
  | { state: 'revoked'; facts: SharedFacts; changedAt: string; reason: RevocationReason }
  /** Its holder took it back: nothing else is told. */
  | { state: 'withdrawn'; changedAt: string }
)

/** 16 bytes in base64url. Anything else is answered without a look-up. */
const tokenShape = /^[A-Za-z0-9_-]{22}$/

/** What a link shows now; null when there is none like it, or none any more: nobody is told which. */
export async function openShare(token: string): Promise<SharedCertificate | null> {
  if (!tokenShape.test(token)) return null
  const at = now()
  const share = await database().prisma.certificateShare.findUnique({
    where: { id: token, endedAt: null, endsAt: { gt: at } },
    include: { certificate: { select: registerEntryFields } },
  })
  if (share === null) return null
  const times = { endsAt: share.endsAt.toISOString(), checkedAt: at.toISOString() }
  const verdict = judgeRecord(share.certificate, at)
  if (verdict.state === 'withdrawn') return { ...times, state: 'withdrawn', changedAt: verdict.withdrawnAt }
  const facts = factsToShare(verdict.snapshot, readParts(share.parts))
  switch (verdict.state) {
    case 'revoked':
      return { ...times, state: 'revoked', facts, changedAt: verdict.revokedAt, reason: verdict.reason }
    case 'superseded':
      return { ...times, state: 'superseded', facts, changedAt: verdict.supersededAt }
    default:
      return { ...times, state: verdict.state, facts }
  }
}
