import { now } from '#app/platform/clock.ts'
import { isMissingRow } from '#app/platform/database-errors.ts'
import { database } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { createCertificate } from './create-certificate.server.ts'
import { type CorrectionRefusal, refuseCorrection } from './may-correct.ts'
import { type NameFault, readName } from './read-name.server.ts'
import type { CertificateSnapshot } from './snapshot.ts'
import { tellVerifiers } from './tell-verifiers.server.ts'

export type CorrectionResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'unknown' | CorrectionRefusal }
  /** The name is the one that it has. */
  | { ok: false; reason: 'same' }
  | ({ ok: false; field: 'name' | 'nameLatin' } & NameFault)

type Correcting = { userId: string; id: string; name: string; nameLatin: string; publicUrl: string }

/** Another request took the place in between. Twice is possible; more often nobody asks at once. */
const MOST_TRIES = 5

/**
 * Issues a certificate with another name in place of one, which is superseded in the same transaction. Everything
 * else that it states stays as it was, its end included. Asked for again, by a retry or many at once, it gives the
 * one certificate that came of it.
 */
export async function correctName(correcting: Correcting): Promise<CorrectionResult> {
  const name = readName(correcting.name)
  if (!name.ok) return { ...name, field: 'name' }
  const nameLatin = readName(correcting.nameLatin)
  if (!nameLatin.ok) return { ...nameLatin, field: 'nameLatin' }
  const learner = { name: name.name, nameLatin: nameLatin.name }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const result = await tryToCorrect(correcting, learner)
    if (result !== null) return result
  }
  throw new Error(`The name on the certificate ${correcting.id} could not be corrected`)
}

/** null when the certificate, or the place after it, was changed by somebody else meanwhile. */
async function tryToCorrect(
  { userId, id, publicUrl }: Correcting,
  learner: CertificateSnapshot['learner'],
): Promise<CorrectionResult | null> {
  const { prisma } = database()
  const row = await prisma.certificate.findFirst({
    where: { id, userId },
    omit: { pdf: true, credential: true },
  })
  if (row === null) return { ok: false, reason: 'unknown' }
  const siblings = await prisma.certificate.findMany({
    where: { userId, courseId: row.courseId, edition: row.edition },
    omit: { pdf: true, credential: true },
    orderBy: { sequence: 'asc' },
  })
  const snapshot = JSON.parse(row.snapshot) as CertificateSnapshot
  const refusal = refuseCorrection(row, siblings, now())
  if (
    refusal === 'superseded' &&
    isNamed(
      siblings.find(({ id: other }) => other === row.supersededById),
      learner,
    )
  )
    return { ok: true, id: row.supersededById ?? id }
  if (refusal !== null) return { ok: false, reason: refusal }
  if (isNamed(row, learner)) return { ok: false, reason: 'same' }
  try {
    const { courseId, edition, sequence } = row
    const made = await createCertificate(
      { userId, courseId, edition, sequence: sequence + 1 },
      publicUrl,
      ({ id: number, issuedAt, verifyUrl }) => ({
        ...snapshot,
        id: number,
        issuedAt: issuedAt.toISOString(),
        verifyUrl,
        learner,
        demo: snapshot.demo || env().mode === 'demo',
        issuer: { ...snapshot.issuer, domain: new URL(publicUrl).host },
      }),
      by => [
        // Not found when it was revoked, withdrawn or corrected meanwhile: then nothing of this is kept.
        prisma.certificate.update({
          where: { id, supersededAt: null, revokedAt: null, withdrawnAt: null },
          data: { supersededAt: now(), supersededById: by },
        }),
        ...tellVerifiers(row.statusList, {
          actorId: userId,
          action: 'certificate.correct',
          subject: id,
          details: { by },
        }),
      ],
    )
    return made.created ? { ok: true, id: made.id } : null
  } catch (error) {
    if (!isMissingRow(error)) throw error
    return null
  }
}

function isNamed(
  row: { snapshot: string } | undefined,
  { name, nameLatin }: CertificateSnapshot['learner'],
): boolean {
  if (row === undefined) return false
  const { learner } = JSON.parse(row.snapshot) as CertificateSnapshot
  return learner.name === name && learner.nameLatin === nameLatin
}
