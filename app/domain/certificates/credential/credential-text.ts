import { type Language, type Localized, languages } from '#app/platform/language.ts'
import { type CertificateWording, certificateWording, type Fact } from '../certificate-wording.ts'
import { nbsp } from '../dates-and-numbers.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import { demoMark, inOneLine, labels } from './credential-lines.ts'

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
  const facts = (language: Language, ...englishLabels: string[]) =>
    englishLabels.map(label => lineOf(factNamed(wording, label), language))
  return {
    mark: wording.demo === null ? '' : demoMark,
    name: inOneLine(wording.course),
    statement: blocks(language => [
      ...meaning(language),
      ...facts(language, 'Date of issue', 'Validity', 'Result'),
      lineOf({ label: wording.verification.label, value: bothLanguages(wording.verifyAddress) }, language),
    ]),
    achievement: blocks(language => [
      ...meaning(language),
      wording.edition[language],
      ...facts(language, labels.workload.en, labels.level.en),
      `${wording.outcomesTitle[language]}:`,
      ...wording.outcomes.map(({ text }, index) => `${index + 1}. ${text[language]}`),
    ]),
    criteria: blocks(language => facts(language, 'Assessment', 'Supervision', 'Participation')),
    awardingBody: blocks(language => facts(language, 'Awarding body', 'Quality assurance')),
    resultNames: {
      final: inOneLine({ bg: 'Процент от точките', en: 'Percent of the points' }),
      firstAttempt: inOneLine({ bg: 'Процент от първи опит', en: 'Percent at first attempt' }),
    },
  }
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
