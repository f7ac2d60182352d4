import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleCourse } from '#tests/factories.ts'
import { buildSnapshot, validUntil } from './build-snapshot.ts'

const both = (text: string) => ({ bg: text, en: `${text} (en)` })

const issuer = {
  name: both('Примерен хъб'),
  legalName: both('Примерен хъб (измислен)'),
  legalId: both('ЕИК 000000000'),
  place: both('Стара Загора'),
  country: both('България'),
  domain: 'academy.example.org',
  qualityAssurance: both('Вътрешен преглед'),
}

const facts: Parameters<typeof buildSnapshot>[0] = {
  id: 'J58E5J8JPRY7K5S2',
  demo: false,
  learner: { name: 'Амина Примерова', nameLatin: 'Amina Primerova' },
  course: { ...sampleCourse, edition: 3, editionName: both('есен 2026') },
  edition: 3,
  resultPercent: 91,
  firstAttemptPercent: 76,
  issuer,
  issuedAt: new Date('2026-11-22T09:30:00.000Z'),
  verifyUrl: 'HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2',
}

describe('a snapshot', () => {
  test('states everything that the certificate says', () => {
    const { qualityAssurance, ...body } = issuer
    expect(buildSnapshot(facts)).toEqual({
      version: 1,
      id: facts.id,
      demo: false,
      learner: facts.learner,
      course: { id: 'sample', title: sampleCourse.title, edition: 3, editionName: both('есен 2026') },
      issuer: body,
      issuedAt: '2026-11-22T09:30:00.000Z',
      validUntil: '2027-11-22T09:30:00.000Z',
      outcomes: [{ text: both('Избира парола'), codes: ['DigComp 2.2: 4.1'] }],
      alignments: [
        {
          framework: 'DigComp 2.2',
          code: '4.1',
          name: both('Защита на устройствата'),
          url: 'https://example.org/d',
        },
      ],
      workload: { academicHours: 2, ects: null },
      level: { digcomp: 3, eqf: null },
      assessment: {
        type: 'quiz',
        passPercent: 70,
        resultPercent: 91,
        firstAttemptPercent: 76,
        supervision: 'none',
      },
      participation: 'online',
      qualityAssurance,
      verifyUrl: facts.verifyUrl,
    })
  })

  test('holds nothing of the hub or the course that the certificate does not say', () => {
    const chatty = {
      ...facts,
      issuer: { ...issuer, email: 'hub@example.org', address: both('ул. Примерна 1') },
    }
    expect(JSON.stringify(buildSnapshot(chatty))).not.toMatch(/hub@example\.org|ул\. Примерна|четири думи/)
  })

  test('survives being stored as JSON', () => {
    const snapshot = buildSnapshot(facts)
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
  })

  test('names the edition that the learner began with, and not the name of a later one', () => {
    const { course } = buildSnapshot({ ...facts, edition: 2 })
    expect(course).toMatchObject({ edition: 2, editionName: null })
  })

  test('names the framework of every code', () => {
    const outcome = {
      id: 'LO1',
      text: both('Умее'),
      digcomp: ['4.1', '4.2'],
      ecf: ['D.1'],
      ecsf: ['CISO'],
      hpccf: ['HPC-1'],
      esco: ['S5.6.1'],
    }
    expect(buildSnapshot({ ...facts, course: { ...sampleCourse, outcomes: [outcome] } }).outcomes).toEqual([
      {
        text: both('Умее'),
        codes: [
          'DigComp 2.2: 4.1',
          'DigComp 2.2: 4.2',
          'HPCCF: HPC-1',
          'e-CF: D.1',
          'ECSF: CISO',
          'ESCO: S5.6.1',
        ],
      },
    ])
  })

  test('names every code once, and lets a code that no list has stand for itself', () => {
    const outcome = (id: string) => ({ id, text: both('Умее'), digcomp: ['4.1'], hpccf: [], ecsf: [] })
    const concept = 'http://data.europa.eu/esco/skill/000'
    const outcomes = [
      { ...outcome('LO1'), ecf: ['D.1'], esco: [concept] },
      { ...outcome('LO2'), ecf: ['D.1'], esco: [] },
    ]
    const { alignments } = buildSnapshot({ ...facts, course: { ...sampleCourse, outcomes } })
    expect(alignments?.map(({ framework, name, url }) => [framework, name.bg, url])).toEqual([
      ['DigComp 2.2', 'Защита на устройствата', 'https://example.org/d'],
      ['e-CF', 'D.1', 'https://ecfexplorer.itprofessionalism.org/'],
      ['ESCO', concept, concept],
    ])
  })

  test('has no end where the course sets none', () => {
    const course = { ...sampleCourse, certificate: { validMonths: null } }
    expect(buildSnapshot({ ...facts, course }).validUntil).toBeNull()
  })
})

describe('the end of validity', () => {
  test.each([
    ['2026-11-22T09:30:00.000Z', 12, '2027-11-22T09:30:00.000Z'],
    ['2026-11-30T23:59:59.999Z', 3, '2027-02-28T23:59:59.999Z'],
    ['2027-11-30T00:00:00.000Z', 3, '2028-02-29T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 12, '2029-02-28T12:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 48, '2032-02-29T12:00:00.000Z'],
    ['2026-01-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2026-03-31T00:00:00.000Z', 1, '2026-04-30T00:00:00.000Z'],
    ['2026-10-31T00:00:00.000Z', 4, '2027-02-28T00:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', 1, '2027-01-31T00:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', 2, '2027-02-28T00:00:00.000Z'],
    ['2026-08-31T00:00:00.000Z', 600, '2076-08-31T00:00:00.000Z'],
  ])('of %s and %d months is %s', (issued, months, end) => {
    expect(validUntil(new Date(issued), months)?.toISOString()).toBe(end)
  })

  test('does not move the date of issue', () => {
    const issuedAt = new Date('2026-01-31T00:00:00.000Z')
    validUntil(issuedAt, 1)
    expect(issuedAt.toISOString()).toBe('2026-01-31T00:00:00.000Z')
  })

  test('lies in the right month, on the same day or on the last of the month', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 600 }), (issuedAt, months) => {
        const end = validUntil(issuedAt, months)
        if (end === null) throw new Error('There is an end')
        const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth()
        expect(monthOf(end)).toBe(monthOf(issuedAt) + months)
        const nextDay = new Date(end.getTime() + 86_400_000)
        if (end.getUTCDate() !== issuedAt.getUTCDate()) expect(nextDay.getUTCDate()).toBe(1)
      }),
    )
  })
})
