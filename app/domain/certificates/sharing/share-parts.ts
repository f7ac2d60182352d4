import type { CertificateSnapshot } from '../snapshot.ts'

/** What a holder may add to a share link. The name, the course, the issuer, the date and the state are always on it. */
export const shareParts = ['result', 'outcomes', 'workload', 'assessment', 'number'] as const

export type SharePart = (typeof shareParts)[number]

export function isSharePart(value: unknown): value is SharePart {
  return shareParts.some(part => part === value)
}

/** The chosen parts in one order, each once; what is stored and is no part is left out. */
export function readParts(stored: string): SharePart[] {
  const listed: unknown = JSON.parse(stored)
  return shareParts.filter(part => Array.isArray(listed) && listed.includes(part))
}

/** What a share link shows of a certificate: its keys are there only when they were chosen. */
export type SharedFacts = Pick<CertificateSnapshot, 'learner' | 'issuedAt' | 'validUntil' | 'demo'> & {
  course: Pick<CertificateSnapshot['course'], 'title'>
  issuer: Pick<CertificateSnapshot['issuer'], 'name' | 'legalName' | 'domain'>
  result?: Pick<
    CertificateSnapshot['assessment'],
    'type' | 'resultPercent' | 'firstAttemptPercent' | 'passPercent'
  >
  outcomes?: CertificateSnapshot['outcomes']
  workload?: { hours: CertificateSnapshot['workload']; level: CertificateSnapshot['level'] }
  assessment?: Pick<CertificateSnapshot['assessment'], 'type' | 'supervision'> &
    Pick<CertificateSnapshot, 'participation'>
  number?: string
}

/**
 * Copies what was chosen and nothing else: whatever is not named here never comes near a page. The result of an exam
 * says that there was one, as the result of questions does, because a result without what it is of says nothing.
 */
export function factsToShare(snapshot: CertificateSnapshot, parts: readonly SharePart[]): SharedFacts {
  const { assessment, issuer } = snapshot
  const { type, resultPercent, firstAttemptPercent, passPercent, supervision } = assessment
  return {
    demo: snapshot.demo,
    learner: { name: snapshot.learner.name, nameLatin: snapshot.learner.nameLatin },
    course: { title: snapshot.course.title },
    issuer: { name: issuer.name, legalName: issuer.legalName, domain: issuer.domain },
    issuedAt: snapshot.issuedAt,
    validUntil: snapshot.validUntil,
    ...(parts.includes('result') && { result: { type, resultPercent, firstAttemptPercent, passPercent } }),
    ...(parts.includes('outcomes') && { outcomes: snapshot.outcomes }),
    ...(parts.includes('workload') && { workload: { hours: snapshot.workload, level: snapshot.level } }),
    ...(parts.includes('assessment') && {
      assessment: { type, supervision, participation: snapshot.participation },
    }),
    ...(parts.includes('number') && { number: snapshot.id }),
  }
}
