import type { Localized } from '#app/platform/language.ts'

/**
 * Everything that a certificate states, frozen at issue. The PDF, the page and the API are views of it.
 * The fields are the elements of a micro-credential in the Council Recommendation of 16 June 2022
 * on a European approach to micro-credentials (2022/C 243/02), Annex I.
 */
export type CertificateSnapshot = {
  version: 1
  /** 16 symbols without dashes. */
  id: string
  /** A demo certificate says so wherever it is shown. */
  demo: boolean
  learner: { name: string; nameLatin: string }
  course: { id: string; title: Localized; edition: number; editionName: Localized | null }
  issuer: {
    name: Localized
    legalName: Localized
    /** Registration number of the legal entity, with its scheme: 'ЕИК 000000000'. */
    legalId: Localized
    place: Localized
    country: Localized
    /** Host name that the employer should see in the address bar. */
    domain: string
  }
  /** UTC instant, ISO 8601. */
  issuedAt: string
  validUntil: string | null
  outcomes: { text: Localized; codes: string[] }[]
  /** What the codes of the outcomes are called, each once. Left out: issued before names were kept. */
  alignments?: { framework: string; code: string; name: Localized; url: string }[]
  /** Academic hours of 45 minutes. */
  workload: { academicHours: number; ects: number | null }
  level: { digcomp: number; eqf: number | null }
  assessment: {
    type: 'quiz' | 'exam'
    passPercent: number
    /** Percent of the points reached in the end, and with the first attempt at every question. */
    resultPercent: number
    firstAttemptPercent: number
    supervision: 'none' | 'identity-checked' | 'supervised'
  }
  participation: 'online' | 'on-site' | 'blended'
  qualityAssurance: Localized
  /** Upper-case address printed in the QR code. */
  verifyUrl: string
}
