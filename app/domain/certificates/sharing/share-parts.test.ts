import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CertificateSnapshot } from '../snapshot.ts'
import { factsToShare, isSharePart, readParts, shareParts } from './share-parts.ts'

const both = (text: string) => ({ bg: text, en: `${text} (en)` })

/** Every value is a word of its own, so that one can be found wherever it comes to stand. */
const snapshot: CertificateSnapshot = {
  version: 1,
  id: 'J58E5J8JPRY7K5S2',
  demo: false,
  learner: { name: 'Амина', nameLatin: 'Amina' },
  course: { id: 'тайна-курс', title: both('Курс'), edition: 77, editionName: both('тайна-издание') },
  issuer: {
    name: both('Хъб'),
    legalName: both('Хъб ЕООД'),
    legalId: both('тайна-ЕИК'),
    place: both('тайна-място'),
    country: both('тайна-държава'),
    domain: 'academy.example.org',
  },
  issuedAt: '2026-11-22T12:00:00.000Z',
  validUntil: null,
  outcomes: [{ text: both('избрано-умение'), codes: ['избран-код'] }],
  workload: { academicHours: 1234, ects: null },
  level: { digcomp: 5678, eqf: null },
  assessment: {
    type: 'quiz',
    passPercent: 66,
    resultPercent: 91,
    firstAttemptPercent: 81,
    supervision: 'identity-checked',
  },
  participation: 'blended',
  qualityAssurance: both('тайна-качество'),
  verifyUrl: 'HTTPS://ACADEMY.EXAMPLE.ORG/V/J58E5J8JPRY7K5S2',
}

/** What must be seen when a part was chosen, and must not when it was not. */
const traces = {
  result: ['91', '81'],
  outcomes: ['избрано-умение', 'избран-код'],
  workload: ['1234', '5678'],
  assessment: ['identity-checked', 'blended'],
  number: ['J58E5J8JPRY7K5S2'],
}

test('a link shows the chosen parts and never anything else', () => {
  fc.assert(
    fc.property(fc.subarray([...shareParts]), parts => {
      const shown = JSON.stringify(factsToShare(snapshot, parts))
      for (const part of shareParts) {
        for (const trace of traces[part]) expect(shown.includes(trace), trace).toBe(parts.includes(part))
      }
      expect(shown).not.toMatch(/тайна|77|ACADEMY/)
      for (const always of ['Амина', 'Amina', 'Курс', 'Хъб', '2026-11-22T12:00:00.000Z'])
        expect(shown).toContain(always)
    }),
  )
})

test('parts are read in one order, each once, and what is none is left out', () => {
  expect(readParts('["number","result","email","result"]')).toEqual(['result', 'number'])
  for (const stored of ['[]', '{}', 'null', '"result"']) expect(readParts(stored)).toEqual([])
  expect(isSharePart('number')).toBe(true)
  for (const other of ['', 'email', 'toString', null, 1]) expect(isSharePart(other)).toBe(false)
})
