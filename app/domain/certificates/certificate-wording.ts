import type { Language, Localized } from '#app/platform/language.ts'
import { dateInSofia, decimal, nbsp } from './dates-and-numbers.ts'
import { codesByFramework } from './framework-codes.ts'
import { formatIdentifier } from './identifier.ts'
import type { CertificateSnapshot } from './snapshot.ts'

export type Fact = { label: Localized; value: Localized }

/** Every line that a certificate shows, in both languages, in the order in which it is read. */
export type CertificateWording = {
  /** The certificate's number with dashes. */
  number: string
  issuer: Localized
  demo: { mark: string; meaning: Localized } | null
  title: Localized
  awardedTo: Localized
  name: string
  /** Null when it would repeat the name. */
  nameLatin: string | null
  completed: Localized
  course: Localized
  edition: Localized
  /** What was learned how, each in a few words. */
  facts: Fact[]
  outcomesTitle: Localized
  outcomes: { text: Localized; codes: string | null }[]
  /** Who stands behind it: longer statements. */
  assurances: Fact[]
  verification: Fact
  /** The address in the code, as a person would type it. */
  verifyAddress: string
  numberLabel: Localized
  qrDescription: string
  linkDescription: string
}

/**
 * Names of the four bands of the eight proficiency levels in DigComp 2.2
 * (https://publications.jrc.ec.europa.eu/repository/handle/JRC128415, 2022).
 */
const digcompBands: readonly Localized[] = [
  { bg: 'основно', en: 'foundation' },
  { bg: 'средно', en: 'intermediate' },
  { bg: 'напреднало', en: 'advanced' },
  { bg: 'високоспециализирано', en: 'highly specialised' },
]

const assessments: Record<CertificateSnapshot['assessment']['type'], Localized> = {
  quiz: { bg: 'тестове към уроците', en: 'quizzes in the lessons' },
  exam: { bg: 'изпит', en: 'exam' },
}

const supervisions: Record<CertificateSnapshot['assessment']['supervision'], Localized> = {
  none: {
    bg: `без проверка на самоличността и${nbsp}без${nbsp}наблюдение`,
    en: 'no identity check and no supervision',
  },
  'identity-checked': {
    bg: `с проверка на самоличността, без${nbsp}наблюдение`,
    en: 'identity check, no supervision',
  },
  supervised: { bg: 'под наблюдение', en: 'supervised' },
}

const participations: Record<CertificateSnapshot['participation'], Localized> = {
  online: { bg: 'онлайн', en: 'online' },
  'on-site': { bg: 'присъствено', en: 'on site' },
  blended: { bg: 'смесено: присъствено и онлайн', en: 'blended: on site and online' },
}

/** All wording of a certificate. Pure: the snapshot alone decides. */
export function certificateWording(snapshot: CertificateSnapshot): CertificateWording {
  const { learner, course, issuer, assessment } = snapshot
  const number = formatIdentifier(snapshot.id)
  const verifyAddress = typedAddress(snapshot)
  return {
    number,
    issuer: issuer.name,
    demo: snapshot.demo
      ? {
          mark: 'ДЕМО · DEMO',
          meaning: { bg: 'Примерно удостоверение без стойност', en: 'Sample certificate without value' },
        }
      : null,
    title: { bg: 'Удостоверение', en: 'Certificate' },
    awardedTo: { bg: 'се издава на', en: 'is awarded to' },
    name: learner.name,
    nameLatin: learner.nameLatin === learner.name ? null : learner.nameLatin,
    completed: { bg: 'за успешно завършен курс', en: 'for successfully completing the course' },
    course: course.title,
    edition: editionLine(course),
    facts: [
      { label: { bg: 'Дата на издаване', en: 'Date of issue' }, value: dateInSofia(snapshot.issuedAt) },
      {
        label: { bg: 'Валидност', en: 'Validity' },
        value:
          snapshot.validUntil === null ? { bg: 'безсрочно', en: 'no expiry' } : until(snapshot.validUntil),
      },
      { label: { bg: 'Обем', en: 'Workload' }, value: workload(snapshot.workload) },
      { label: { bg: 'Ниво', en: 'Level' }, value: level(snapshot.level) },
      {
        label: { bg: 'Форма на участие', en: 'Participation' },
        value: participations[snapshot.participation],
      },
      { label: { bg: 'Оценяване', en: 'Assessment' }, value: assessmentLine(assessment) },
      { label: { bg: 'Резултат', en: 'Result' }, value: resultLine(assessment) },
      { label: { bg: 'Наблюдение', en: 'Supervision' }, value: supervisions[assessment.supervision] },
    ],
    outcomesTitle: { bg: 'Резултати от обучението', en: 'Learning outcomes' },
    outcomes: snapshot.outcomes.map(({ text, codes }) => ({ text, codes: codesByFramework(codes) })),
    assurances: [
      { label: { bg: 'Издател', en: 'Awarding body' }, value: awardingBody(issuer) },
      {
        label: { bg: 'Осигуряване на качеството', en: 'Quality assurance' },
        value: snapshot.qualityAssurance,
      },
    ],
    verification: {
      label: { bg: 'Проверка', en: 'Verification' },
      value: {
        bg: `Файлът е с електронен печат. Сканирайте кода или отворете адреса и вярвайте само на страница от ${issuer.domain}.`,
        en: `The file bears an electronic seal. Scan the code or open the address, and trust only a page of ${issuer.domain}.`,
      },
    },
    verifyAddress,
    numberLabel: { bg: 'Удостоверение №', en: 'Certificate No.' },
    qrDescription: `QR код с адреса за проверка на удостоверението: ${snapshot.verifyUrl}`,
    linkDescription: `Проверка на удостоверение ${number} / Verify certificate ${number}`,
  }
}

/** The note that stands on the first page in place of outcomes that did not fit there. */
export function continuedOn(page: number): Localized {
  return {
    bg: `Резултатите от обучението са на страница ${page}.`,
    en: `The learning outcomes are on page ${page}.`,
  }
}

export function pageOf(page: number, pages: number): Localized {
  return { bg: `Страница ${page} от ${pages}`, en: `Page ${page} of ${pages}` }
}

function until(instant: string): Localized {
  const day = dateInSofia(instant)
  return { bg: `до ${day.bg}`, en: `until ${day.en}` }
}

function workload({ academicHours, ects }: CertificateSnapshot['workload']): Localized {
  const hours = {
    bg: `${decimal(academicHours, 'bg')}${nbsp}${academicHours === 1 ? 'учебен час' : 'учебни часа'} по 45${nbsp}минути`,
    en: `${decimal(academicHours, 'en')}${nbsp}${academicHours === 1 ? 'hour' : 'hours'} of 45${nbsp}minutes`,
  }
  if (ects === null) return hours
  return {
    bg: `${hours.bg}, ${decimal(ects, 'bg')}${nbsp}${ects === 1 ? 'кредит' : 'кредита'}${nbsp}ECTS`,
    en: `${hours.en}, ${decimal(ects, 'en')}${nbsp}ECTS${nbsp}${ects === 1 ? 'credit' : 'credits'}`,
  }
}

function level({ digcomp, eqf }: CertificateSnapshot['level']): Localized {
  const band = digcompBands[Math.ceil(digcomp / 2) - 1]
  const digital = {
    bg: `DigComp${nbsp}2.2: ниво${nbsp}${digcomp} от${nbsp}8${band ? ` (${band.bg})` : ''}`,
    en: `DigComp${nbsp}2.2: level${nbsp}${digcomp} of${nbsp}8${band ? ` (${band.en})` : ''}`,
  }
  if (eqf === null) return digital
  return {
    bg: `${digital.bg}, ЕКР:${nbsp}ниво${nbsp}${eqf}`,
    en: `${digital.en}, EQF:${nbsp}level${nbsp}${eqf}`,
  }
}

function assessmentLine({ type, passPercent }: CertificateSnapshot['assessment']): Localized {
  return {
    bg: `${assessments[type].bg}, праг ${percent(passPercent, 'bg')}`,
    en: `${assessments[type].en}, pass mark ${percent(passPercent, 'en')}`,
  }
}

function resultLine(assessment: CertificateSnapshot['assessment']): Localized {
  const { type, resultPercent, firstAttemptPercent } = assessment
  // First attempts are those of the questions in lessons, and say nothing of an exam.
  if (type === 'exam') {
    return {
      bg: `${percent(resultPercent, 'bg')} от точките`,
      en: `${percent(resultPercent, 'en')} of the points`,
    }
  }
  return {
    bg: `${percent(resultPercent, 'bg')} от точките; ${percent(firstAttemptPercent, 'bg')}${nbsp}от${nbsp}първи${nbsp}опит`,
    en: `${percent(resultPercent, 'en')} of the points; ${percent(firstAttemptPercent, 'en')}${nbsp}at${nbsp}first${nbsp}attempt`,
  }
}

function percent(value: number, language: Language): string {
  return language === 'bg' ? `${decimal(value, 'bg')}${nbsp}%` : `${decimal(value, 'en')}%`
}

function editionLine({ id, edition, editionName }: CertificateSnapshot['course']): Localized {
  return {
    bg: `Издание ${edition}${editionName ? ` (${editionName.bg})` : ''} · код на курса ${id}`,
    en: `Edition ${edition}${editionName ? ` (${editionName.en})` : ''} · course code ${id}`,
  }
}

function awardingBody({ legalName, legalId, place, country }: CertificateSnapshot['issuer']): Localized {
  return {
    bg: `${legalName.bg}, ${unbroken(legalId.bg)}, ${place.bg}, ${country.bg}`,
    en: `${legalName.en}, ${unbroken(legalId.en)}, ${place.en}, ${country.en}`,
  }
}

/** A registration number stays with its scheme: „ЕИК 000000000“. */
function unbroken(legalId: string): string {
  return legalId.replace(/ (?=\d)/gu, nbsp)
}

/** Upper case is for the QR code alone; all of our paths are lower case, and only the number keeps its capitals. */
function typedAddress({ verifyUrl, id }: CertificateSnapshot): string {
  const address = verifyUrl.replace(/^https?:\/\//iu, '')
  const beforeNumber = address.endsWith(id) ? address.slice(0, -id.length) : address
  return beforeNumber.toLowerCase() + address.slice(beforeNumber.length)
}
