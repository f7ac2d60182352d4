import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Course } from '#app/domain/courses/course.ts'
import { beginExam } from '#app/domain/learning/exam/begin-exam.server.ts'
import { handIn } from '#app/domain/learning/exam/close-exam.server.ts'
import { submitAnswer } from '#app/domain/learning/submit-answer.server.ts'
import { setClock } from '#app/platform/clock.ts'
import { certify, createCertified, publicUrl } from '#tests/certificate-factory.ts'
import { answerEverything, examCourse, readyForExam } from '#tests/exam-factory.ts'
import {
  answer,
  createAmina,
  createOleg,
  openAcademy,
  placeOf,
  rightValues,
  sampleCourse,
} from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { correctName } from './correct-name.server.ts'
import { viewCertificate } from './holder-certificates.server.ts'
import { renewCertificate, viewRenewal } from './renew-certificate.server.ts'
import { readRenewalStart } from './renewal-start.server.ts'
import { revokeCertificate } from './revoke-certificate.server.ts'
import { verifyNumber } from './verify/verify-number.server.ts'
import { withdrawCertificate } from './withdraw-certificate.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')
const end = new Date('2027-11-22T12:00:00.000Z')
const beforeEnd = (days: number) => new Date(end.getTime() - days * 86_400_000)

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

const renew = (userId: string, id: string, course: Course = sampleCourse) =>
  renewCertificate({ userId, id, course, publicUrl })

async function renewed(userId: string, id: string, course: Course = sampleCourse): Promise<string> {
  const result = await renew(userId, id, course)
  if (!result.ok) throw new Error(`Not renewed: ${result.reason}`)
  return result.id
}

const questions = sampleCourse.lessons.flatMap(lesson => lesson.questions.map(({ id }) => id))

/** Answers a question in the refresher as the page would send it: rightly, unless told otherwise. */
async function answerAgain(userId: string, questionId: string, attempt = 2, values?: string[]) {
  const refreshSince = await readRenewalStart(userId, sampleCourse)
  return submitAnswer({
    userId,
    ...placeOf(questionId),
    language: 'bg',
    values: values ?? rightValues(userId, questionId, attempt),
    attempt,
    refreshSince,
  })
}

async function refresh(userId: string): Promise<void> {
  for (const id of questions) expect(await answerAgain(userId, id)).toEqual({ ok: true })
}

describeOnBothDatabases('renewing a certificate', context => {
  const rows = () => context.database().prisma.certificate.findMany({ orderBy: { sequence: 'asc' } })

  test('is not possible before its last 90 days, and its holder reads from when it is', async () => {
    const { amina, id } = await createCertified()
    const from = beforeEnd(90).toISOString()
    setClock(() => new Date(beforeEnd(90).getTime() - 1))
    expect(await readRenewalStart(amina.id, sampleCourse)).toBeNull()
    expect(await viewRenewal({ userId: amina.id, id, course: sampleCourse })).toEqual({
      ok: false,
      reason: 'later',
      from,
    })
    expect(await renew(amina.id, id)).toEqual({ ok: false, reason: 'later' })
    expect((await viewCertificate(amina.id, id))?.renewal).toEqual({ from, open: false })
    setClock(() => beforeEnd(90))
    expect(await readRenewalStart(amina.id, sampleCourse)).toEqual(beforeEnd(90))
    expect((await viewCertificate(amina.id, id))?.renewal).toEqual({ from, open: true })
  })

  test('takes the questions answered again, and what earned the first one does not count', async () => {
    const { amina, id } = await createCertified()
    setClock(() => beforeEnd(30))
    expect(await renew(amina.id, id)).toEqual({ ok: false, reason: 'not-done' })
    const [first, ...others] = questions
    for (const question of others) await answerAgain(amina.id, question)
    const view = await viewRenewal({ userId: amina.id, id, course: sampleCourse })
    expect(view).toMatchObject({
      ok: true,
      passPercent: 70,
      refresher: { kind: 'questions', done: false, lessons: [{ answered: 1 }, { answered: 2 }] },
    })
    expect(await renew(amina.id, id)).toEqual({ ok: false, reason: 'not-done' })
    await answerAgain(amina.id, first ?? '')
    expect(await renew(amina.id, id)).toMatchObject({ ok: true })
  })

  test('issues the next one with a new end and the result of the refresher; the old one stays as it was', async () => {
    const { amina, id } = await createCertified()
    const [before] = await rows()
    setClock(() => beforeEnd(30))
    const [, , number] = questions
    await answerAgain(amina.id, number ?? '', 2, ['5'])
    for (const question of questions) await answerAgain(amina.id, question, question === number ? 3 : 2)
    const next = await renewed(amina.id, id)
    const [old, made] = await rows()
    expect(old).toEqual(before)
    expect(made).toMatchObject({
      id: next,
      sequence: 2,
      issuedAt: beforeEnd(30),
      validUntil: new Date('2028-10-23T12:00:00.000Z'),
    })
    expect(JSON.parse(made?.snapshot ?? '')).toMatchObject({
      learner: { name: 'Амина Примерова', nameLatin: 'Amina Primerova' },
      assessment: { resultPercent: 100, firstAttemptPercent: 80 },
    })
    expect((await verifyNumber(id)).state).toBe('valid')
    setClock(() => end)
    expect((await verifyNumber(id)).state).toBe('expired')
    expect((await verifyNumber(next)).state).toBe('valid')
    const actions = await context.database().prisma.auditEvent.findMany({ select: { action: true } })
    expect(actions).toEqual([{ action: 'certificate.renew' }])
  })

  test('is possible after the end, too', async () => {
    const { amina, id } = await createCertified()
    setClock(() => new Date('2029-01-01T00:00:00.000Z'))
    await refresh(amina.id)
    expect((await verifyNumber(await renewed(amina.id, id))).state).toBe('valid')
  })

  test('asked for twenty times at once is one certificate, and everybody hears the same number', async () => {
    const { amina, id } = await createCertified()
    setClock(() => beforeEnd(30))
    await refresh(amina.id)
    const ids = await Promise.all(Array.from({ length: 20 }, () => renewed(amina.id, id)))
    expect(new Set(ids).size).toBe(1)
    expect(await rows()).toHaveLength(2)
    expect(await renewed(amina.id, id)).toBe(ids[0])
    expect(await renew(amina.id, ids[0] ?? '')).toEqual({ ok: false, reason: 'later' })
    expect(await readRenewalStart(amina.id, sampleCourse)).toBeNull()
  })

  test('goes on from the corrected one, with everything that was answered before the correction', async () => {
    const { amina, id } = await createCertified()
    setClock(() => beforeEnd(30))
    await refresh(amina.id)
    setClock(() => beforeEnd(20))
    const names = { name: 'Амина Нова', nameLatin: 'Amina Nova' }
    const corrected = await correctName({ userId: amina.id, id, ...names, publicUrl })
    if (!corrected.ok) throw new Error('Not corrected')
    expect(await renew(amina.id, id)).toEqual({ ok: false, reason: 'superseded' })
    const next = await renewed(amina.id, corrected.id)
    expect(await viewCertificate(amina.id, next)).toMatchObject({ snapshot: { learner: names } })
    const late = await correctName({
      userId: amina.id,
      id: corrected.id,
      name: 'Друга',
      nameLatin: 'Druga',
      publicUrl,
    })
    expect(late).toEqual({ ok: false, reason: 'renewed' })
  })

  test('is refused when the last one is revoked or withdrawn, also while it is asked for', async () => {
    const { amina, id } = await createCertified()
    setClock(() => beforeEnd(30))
    await refresh(amina.id)
    const [result] = await Promise.all([renew(amina.id, id), revokeCertificate(id, 'misconduct')])
    const made = await rows()
    if (result.ok) expect(made).toHaveLength(2)
    else expect([result.reason, made.length]).toEqual(['revoked', 1])
    const last = made.at(-1)?.id ?? ''
    await revokeCertificate(last, 'misconduct')
    expect(await renew(amina.id, last)).toEqual({ ok: false, reason: 'revoked' })
    expect(await readRenewalStart(amina.id, sampleCourse)).toBeNull()
    await withdrawCertificate(amina.id, last)
    expect(await renew(amina.id, last)).toEqual({ ok: false, reason: 'withdrawn' })
  })

  test('is nobody’s but the holder’s, and of no other course', async () => {
    const { amina, id } = await createCertified()
    const oleg = await createOleg()
    setClock(() => beforeEnd(30))
    await refresh(amina.id)
    expect(await renew(oleg.id, id)).toEqual({ ok: false, reason: 'unknown' })
    expect(await renew(amina.id, id, { ...sampleCourse, id: 'other' })).toEqual({
      ok: false,
      reason: 'unknown',
    })
    expect(await rows()).toHaveLength(1)
  })

  test('needs an end, and a course that is offered and still has one', async () => {
    const endless = { ...sampleCourse, certificate: { validMonths: null } }
    const { amina, id } = await createCertified(endless)
    expect(await renew(amina.id, id, endless)).toEqual({ ok: false, reason: 'no-end' })
    expect(await viewCertificate(amina.id, id)).toMatchObject({ renewal: null })
    const other = { ...sampleCourse, id: 'other' }
    const otherId = await certify(amina.id, other)
    setClock(() => beforeEnd(30))
    for (const change of [{ status: 'demo' as const }, { certificate: { validMonths: null } }])
      expect(await renew(amina.id, otherId, { ...other, ...change })).toEqual({
        ok: false,
        reason: 'not-offered',
      })
  })

  test('of a course with an exam takes the exam, passed again', async () => {
    const course = examCourse()
    const amina = await createAmina()
    const place = await readyForExam(amina.id, course)
    await beginExam(place, 1)
    await answerEverything(place)
    await handIn(place, 1)
    expect(await beginExam(place, 2)).toEqual({ ok: false, reason: 'passed' })
    const id = await certify(amina.id, course)
    setClock(() => beforeEnd(30))
    expect(await renew(amina.id, id, course)).toEqual({ ok: false, reason: 'not-done' })
    const again = { ...place, refreshSince: await readRenewalStart(amina.id, course) }
    expect(await beginExam(place, 2)).toEqual({ ok: false, reason: 'passed' })
    expect(await beginExam(again, 2)).toEqual({ ok: true, number: 2 })
    await answerEverything(again, 2)
    expect(await renew(amina.id, id, course)).toEqual({ ok: false, reason: 'not-done' })
    await handIn(again, 2)
    expect(await viewRenewal({ userId: amina.id, id, course })).toMatchObject({
      refresher: { kind: 'exam', done: true, resultPercent: 100 },
    })
    expect((await verifyNumber(await renewed(amina.id, id, course))).state).toBe('valid')
  })

  test('leaves what was reached before as it was', async () => {
    const { amina } = await createCertified()
    setClock(() => beforeEnd(30))
    const [, , number] = questions
    await answerAgain(amina.id, number ?? '', 2, ['5'])
    const block = await context.database().prisma.blockProgress.findFirstOrThrow({
      where: { userId: amina.id, blockId: number ?? '' },
    })
    expect(block).toMatchObject({ attempts: 2, bestScore: 1_000, passedAt: noon, updatedAt: beforeEnd(30) })
    // Outside of a refresher a question that is passed takes no more answers.
    await answer(amina.id, questions[0] ?? '', { attempt: 2 })
    expect(await context.database().prisma.attempt.count({ where: { number: 2 } })).toBe(1)
  })
})
