import { randomBytes } from 'node:crypto'
import { auditEntry } from '#app/platform/audit.server.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import { type ShareEnd, type ShareUntil, shareEnd } from './share-end.ts'
import { readParts, type SharePart } from './share-parts.ts'

/** How many links of one certificate may work at the same time. */
export const MOST_LINKS = 20

/** 128 bits: nobody finds a link by trying. */
const TOKEN_BYTES = 16

export type ShareRow = { token: string; parts: SharePart[]; createdAt: string; endsAt: string }

export type ShareResult =
  | { ok: true; token: string }
  | { ok: false; reason: 'unknown' | 'withdrawn' | 'too-many' | Extract<ShareEnd, { ok: false }>['reason'] }

type Sharing = { userId: string; id: string; parts: SharePart[]; until: ShareUntil }

/** Makes a link that shows the chosen parts of the learner's own certificate to whoever has it, for a while. */
export async function makeShare({ userId, id, parts, until }: Sharing): Promise<ShareResult> {
  const { prisma } = database()
  const row = await prisma.certificate.findFirst({ where: { id, userId }, select: { withdrawnAt: true } })
  if (row === null) return { ok: false, reason: 'unknown' }
  if (row.withdrawnAt !== null) return { ok: false, reason: 'withdrawn' }
  const end = shareEnd(until, now())
  if (!end.ok) return end
  const working = () => prisma.certificateShare.count({ where: { certificateId: id, ...atWork() } })
  if ((await working()) >= MOST_LINKS) return { ok: false, reason: 'too-many' }

  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { endsAt } = end
  await prisma.$transaction([
    prisma.certificateShare.create({
      data: { id: token, certificateId: id, parts: JSON.stringify(parts), createdAt: now(), endsAt },
    }),
    auditEntry({
      actorId: userId,
      action: 'certificate.share',
      subject: id,
      details: { parts, endsAt: endsAt.toISOString() },
    }),
  ])
  // Whoever comes last counts all of them. Nobody has seen this link yet, so it can still go.
  if ((await working()) <= MOST_LINKS) return { ok: true, token }
  await prisma.certificateShare.delete({ where: { id: token } })
  return { ok: false, reason: 'too-many' }
}

/** Ends a link before its time. False when it is none of this certificate of the learner. Done again, it changes nothing. */
export async function endShare(userId: string, id: string, token: string): Promise<boolean> {
  const { prisma } = database()
  const own = { id: token, certificateId: id, certificate: { userId } }
  const known = await prisma.certificateShare.findFirst({ where: own, select: { endedAt: true } })
  if (known === null) return false
  if (known.endedAt === null) {
    await prisma.$transaction([
      prisma.certificateShare.updateMany({ where: { ...own, endedAt: null }, data: { endedAt: now() } }),
      auditEntry({ actorId: userId, action: 'certificate.unshare', subject: id }),
    ])
  }
  return true
}

/** The links of the learner's own certificate that work now, the newest first. */
export async function listShares(userId: string, id: string): Promise<ShareRow[]> {
  const rows = await database().prisma.certificateShare.findMany({
    where: { certificateId: id, certificate: { userId }, ...atWork() },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(row => ({
    token: row.id,
    parts: readParts(row.parts),
    createdAt: row.createdAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }))
}

function atWork() {
  return { endedAt: null, endsAt: { gt: now() } }
}
