import type { Course } from '#app/domain/courses/course.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { type RefresherStanding, readRefresher } from '#app/domain/learning/refresher.server.ts'
import { auditEntry } from '#app/platform/audit.server.ts'
import { now } from '#app/platform/clock.ts'
import { isMissingRow } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { buildSnapshot, validUntil } from './build-snapshot.ts'
import { createCertificate } from './create-certificate.server.ts'
import { lastOf, renewalOpensAt } from './renewal-window.ts'
import type { CertificateSnapshot } from './snapshot.ts'

export type RenewalRefusal =
  /** No such certificate of this learner, or of this course. */
  | 'unknown'
  /** Its course is offered no more, or its certificates have no end any more. */
  | 'not-offered'
  | 'revoked'
  | 'withdrawn'
  | 'superseded'
  | 'no-end'

export type RenewalView =
  | { ok: false; reason: RenewalRefusal }
  /** It was renewed: by that certificate. */
  | { ok: false; reason: 'renewed'; by: string }
  | { ok: false; reason: 'later'; from: string }
  | {
      ok: true
      refresher: RefresherStanding
      passPercent: number
      name: string
      nameLatin: string
      /** The end of the new certificate if it were issued now, ISO 8601. */
      newEnd: string | null
    }

type Renewing = { userId: string; id: string; course: Course }

/** What is left to do before a certificate can be renewed. */
export async function viewRenewal(renewing: Renewing): Promise<RenewalView> {
  const read = await readRenewal(renewing)
  if (!read.ok) return read
  const { course } = renewing
  return {
    ok: true,
    refresher: read.refresher,
    passPercent: course.assessment.passPercent,
    ...read.learner,
    newEnd: validUntil(now(), course.certificate.validMonths)?.toISOString() ?? null,
  }
}

export type RenewalResult =
  | { ok: true; id: string }
  | { ok: false; reason: RenewalRefusal | 'later' | 'not-done' }

/**
 * Issues the next certificate of a course after its refresher, on the same name. The last one stays valid to its end.
 * Asked for again, by a retry or many at once, it gives the one that came of it.
 */
export async function renewCertificate(renewing: Renewing & { publicUrl: string }): Promise<RenewalResult> {
  const { userId, id, course, publicUrl } = renewing
  const read = await readRenewal(renewing)
  if (!read.ok)
    return read.reason === 'renewed' ? { ok: true, id: read.by } : { ok: false, reason: read.reason }
  const { refresher, learner, place } = read
  if (!refresher.done) return { ok: false, reason: 'not-done' }
  const { resultPercent, firstAttemptPercent } = refresher
  const { prisma } = database()
  const made = await createUnlessChanged(
    { ...place, sequence: place.sequence + 1 },
    publicUrl,
    making =>
      buildSnapshot({
        ...making,
        demo: env().mode === 'demo',
        learner,
        course,
        edition: place.edition,
        resultPercent,
        firstAttemptPercent,
        issuer: { ...hub(), domain: new URL(publicUrl).host },
      }),
    by => [
      // Writes what stands there, so that one which is revoked or withdrawn meanwhile is not found, and not renewed.
      prisma.certificate.update({
        where: { id, revokedAt: null, withdrawnAt: null, supersededAt: null },
        data: { edition: place.edition },
        select: { id: true },
      }),
      auditEntry({ actorId: userId, action: 'certificate.renew', subject: id, details: { by } }),
    ],
  )
  if (made?.created) return { ok: true, id: made.id }
  // Whoever was first renewed it too, or did something after which it is renewed no more.
  const again = await readRenewal(renewing)
  if (again.ok) throw new Error(`The place after the certificate ${id} is neither free nor taken`)
  return again.reason === 'renewed' ? { ok: true, id: again.by } : { ok: false, reason: again.reason }
}

async function createUnlessChanged(
  ...making: Parameters<typeof createCertificate>
): Promise<{ id: string; created: boolean } | null> {
  try {
    return await createCertificate(...making)
  } catch (error) {
    if (!isMissingRow(error)) throw error
    return null
  }
}

type Reading =
  | Extract<RenewalView, { ok: false }>
  | {
      ok: true
      refresher: RefresherStanding
      learner: CertificateSnapshot['learner']
      place: { userId: string; courseId: string; edition: number; sequence: number }
    }

async function readRenewal({ userId, id, course }: Renewing): Promise<Reading> {
  const { prisma } = database()
  const row = await prisma.certificate.findFirst({
    where: { id, userId, courseId: course.id },
    omit: { pdf: true, credential: true },
  })
  if (row === null) return { ok: false, reason: 'unknown' }
  if (row.withdrawnAt !== null) return { ok: false, reason: 'withdrawn' }
  if (row.revokedAt !== null) return { ok: false, reason: 'revoked' }
  if (row.supersededAt !== null) return { ok: false, reason: 'superseded' }
  const place = { userId, courseId: row.courseId, edition: row.edition }
  const siblings = await prisma.certificate.findMany({
    where: place,
    omit: { pdf: true, credential: true },
    orderBy: { sequence: 'asc' },
  })
  const last = lastOf(siblings) ?? row
  if (last.id !== id) return { ok: false, reason: 'renewed', by: last.id }
  if (row.validUntil === null) return { ok: false, reason: 'no-end' }
  if (!countsAsOffer(course) || course.certificate.validMonths === null)
    return { ok: false, reason: 'not-offered' }
  const opensAt = renewalOpensAt(siblings)
  if (opensAt === null || now() < opensAt)
    return { ok: false, reason: 'later', from: (opensAt ?? row.validUntil).toISOString() }
  const { learner } = JSON.parse(row.snapshot) as CertificateSnapshot
  const refresher = await readRefresher(userId, course, opensAt)
  return { ok: true, refresher, learner, place: { ...place, sequence: row.sequence } }
}
