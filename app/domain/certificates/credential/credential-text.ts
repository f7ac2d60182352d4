import { type Language, type Localized, languages } from '#app/platform/language.ts'
import { type CertificateWording, certificateWording, type Fact } from '../certificate-wording.ts'
import { nbsp } from '../dates-and-numbers.ts'
import type { CertificateSnapshot } from '../snapshot.ts'

/**
 * Open Badges 3.0 gives a name or a description one plain string and no language. So a short text has both languages
 * in one line, „Управление на данни / Data management“, and a long one has a block of lines for each, Bulgarian first.
 * A line is `label: value` in the words of the certificate, and can be read back.
 */
const BETWEEN = ' / '

/** The facts that the texts of a credential state, by the label that they have in English. */
const labels = {
  issued: 'Date of issue',
  validity: 'Validity',
  workload: 'Workload',
  level: 'Level',
  participation: 'Participation',
  assessment: 'Assessment',
  result: 'Result',
  supervision: 'Supervision',
  awardingBody: 'Awarding body',
  quality: 'Quality assurance',
} as const

export type CredentialTexts = {
  /** What stands before the names in a demo: '' otherwise. */
  mark: string
  name: string
  /** Of the credential: when, for how long, how well. */
  statement: string
  /** Of the achievement: what was learned. */
  achievement: string
  /** How it is earned. */
  criteria: string
  /** Who stands behind it. */
  awardingBody: string
  resultNames: { final: string; firstAttempt: string }
}

/** All texts of a credential, in both languages. */
export function credentialTexts(snapshot: CertificateSnapshot): CredentialTexts {
  const wording = certificateWording(snapshot)
  const meaning = (language: Language) => (wording.demo === null ? [] : [wording.demo.meaning[language]])
  const facts = (language: Language, ...names: (keyof typeof labels)[]) =>
    names.map(name => lineOf(factNamed(wording, labels[name]), language))
  return {
    mark: wording.demo === null ? '' : `${wording.demo.mark}: `,
    name: inOneLine(wording.course),
    statement: blocks(language => [
      ...meaning(language),
      ...facts(language, 'issued', 'validity', 'result'),
      lineOf({ label: wording.verification.label, value: bothLanguages(wording.verifyAddress) }, language),
    ]),
    achievement: blocks(language => [
      ...meaning(language),
      wording.edition[language],
      ...facts(language, 'workload', 'level'),
      `${wording.outcomesTitle[language]}:`,
      ...wording.outcomes.map(({ text }, index) => `${index + 1}. ${text[language]}`),
    ]),
    criteria: blocks(language => facts(language, 'assessment', 'supervision', 'participation')),
    awardingBody: blocks(language => facts(language, 'awardingBody', 'quality')),
    resultNames: {
      final: inOneLine({ bg: 'Процент от точките', en: 'Percent of the points' }),
      firstAttempt: inOneLine({ bg: 'Процент от първи опит', en: 'Percent at first attempt' }),
    },
  }
}

/** „Управление на данни / Data management“; once where both are the same. */
export function inOneLine({ bg, en }: Localized): string {
  return bg === en ? bg : `${bg}${BETWEEN}${en}`
}

/** The two languages of such a line. Titles that hold the sign between them do so in both languages. */
export function splitLine(line: string): Localized {
  const parts = line.split(BETWEEN)
  const middle = Math.ceil(parts.length / 2)
  const bg = parts.slice(0, middle).join(BETWEEN)
  return { bg, en: parts.length === 1 ? bg : parts.slice(middle).join(BETWEEN) }
}

function bothLanguages(text: string): Localized {
  return { bg: text, en: text }
}

function blocks(linesOf: (language: Language) => string[]): string {
  return languages
    .map(language => linesOf(language).join('\n'))
    .join('\n\n')
    .replaceAll(nbsp, ' ')
}

function lineOf({ label, value }: Fact, language: Language): string {
  return `${label[language]}: ${value[language]}`
}

function factNamed({ facts, assurances }: CertificateWording, label: string): Fact {
  const found = [...facts, ...assurances].find(fact => fact.label.en === label)
  if (found === undefined) throw new Error(`The wording of certificates has no "${label}"`)
  return found
}
