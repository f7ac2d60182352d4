import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { did, publicUrl, type SignedBadge, signedBadge, status } from '#tests/credential-factory.ts'
import { demoSample, everythingLongSample, normalSample, shortSample } from '../certificate-samples.ts'
import { buildCredential } from './build-credential.ts'
import { differencesBetween, factsOf, numberOf } from './credential-facts.ts'

const badges: SignedBadge[] = await Promise.all(
  [normalSample, shortSample, demoSample, everythingLongSample].map(sample => signedBadge(sample)),
)

/** The official credential and a copy to forge. */
function pair(): [SignedBadge, SignedBadge] {
  const [official] = badges
  if (official === undefined) throw new Error('There is a first one')
  return [official, structuredClone(official)]
}

describe('the facts of a credential', () => {
  it('are read as they are stated', () => {
    expect(factsOf(pair()[0])).toMatchObject({
      number: 'J58E-5J8J-PRY7-K5S2',
      name: 'Амина Димитрова Петрова',
      nameLatin: 'Amina Dimitrova Petrova',
      courseBg: 'Киберсигурност за малки и средни предприятия',
      courseEn: 'Cybersecurity for small and medium-sized enterprises',
      edition: expect.stringMatching(/^Издание 2 \(есен 2026\).* \/ Edition 2 \(autumn 2026\)/),
      issuer: 'ЕЦИХ „Загоре“ / EDIH Zagore',
      issuedAt: '2026-11-22T09:30:00.000Z',
      workload: '12 учебни часа по 45 минути, 0,4 кредита ECTS / 12 hours of 45 minutes, 0.4 ECTS credits',
      level:
        'DigComp 2.2: ниво 4 от 8 (средно), ЕКР: ниво 4 / DigComp 2.2: level 4 of 8 (intermediate), EQF: level 4',
      assessment: expect.stringContaining('Supervision: no identity check'),
      result: '91%',
      outcomes: expect.stringMatching(/^1\. Разпознава.* 5\. .* \/ 1\. Recognises.* 5\. Judges/),
    })
  })

  it('are all there in every sample, but for an end that there is not', () => {
    for (const badge of badges) {
      const names = Object.keys(factsOf(badge))
      expect(names.length).toBe(badge.validUntil === undefined ? 13 : 14)
    }
  })

  it('of a demo name the course without its mark', () => {
    const demo = buildCredential(demoSample, { did, publicUrl, status })
    expect(factsOf(demo).courseBg).toBe('Киберсигурност за малки и средни предприятия')
  })

  it('tell titles apart that hold the sign between the languages', () => {
    for (const title of [
      { bg: 'TCP / IP', en: 'TCP / IP for all' },
      { bg: 'TCP / IP', en: 'TCP / IP' },
      { bg: 'Linux', en: 'Linux' },
    ]) {
      const course = { ...normalSample.course, title }
      const badge = buildCredential({ ...normalSample, course }, { did, publicUrl, status })
      expect(factsOf(badge)).toMatchObject({ courseBg: title.bg, courseEn: title.en })
    }
  })

  it('are left out where they cannot be read, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(() => factsOf(value)).not.toThrow()
      }),
    )
    expect(factsOf(null)).toEqual({})
    expect(factsOf({ issuer: { name: 5 }, credentialSubject: [{}], id: 'x' })).toEqual({ number: 'x' })
    const evil = JSON.parse('{"__proto__":{"id":"https://evil.example/v/J58E5J8JPRY7K5S2"}}')
    expect(numberOf(evil)).toBeNull()
  })

  it('begin with a number that is well formed', () => {
    expect(numberOf(pair()[0])).toBe('J58E5J8JPRY7K5S2')
    expect(numberOf({ id: 'https://academy.example.org/v/J58E5J8JPRY7K5S3' })).toBeNull()
    expect(numberOf({ id: 7 })).toBeNull()
    expect(numberOf(undefined)).toBeNull()
  })
})

describe('the differences between two credentials', () => {
  it('are none when only the order of members differs', () => {
    for (const badge of badges) {
      expect(differencesBetween(badge, structuredClone(badge))).toEqual([])
      const reversed = Object.fromEntries(Object.entries(badge).reverse())
      expect(differencesBetween(badge, reversed)).toEqual([])
    }
  })

  it('name a forged fact with both values, once', () => {
    const [official, forged] = pair()
    for (const result of forged.credentialSubject.result) result.value = '99'
    expect(differencesBetween(official, forged)).toEqual([{ fact: 'result', official: '91%', stated: '99%' }])
  })

  it('name the supervision that somebody invented', () => {
    const [official, forged] = pair()
    const { criteria } = forged.credentialSubject.achievement
    criteria.narrative = criteria.narrative.replace('no identity check and no supervision', 'supervised')
    const [difference] = differencesBetween(official, forged)
    expect(difference).toMatchObject({ fact: 'assessment', stated: expect.stringContaining('supervised') })
  })

  it('name every other place by its path, what is missing and what was added too', () => {
    const [official, forged] = pair()
    forged.credentialSubject.achievement.version = '3'
    const { credentialSchema: _, ...rest } = forged
    expect(differencesBetween(official, { ...rest, grade: 'A' })).toEqual([
      {
        fact: 'other',
        official: 'credentialSubject.achievement.version',
        stated: 'credentialSubject.achievement.version',
      },
      { fact: 'other', official: 'credentialSchema', stated: null },
      { fact: 'other', official: null, stated: 'grade' },
    ])
  })

  it('are found for every single leaf that is changed', () => {
    for (const badge of badges) {
      for (const path of leavesOf(badge)) {
        for (const change of [(text: unknown) => `${text} `, () => null, () => 7]) {
          const forged = structuredClone(badge)
          changeAt(forged, path, change)
          expect(differencesBetween(badge, forged), path.join('.')).not.toEqual([])
        }
      }
    }
  })

  it('are found for every part that is taken away', () => {
    const [official] = pair()
    for (const path of leavesOf(official)) {
      const forged = structuredClone(official)
      changeAt(forged, path, () => undefined)
      expect(differencesBetween(official, JSON.parse(JSON.stringify(forged))), path.join('.')).not.toEqual([])
    }
  })

  it('are fifty at most, in short, whatever is sent', () => {
    const [official, forged] = pair()
    const crowd = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x${at}`.repeat(50), at]))
    const differences = differencesBetween(official, {
      ...forged,
      validFrom: 'я'.repeat(1_000_000),
      ...crowd,
    })
    expect(differences).toHaveLength(50)
    expect(JSON.stringify(differences).length).toBeLessThan(20_000)
    const deep = JSON.parse(`${'{"issuer":'.repeat(100_000)}1${'}'.repeat(100_000)}`)
    expect(differencesBetween(official, deep).length).toBeGreaterThan(10)
    for (const odd of [null, undefined, 5, 'text', [], [[]], true])
      expect(differencesBetween(official, odd).length).toBeGreaterThan(10)
  })
})

function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
}

function changeAt(value: object, path: string[], change: (leaf: unknown) => unknown): void {
  const [name = '', ...rest] = path
  const inside: unknown = Reflect.get(value, name)
  if (rest.length > 0 && typeof inside === 'object' && inside !== null) changeAt(inside, rest, change)
  else Reflect.set(value, name, change(inside))
}
