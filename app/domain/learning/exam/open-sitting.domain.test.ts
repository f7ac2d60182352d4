import { afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import {
  answerEverything,
  answerRightly,
  examBank,
  examCourse,
  examValues,
  inExam,
  readyForExam,
} from '#tests/exam-factory.ts'
import { createAmina, createOleg, openAcademy, SECRET } from '#tests/factories.ts'
import { describeOnBothDatabases } from '#tests/setup/with-databases.ts'
import type { ExamPlace } from './attempts.server.ts'
import { handIn } from './close-exam.server.ts'
import { openSitting, type SittingPage } from './open-sitting.server.ts'
import { saveExamAnswer } from './save-exam-answer.server.ts'
import { viewExam } from './view-exam.server.ts'

beforeAll(() => openAcademy())
afterEach(() => setClock(() => new Date()))

async function open(place: ExamPlace, page: SittingPage = null) {
  const opened = await openSitting({ ...place, language: 'bg', number: 1, page })
  if (opened === null) throw new Error('There is no such attempt')
  return opened
}

describeOnBothDatabases('what is sent of an exam', () => {
  const pages = [...examBank.map((_, index) => index + 1), 'hand-in' as const, null]

  test('tells nothing of the keys while it runs, whatever is answered', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    for (const { id: question } of examBank) {
      // The right words are the learner's own once they are typed.
      if (question !== 'x-text' && question !== 'x-blanks') await answerRightly(place, question)
    }
    const sent = [await viewExam(place, 'bg')] as unknown[]
    for (const page of pages) sent.push(await open(place, page))
    expect(JSON.stringify(sent)).not.toContain(SECRET)
  })

  test('judges no question while it runs', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerEverything(place)
    for (const page of pages.filter(page => typeof page === 'number')) {
      const { view } = await open(place, page)
      expect(view).toMatchObject({
        kind: 'sitting',
        question: {
          state: 'open',
          score: null,
          marks: null,
          parts: null,
          rightOptions: null,
          rightTexts: null,
          hasExplanation: false,
        },
      })
    }
  })

  test('afterwards tells everything where the course shows the answers, of what was left open too', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    await answerRightly(place, 'x-single')
    await handIn(place, 1)
    const { view, html } = await open(place)
    if (view.kind !== 'result') throw new Error('It is not closed')
    expect(view.review).toHaveLength(examBank.length)
    expect(view.answered.filter(Boolean)).toHaveLength(1)
    for (const question of view.review ?? []) {
      expect(question).toMatchObject({
        state: question.id === 'x-single' ? 'passed' : 'failed',
        hasExplanation: true,
      })
      expect(html[`${question.id}/explanation`]).toContain(SECRET)
    }
    const words = view.review?.find(({ id: question }) => question === 'x-text')
    expect(words).toMatchObject({ given: [], rightTexts: [`${SECRET}-отговор-x-text`] })
  })

  test('afterwards tells the points by outcome alone where the course shows the result', async () => {
    const { id } = await createAmina()
    const place = await inExam(id, examCourse({ exam: { review: 'result' } }))
    await answerRightly(place, 'x-match')
    await handIn(place, 1)
    const opened = await open(place)
    expect(JSON.stringify(opened)).not.toContain(SECRET)
    expect(opened.html).toEqual({})
    expect(opened.view).toMatchObject({
      kind: 'result',
      review: null,
      answered: [],
      outcomes: [
        { id: 'LO1', questions: 5, points: 8, earned: 0 },
        { id: 'LO2', questions: 2, points: 4, earned: 2000 },
      ],
    })
  })

  test('is the page of the learner who begins, and of nobody else', async () => {
    const [amina, oleg] = [await createAmina(), await createOleg()]
    const hers = await inExam(amina.id)
    await readyForExam(oleg.id)
    const his = { ...hers, userId: oleg.id, language: 'bg' as const, page: null }
    expect(await openSitting({ ...his, number: 1 })).toBeNull()
    await handIn(hers, 1)
    expect(await openSitting({ ...his, number: 1 })).toBeNull()
    expect(await viewExam({ ...hers, userId: oleg.id }, 'bg')).toMatchObject({ rows: [] })
  })

  test('goes on with the first question that has no answer, and stays within its pages', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    const first = await open(place)
    if (first.view.kind !== 'sitting') throw new Error('It is closed')
    expect(first.view.place).toBe(1)
    await answerRightly(place, first.view.question?.id ?? '')
    expect((await open(place)).view).toMatchObject({ place: 2 })
    expect((await open(place)).view).toHaveProperty('states.0', { answered: true, flagged: false })
    expect((await open(place, 99)).view).toMatchObject({ place: examBank.length })
    expect((await open(place, 'hand-in')).view).toMatchObject({ place: null, question: null })
  })

  test('shows what was saved in the other language too, and what was refused again', async () => {
    const { id } = await createAmina()
    const place = await inExam(id)
    const values = await examValues(place, 'x-single')
    await saveExamAnswer(place, { number: 1, questionId: 'x-single', values })
    const pageOf = async (question: string) => {
      for (const page of examBank.keys()) {
        const { view } = await open(place, page + 1)
        if (view.kind === 'sitting' && view.question?.id === question) return page + 1
      }
      throw new Error(`There is no page of ${question}`)
    }
    const shown = { ...place, language: 'en' as const, number: 1 }
    const inEnglish = await openSitting({ ...shown, page: await pageOf('x-single') })
    expect(inEnglish?.view).toMatchObject({ question: { given: values } })
    const refused = { question: 'x-number', values: ['доста'] }
    const again = await openSitting({ ...shown, page: await pageOf('x-number'), refused })
    expect(again?.view).toMatchObject({ question: { given: ['доста'] } })
  })
})
