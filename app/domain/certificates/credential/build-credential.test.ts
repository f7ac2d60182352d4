import { describe, expect, it } from 'vitest'
import { did, publicUrl, status } from '#tests/credential-factory.ts'
import { demoSample, everythingLongSample, normalSample, shortSample } from '../certificate-samples.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import { buildCredential } from './build-credential.ts'

const build = (snapshot: CertificateSnapshot) => buildCredential(snapshot, { did, publicUrl, status })

describe('the credential of a certificate', () => {
  it('is known by the address at which it is verified', () => {
    expect(build(normalSample)).toMatchObject({
      id: 'https://academy.example.org/v/J58E5J8JPRY7K5S2',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: did, url: publicUrl, name: 'ЕЦИХ „Загоре“ / EDIH Zagore' },
      validFrom: '2026-11-22T09:30:00.000Z',
    })
  })

  it('has an end where the certificate has one', () => {
    expect(build(normalSample)).not.toHaveProperty('validUntil')
    expect(build(shortSample).validUntil).toBe('2028-11-22T22:00:00.000Z')
  })

  it('names the learner plainly, in both scripts', () => {
    const names = build(normalSample).credentialSubject.identifier.map(({ identityHash }) => identityHash)
    expect(names).toEqual(['Амина Димитрова Петрова', 'Amina Dimitrova Petrova'])
  })

  it('names the course and its edition in both languages', () => {
    const { achievement } = build(normalSample).credentialSubject
    expect(achievement).toMatchObject({
      id: 'https://academy.example.org/bg/courses/cybersecurity-essentials#edition-2',
      achievementType: 'MicroCredential',
      name: 'Киберсигурност за малки и средни предприятия / Cybersecurity for small and medium-sized enterprises',
      version: '2',
      humanCode: 'cybersecurity-essentials',
      creditsAvailable: 0.4,
    })
    expect(build(shortSample).credentialSubject.achievement).not.toHaveProperty('creditsAvailable')
  })

  it('says honestly how it was assessed', () => {
    const { narrative } = build(normalSample).credentialSubject.achievement.criteria
    expect(narrative.split('\n')).toEqual([
      'Оценяване: изпит, праг 70 %',
      'Наблюдение: без проверка на самоличността и без наблюдение',
      'Форма на участие: онлайн',
      '',
      'Assessment: exam, pass mark 70%',
      'Supervision: no identity check and no supervision',
      'Participation: online',
    ])
  })

  it('states the result, and that of first attempts where the questions are those of lessons', () => {
    const values = (snapshot: CertificateSnapshot) =>
      build(snapshot).credentialSubject.result.map(({ value }) => value)
    expect(values(normalSample)).toEqual(['91'])
    expect(values(everythingLongSample)).toEqual(['99.9', '88.8'])
    const { achievement, result } = build(everythingLongSample).credentialSubject
    expect(result.map(({ resultDescription }) => resultDescription)).toEqual(
      achievement.resultDescription.map(({ id }) => id),
    )
    expect(achievement.resultDescription[0]).toMatchObject({ requiredValue: '66.7', valueMax: '100' })
  })

  it('is aligned to the frameworks by name, code and address, and to the level of qualification', () => {
    const { alignment } = build(normalSample).credentialSubject.achievement
    expect(alignment?.map(({ targetName, targetCode }) => [targetCode, targetName])).toEqual([
      ['4.1', 'Защита на устройствата / Protecting devices'],
      ['4.2', 'Защита на личните данни и неприкосновеността / Protecting personal data and privacy'],
      ['4', 'ЕКР: ниво 4 / EQF: level 4'],
    ])
    expect(alignment?.[0]).toMatchObject({ targetFramework: 'DigComp 2.2', targetType: 'ext:DigComp' })
    for (const { targetUrl, targetType } of alignment ?? []) {
      expect(new URL(targetUrl).protocol).toMatch(/^https?:$/)
      expect(targetType).toMatch(/^ext:[A-Za-z0-9]+$/)
    }
  })

  it('is aligned to codes alone when the certificate is older than their names', () => {
    const { alignments: _, ...old } = normalSample
    const outcomes = [{ text: { bg: 'Умее', en: 'Can' }, codes: ['e-CF: D.1', 'HPCCF: K1.1', 'e-CF: D.1'] }]
    const { alignment } = build({ ...old, outcomes }).credentialSubject.achievement
    expect(alignment?.map(({ targetFramework, targetName }) => `${targetFramework} ${targetName}`)).toEqual([
      'e-CF D.1',
      'HPCCF K1.1',
      'European Qualifications Framework ЕКР: ниво 4 / EQF: level 4',
    ])
    const none = build({ ...old, outcomes: [], level: { digcomp: 1, eqf: null } })
    expect(none.credentialSubject.achievement).not.toHaveProperty('alignment')
  })

  it('has its bit in a status list, the first entry and the only one', () => {
    expect(build(normalSample).credentialStatus).toEqual({
      id: 'https://academy.example.org/status/1#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://academy.example.org/status/1',
    })
  })

  it('says in words that a demo is worth nothing, wherever it is shown', () => {
    const { name, description, credentialSubject } = build(demoSample)
    expect(name).toMatch(/^ДЕМО · DEMO: /)
    expect(credentialSubject.achievement.name).toMatch(/^ДЕМО · DEMO: /)
    for (const text of [description, credentialSubject.achievement.description]) {
      expect(text).toContain('Примерно удостоверение без стойност')
      expect(text).toContain('Sample certificate without value')
    }
    expect(JSON.stringify(build(normalSample))).not.toMatch(/ДЕМО|Sample certificate/)
  })

  it('holds everything that the certificate states, and no e-mail address', () => {
    const text = JSON.stringify(build(normalSample))
    const { issuer, qualityAssurance, outcomes } = normalSample
    const stated = [
      ...[issuer.legalName, issuer.legalId, issuer.place, issuer.country, qualityAssurance],
      ...outcomes.map(outcome => outcome.text),
      { bg: '12 учебни часа по 45 минути, 0,4 кредита ECTS', en: '12 hours of 45 minutes, 0.4 ECTS credits' },
      { bg: 'Дата на издаване: 22 ноември 2026 г.', en: 'Validity: no expiry' },
      { bg: 'Издание 2 (есен 2026)', en: 'Edition 2 (autumn 2026)' },
    ]
    for (const { bg, en } of stated) {
      expect(text).toContain(bg)
      expect(text).toContain(en)
    }
    expect(text).not.toMatch(/@(?!context)/)
    expect(text).not.toContain('\u00a0')
  })
})
