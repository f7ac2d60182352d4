import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { beginExam } from '#app/domain/learning/exam/begin-exam.server.ts'
import { closeOverdueExams, handIn } from '#app/domain/learning/exam/close-exam.server.ts'
import { setClock } from '#app/platform/clock.ts'
import {
  answerEverything,
  answerRightly,
  examBank,
  examCourse,
  inExam,
  readyForExam,
} from '#tests/exam-factory.ts'
import { createAmina, createOleg, openAcademy, type Person } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import { certificateWording } from './certificate-wording.ts'
import { issueCertificate } from './issue-certificate.server.ts'
import { verifyNumber } from './verify/verify-number.server.ts'

const noon = new Date('2026-11-22T12:00:00.000Z')

beforeAll(() => openAcademy())
beforeEach(() => setClock(() => noon))
afterEach(() => setClock(() => new Date()))

function issue({ id, name }: Person, course = examCourse()) {
  const publicUrl = 'https://academy.example.org'
  return issueCertificate({ userId: id, course, name, nameLatin: 'Amina Primerova', publicUrl })
}

async function snapshotOf(person: Person) {
  const issued = await issue(person)
  const verdict = issued.ok ? await verifyNumber(issued.id) : null
  if (verdict === null || !('snapshot' in verdict)) throw new Error('There is no certificate')
  return verdict.snapshot
}

describeOnBothDatabases('the certificate of a course with an exam', context => {
  const notEarned = { ok: false, reason: 'not-earned' }

  test('is nobody’s before the exam is passed: not after the lessons, not during it, not after failing', async () => {
    const amina = await createAmina()
    const place = await readyForExam(amina.id)
    expect(await issue(amina)).toEqual(notEarned)
    await beginExam(place, 1)
    await answerEverything(place)
    expect(await issue(amina)).toEqual(notEarned)
    for (const { id } of examBank) if (id !== 'x-order') await answerRightly(place, id)
    const failed = await createOleg()
    await handIn(await inExam(failed.id), 1)
    expect(await issue(failed)).toEqual(notEarned)
    expect(await context.database().prisma.certificate.count()).toBe(0)
  })

  test('is earned by passing, and not by somebody else’s passing', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    await readyForExam(oleg.id)
    const place = await inExam(amina.id)
    await answerEverything(place)
    await handIn(place, 1)
    expect(await issue(amina)).toMatchObject({ ok: true })
    expect(await issue(oleg)).toEqual(notEarned)
  })

  test('states the result of the exam, not of the lessons', async () => {
    const amina = await createAmina()
    const place = await inExam(amina.id)
    // Nine points of twelve; the lessons are worth 100 %.
    for (const { id } of examBank) if (id !== 'x-order') await answerRightly(place, id)
    await handIn(place, 1)
    const snapshot = await snapshotOf(amina)
    expect(snapshot.assessment).toMatchObject({ type: 'exam', passPercent: 60, resultPercent: 75 })
    const printed = JSON.stringify(certificateWording(snapshot)).replaceAll('\u00a0', ' ')
    expect(printed).toContain('75 % от точките')
    expect(printed).not.toMatch(/първи опит|first attempt/)
  })

  test('states the attempt that was passed, whatever came before it', async () => {
    const amina = await createAmina()
    const place = await inExam(amina.id)
    await handIn(place, 1)
    await beginExam(place, 2)
    for (const { id } of examBank) if (id !== 'x-order') await answerRightly(place, id, 2)
    await handIn(place, 2)
    expect((await snapshotOf(amina)).assessment.resultPercent).toBe(75)
  })

  test('is earned by an attempt that the clock handed in', async () => {
    const amina = await createAmina()
    const place = await inExam(amina.id)
    await answerEverything(place)
    setClock(() => new Date(noon.getTime() + 3_600_000))
    await closeOverdueExams(place.catalogue)
    expect((await snapshotOf(amina)).assessment.resultPercent).toBe(100)
  })
})
