import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import type { Localized } from '#app/platform/language.ts'
import { type HolderState, holderState } from './holder-state.ts'
import { type CorrectionRefusal, MOST_CORRECTIONS, refuseCorrection } from './may-correct.ts'
import { renewableFields } from './renewal-start.server.ts'
import { lastOf, renewalOpensAt } from './renewal-window.ts'
import type { RevocationReason } from './revocation-reason.ts'
import { listShares, type ShareRow } from './sharing/share-links.server.ts'
import { readSharing, type Sharing } from './sharing/sharing.ts'
import type { CertificateSnapshot } from './snapshot.ts'
import { judgeRecord, registerEntryFields } from './verify/judge-record.ts'

/** A certificate as its holder sees it in a list. UTC instants are strings, ISO 8601. */
export type HolderCertificate = {
  id: string
  courseId: string
  title: Localized
  state: HolderState
  issuedAt: string
  validUntil: string | null
  /** When it was revoked, superseded or withdrawn. */
  changedAt: string | null
  /** Why it was revoked. */
  reason: RevocationReason | null
}

const listed = { ...registerEntryFields, courseId: true, issuedAt: true } as const

/** A learner's certificates, the newest first. */
export async function listCertificates(userId: string): Promise<HolderCertificate[]> {
  const rows = await database().prisma.certificate.findMany({
    where: { userId },
    select: listed,
    orderBy: [{ issuedAt: 'desc' }, { sequence: 'desc' }, { id: 'asc' }],
  })
  return rows.map(row => describe(row, now()))
}

/** Everything that a holder may know of the own certificate and do with it. */
export type CertificateView = HolderCertificate & {
  snapshot: CertificateSnapshot
  /** Null: issued before there were credentials. */
  hasCredential: boolean
  sharing: Sharing
  shares: ShareRow[]
  /** The corrected certificate that took its place. */
  successor: string | null
  /** Why the name on it cannot be corrected; null when it can be. */
  correction: CorrectionRefusal | null
  correctionsLeft: number
  /** From when it can be renewed, and whether that is now; null: never. */
  renewal: { from: string; open: boolean } | null
}

/** A learner's own certificate; null for anybody else's. */
export async function viewCertificate(userId: string, id: string): Promise<CertificateView | null> {
  const { prisma } = database()
  const row = await prisma.certificate.findFirst({
    where: { id, userId },
    select: {
      ...listed,
      edition: true,
      sequence: true,
      credential: true,
      sharing: true,
      supersededById: true,
    },
  })
  if (row === null) return null
  const [siblings, shares] = await Promise.all([
    prisma.certificate.findMany({
      where: { userId, courseId: row.courseId, edition: row.edition },
      select: { id: true, ...renewableFields, supersededAt: true },
      orderBy: { sequence: 'asc' },
    }),
    listShares(userId, id),
  ])
  const at = now()
  const last = lastOf(siblings)?.sequence === row.sequence
  const opensAt = last ? renewalOpensAt(siblings) : null
  return {
    ...describe(row, at),
    // Written by buildSnapshot and never changed since.
    snapshot: JSON.parse(row.snapshot) as CertificateSnapshot,
    hasCredential: row.credential !== null,
    sharing: readSharing(row.sharing),
    shares,
    successor: row.supersededById,
    correction: refuseCorrection(row, siblings, at),
    correctionsLeft: Math.max(
      0,
      MOST_CORRECTIONS - siblings.filter(({ supersededAt }) => supersededAt !== null).length,
    ),
    renewal: opensAt && { from: opensAt.toISOString(), open: at >= opensAt },
  }
}

type Row = Parameters<typeof judgeRecord>[0] & { courseId: string; issuedAt: Date }

function describe(row: Row, at: Date): HolderCertificate {
  const verdict = judgeRecord(row, at)
  const changedAt = row.withdrawnAt ?? row.revokedAt ?? row.supersededAt
  return {
    id: row.id,
    courseId: row.courseId,
    title: (JSON.parse(row.snapshot) as CertificateSnapshot).course.title,
    state: holderState(verdict, row.validUntil, at),
    issuedAt: row.issuedAt.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    changedAt: changedAt?.toISOString() ?? null,
    reason: verdict.state === 'revoked' ? verdict.reason : null,
  }
}
