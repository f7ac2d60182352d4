import type { CertificateSnapshot } from './snapshot.ts'

/** Snapshots of invented people and courses, for tests and for looking at the certificate. */
export const normalSample: CertificateSnapshot = {
  version: 1,
  id: 'J58E5J8JPRY7K5S2',
  demo: false,
  learner: { name: 'Амина Димитрова Петрова', nameLatin: 'Amina Dimitrova Petrova' },
  course: {
    id: 'cybersecurity-essentials',
    title: {
      bg: 'Киберсигурност за малки и средни предприятия',
      en: 'Cybersecurity for small and medium-sized enterprises',
    },
    edition: 2,
    editionName: { bg: 'есен 2026', en: 'autumn 2026' },
  },
  issuer: {
    name: { bg: 'ЕЦИХ „Загоре“', en: 'EDIH Zagore' },
    legalName: { bg: 'ЕЦИХ „Загоре“ (примерни данни)', en: 'EDIH Zagore (sample data)' },
    legalId: { bg: 'ЕИК 000000000', en: 'UIC 000000000' },
    place: { bg: 'Стара Загора', en: 'Stara Zagora' },
    country: { bg: 'България', en: 'Bulgaria' },
    domain: 'academy.example.org',
  },
  issuedAt: '2026-11-22T09:30:00.000Z',
  validUntil: null,
  outcomes: [
    {
      text: {
        bg: 'Разпознава най-честите заплахи за едно малко предприятие и обяснява какво търсят нападателите.',
        en: 'Recognises the commonest threats to a small enterprise and explains what attackers are after.',
      },
      codes: ['DigComp 2.2: 4.1'],
    },
    {
      text: {
        bg: 'Избира устойчиви пароли и включва втори фактор там, където той пази най-много.',
        en: 'Chooses strong passwords and turns on a second factor where it protects most.',
      },
      codes: ['DigComp 2.2: 4.1', 'DigComp 2.2: 4.2'],
    },
    {
      text: {
        bg: 'Открива фишинг в писма и съобщения и постъпва правилно, когато някой вече е отворил връзката.',
        en: 'Spots phishing in mail and messages and acts rightly once somebody has opened the link.',
      },
      codes: ['DigComp 2.2: 4.1'],
    },
    {
      text: {
        bg: 'Урежда резервни копия по правилото 3-2-1 и проверява, че могат да се възстановят.',
        en: 'Sets up backups by the 3-2-1 rule and checks that they can be restored.',
      },
      codes: ['DigComp 2.2: 4.1'],
    },
    {
      text: {
        bg: 'Преценява кога пробивът трябва да се съобщи и спазва срока от 72 часа.',
        en: 'Judges when a breach must be reported and keeps the limit of 72 hours.',
      },
      codes: ['DigComp 2.2: 4.2'],
    },
  ],
  alignments: [
    {
      framework: 'DigComp 2.2',
      code: '4.1',
      name: { bg: 'Защита на устройствата', en: 'Protecting devices' },
      url: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415',
    },
    {
      framework: 'DigComp 2.2',
      code: '4.2',
      name: {
        bg: 'Защита на личните данни и неприкосновеността',
        en: 'Protecting personal data and privacy',
      },
      url: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415',
    },
  ],
  workload: { academicHours: 12, ects: 0.4 },
  level: { digcomp: 4, eqf: 4 },
  assessment: {
    type: 'exam',
    passPercent: 70,
    resultPercent: 91,
    firstAttemptPercent: 76.5,
    supervision: 'none',
  },
  participation: 'online',
  qualityAssurance: {
    bg: 'Вътрешен преглед на съдържанието и автоматична проверка на всяко издание',
    en: 'Internal review of the content and automatic checks of every edition',
  },
  verifyUrl: 'HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2',
}

export const demoSample: CertificateSnapshot = { ...normalSample, demo: true }

/** The shortest plausible certificate: nothing optional, one outcome, a name in Latin letters. */
export const shortSample: CertificateSnapshot = {
  ...normalSample,
  id: 'TFYCAFEVBA28NP3C',
  learner: { name: 'Li Wu', nameLatin: 'Li Wu' },
  course: {
    ...normalSample.course,
    id: 'data-management',
    title: { bg: 'Управление на данни', en: 'Data management' },
    edition: 1,
    editionName: null,
  },
  validUntil: '2028-11-22T22:00:00.000Z',
  outcomes: normalSample.outcomes.slice(0, 1),
  workload: { academicHours: 1, ects: null },
  level: { digcomp: 1, eqf: null },
  assessment: {
    type: 'quiz',
    passPercent: 60,
    resultPercent: 100,
    firstAttemptPercent: 100,
    supervision: 'supervised',
  },
  participation: 'on-site',
  verifyUrl: 'HTTPS://ACADEMY.EXAMPLE.ORG/V/TFYCAFEVBA28NP3C',
}

const longName = 'Александрина-Мария Константинова Хаджидимитрова-Щъркелова '.repeat(4).trim().slice(0, 200)

/** The longest name that `checkName` lets through, with a transliteration longer than itself. */
export const longestNameSample: CertificateSnapshot = {
  ...normalSample,
  learner: {
    name: longName,
    nameLatin: 'Aleksandrina-Maria Konstantinova Hadzhidimitrova-Shtarkelova '.repeat(4).trim().slice(0, 200),
  },
}

/** The widest name there can be: no space to break it at, the widest letter of the alphabet. */
export const unbreakableNameSample: CertificateSnapshot = {
  ...normalSample,
  learner: { name: 'Щ'.repeat(200), nameLatin: 'W'.repeat(200) },
}

const longOutcome = {
  bg: 'Анализира сложни ситуации, в които изискванията за сигурност, поверителност и непрекъсваемост на дейността си противоречат, предлага обосновано решение на ръководството и описва остатъчния риск на достъпен език.',
  en: 'Analyses complex situations in which the requirements of security, privacy and continuity contradict each other, proposes a reasoned solution to the management and describes the residual risk in plain language.',
}

/** Twelve outcomes of the length that real courses have. */
export const twelveOutcomesSample: CertificateSnapshot = {
  ...normalSample,
  outcomes: Array.from({ length: 12 }, (_, index) => ({
    text: normalSample.outcomes[index % normalSample.outcomes.length]?.text ?? longOutcome,
    codes: ['DigComp 2.2: 4.1'],
  })),
}

/** Twelve outcomes of about two hundred characters each. */
export const longOutcomesSample: CertificateSnapshot = {
  ...normalSample,
  outcomes: Array.from({ length: 12 }, () => ({
    text: longOutcome,
    codes: ['DigComp 2.2: 4.1', 'DigComp 2.2: 4.2', 'e-CF: D.1'],
  })),
}

/** Everything at its longest at the same time, in a demo. */
export const everythingLongSample: CertificateSnapshot = {
  ...longOutcomesSample,
  demo: true,
  learner: longestNameSample.learner,
  course: {
    id: 'a-course-whose-identifier-is-as-long-as-its-author-had-patience-for',
    title: {
      bg: 'Въведение в киберсигурността, управлението на данни и високопроизводителните изчисления за малки и средни предприятия, общини, училища и изследователски организации от Югоизточния район на България',
      en: 'Introduction to cybersecurity, data management and high-performance computing for small and medium-sized enterprises, municipalities, schools and research organisations of the South-East region of Bulgaria',
    },
    edition: 12,
    editionName: {
      bg: 'за преподаватели по професионална подготовка, есен 2026',
      en: 'for teachers of vocational training, autumn 2026',
    },
  },
  issuer: {
    ...normalSample.issuer,
    name: {
      bg: 'Европейски цифров иновационен хъб на Югоизточния район „Загоре“',
      en: 'European Digital Innovation Hub of the South-East region Zagore',
    },
    legalName: {
      bg: 'Сдружение с нестопанска цел „Европейски цифров иновационен хъб на Югоизточния район Загоре“ (примерни данни)',
      en: 'Non-profit association European Digital Innovation Hub of the South-East region Zagore (sample data)',
    },
    domain: 'academy.digital-innovation-hub.example.org',
  },
  validUntil: '2028-11-22T09:30:00.000Z',
  workload: { academicHours: 112.5, ects: 3.8 },
  level: { digcomp: 8, eqf: 7 },
  assessment: {
    type: 'quiz',
    passPercent: 66.7,
    resultPercent: 99.9,
    firstAttemptPercent: 88.8,
    supervision: 'none',
  },
  participation: 'blended',
  qualityAssurance: {
    bg: 'Вътрешен преглед на съдържанието от двама независими преподаватели, автоматична проверка на всяко издание, ежегодна външна оценка и публикуван отчет за удовлетвореността на участниците',
    en: 'Internal review of the content by two independent teachers, automatic checks of every edition, an external evaluation every year and a published report on the satisfaction of participants',
  },
  verifyUrl: 'HTTPS://ACADEMY.DIGITAL-INNOVATION-HUB.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2',
}

/** Characters that XML, PDF strings and names of PDF objects treat as special. */
export const hostileSample: CertificateSnapshot = {
  ...normalSample,
  learner: { name: '</rdf:li>&<x a="b">\' (скоба\\) %', nameLatin: '<&>"' },
}
