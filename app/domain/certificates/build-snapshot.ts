import type { Course, Outcome } from '#app/domain/courses/course.ts'
import type { Localized } from '#app/platform/language.ts'
import { addressOfCode } from './credential/framework-address.ts'
import type { CertificateSnapshot } from './snapshot.ts'

type Facts = {
  id: string
  demo: boolean
  learner: { name: string; nameLatin: string }
  course: Course
  /** The edition that the learner began with. */
  edition: number
  resultPercent: number
  firstAttemptPercent: number
  issuer: {
    name: Localized
    legalName: Localized
    legalId: Localized
    place: Localized
    country: Localized
    domain: string
    qualityAssurance: Localized
  }
  issuedAt: Date
  verifyUrl: string
}

/** Gathers everything that a certificate states. From here on nothing is read from the course or the profile again. */
export function buildSnapshot(facts: Facts): CertificateSnapshot {
  const { course, issuer } = facts
  const { qualityAssurance, name, legalName, legalId, place, country, domain } = issuer
  return {
    version: 1,
    id: facts.id,
    demo: facts.demo,
    learner: facts.learner,
    course: {
      id: course.id,
      title: course.title,
      edition: facts.edition,
      // The course knows the name of its present edition only.
      editionName: facts.edition === course.edition ? course.editionName : null,
    },
    issuer: { name, legalName, legalId, place, country, domain },
    issuedAt: facts.issuedAt.toISOString(),
    validUntil: validUntil(facts.issuedAt, course.certificate.validMonths)?.toISOString() ?? null,
    outcomes: course.outcomes.map(outcome => ({ text: outcome.text, codes: codesOf(outcome) })),
    alignments: alignmentsIn(course),
    workload: course.workload,
    level: { digcomp: course.level, eqf: course.eqf },
    assessment: {
      type: course.assessment.type,
      passPercent: course.assessment.passPercent,
      resultPercent: facts.resultPercent,
      firstAttemptPercent: facts.firstAttemptPercent,
      supervision: course.assessment.supervision,
    },
    participation: course.participation,
    qualityAssurance,
    verifyUrl: facts.verifyUrl,
  }
}

/** The same day so many months later; the last of the month where that day does not exist. UTC. */
export function validUntil(issuedAt: Date, months: number | null): Date | null {
  if (months === null) return null
  const end = new Date(issuedAt)
  end.setUTCMonth(end.getUTCMonth() + months)
  if (end.getUTCDate() !== issuedAt.getUTCDate()) end.setUTCDate(0)
  return end
}

/** How certificates call the frameworks, in the order in which they name them. */
const frameworks = [
  ['digcomp', 'DigComp 2.2'],
  ['hpccf', 'HPCCF'],
  ['ecf', 'e-CF'],
  ['ecsf', 'ECSF'],
  ['esco', 'ESCO'],
] as const

function codesOf(outcome: Outcome): string[] {
  return frameworks.flatMap(([field, name]) => outcome[field].map(code => `${name}: ${code}`))
}

/** A code of a framework that the hub has no list of stands for its own name. */
function alignmentsIn({ outcomes, codeNames }: Course): NonNullable<CertificateSnapshot['alignments']> {
  return frameworks.flatMap(([field, framework]) => {
    const codes = new Set(outcomes.flatMap(outcome => outcome[field]))
    return [...codes].map(code => {
      const known = codeNames.find(name => name.framework === field && name.code === code)
      const name = known?.name ?? { bg: code, en: code }
      return { framework, code, name, url: known?.source ?? addressOfCode(framework, code) }
    })
  })
}
