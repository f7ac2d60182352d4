import { describe, expect, it } from 'vitest'
import { demoSample, normalSample, shortSample } from './certificate-samples.ts'
import { certificateWording } from './certificate-wording.ts'
import type { CertificateSnapshot } from './snapshot.ts'

function fact(snapshot: CertificateSnapshot, label: string) {
  const { facts, assurances } = certificateWording(snapshot)
  return [...facts, ...assurances].find(({ label: { en } }) => en === label)?.value
}

/** Text with ordinary spaces, so that expectations stay readable. */
function plain(text: string | undefined): string | undefined {
  return text?.replaceAll('\u00a0', ' ')
}

describe('certificateWording', () => {
  it('states workload with and without credits, and counts correctly', () => {
    expect(plain(fact(normalSample, 'Workload')?.bg)).toBe('12 учебни часа по 45 минути, 0,4 кредита ECTS')
    expect(plain(fact(normalSample, 'Workload')?.en)).toBe('12 hours of 45 minutes, 0.4 ECTS credits')
    expect(plain(fact(shortSample, 'Workload')?.bg)).toBe('1 учебен час по 45 минути')
    expect(plain(fact(shortSample, 'Workload')?.en)).toBe('1 hour of 45 minutes')
  })

  it('states levels of both frameworks, or of the one that applies', () => {
    expect(plain(fact(normalSample, 'Level')?.bg)).toBe('DigComp 2.2: ниво 4 от 8 (средно), ЕКР: ниво 4')
    expect(plain(fact(shortSample, 'Level')?.en)).toBe('DigComp 2.2: level 1 of 8 (foundation)')
  })

  it('states the result of the first attempt beside the final one', () => {
    const quiz = { ...normalSample, assessment: { ...normalSample.assessment, type: 'quiz' as const } }
    expect(plain(fact(quiz, 'Result')?.bg)).toBe('91 % от точките; 76,5 % от първи опит')
    expect(plain(fact(quiz, 'Result')?.en)).toBe('91% of the points; 76.5% at first attempt')
  })

  it('states the result of an exam alone: first attempts are those of the lessons', () => {
    expect(normalSample.assessment.type).toBe('exam')
    expect(plain(fact(normalSample, 'Result')?.bg)).toBe('91 % от точките')
    expect(plain(fact(normalSample, 'Result')?.en)).toBe('91% of the points')
  })

  it('says plainly when nobody’s identity was checked', () => {
    const supervision = fact(normalSample, 'Supervision')
    expect(plain(supervision?.bg)).toBe('без проверка на самоличността и без наблюдение')
    expect(supervision?.en).toBe('no identity check and no supervision')
  })

  it('states the end of validity, or that there is none', () => {
    expect(fact(normalSample, 'Validity')?.bg).toBe('безсрочно')
    expect(plain(fact(shortSample, 'Validity')?.bg)).toBe('до 23 ноември 2028 г.')
  })

  it('names the awarding body with its registration, place and country', () => {
    expect(plain(fact(normalSample, 'Awarding body')?.bg)).toBe(
      'ЕЦИХ „Загоре“ (примерни данни), ЕИК 000000000, Стара Загора, България',
    )
  })

  it('shows a Latin name once', () => {
    expect(certificateWording(normalSample).nameLatin).toBe('Amina Dimitrova Petrova')
    expect(certificateWording(shortSample).nameLatin).toBeNull()
  })

  it('marks a demo, and only a demo', () => {
    expect(certificateWording(demoSample).demo?.mark).toBe('ДЕМО · DEMO')
    expect(certificateWording(normalSample).demo).toBeNull()
  })

  it('prints the address of the code in the case that people type', () => {
    expect(certificateWording(normalSample).verifyAddress).toBe('academy.example.org/v/J58E5J8JPRY7K5S2')
    expect(
      certificateWording({ ...normalSample, verifyUrl: 'HTTP://LOCALHOST:3000/V/J58E5J8JPRY7K5S2' })
        .verifyAddress,
    ).toBe('localhost:3000/v/J58E5J8JPRY7K5S2')
  })

  it('says everything in both languages', () => {
    const { facts, assurances, verification } = certificateWording(normalSample)
    for (const { label, value } of [...facts, ...assurances, verification]) {
      for (const text of [label.bg, value.bg]) expect(text).toMatch(/[а-я]/)
      for (const text of [label.en, value.en]) expect(text).not.toMatch(/[а-яА-Я]/)
    }
  })
})
