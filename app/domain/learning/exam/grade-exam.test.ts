import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerKey, type Question, questionKinds } from '#app/domain/courses/course.ts'
import { type Answer, gradeAnswer } from '../grade-answer.ts'
import { emptyAnswer, gradeExam, pointsByOutcome } from './grade-exam.ts'

const noText = { promptHtml: '', optionsHtml: ['a', 'b', 'c'], leftHtml: [], headsHtml: null, blanks: [] }
const noWords = { feedbackHtml: [], explanationHtml: '', hintsHtml: [], answerText: '', blankTexts: [] }

function question(id: string, points: number, outcome = 'LO1'): Question {
  const fence = { shuffle: true, attempts: null, partial: true, hints: 0 }
  return { id, kind: 'multiple', points, outcome, ...fence, texts: { bg: noText, en: noText } }
}

const answerKey: AnswerKey = {
  answer: { kind: 'multiple', correct: [0, 1] },
  texts: { bg: noWords, en: noWords },
}
const right: Answer = { kind: 'multiple', options: [0, 1] }
const half: Answer = { kind: 'multiple', options: [0] }
const wrong: Answer = { kind: 'multiple', options: [2] }

function graded(id: string, points: number, answer: Answer | null) {
  return { question: question(id, points), answerKey, answer }
}

describe('an exam', () => {
  test('counts every question by its points, and parts of them', () => {
    const grade = gradeExam([graded('a', 3, right), graded('b', 1, wrong), graded('c', 2, half)], 60)
    expect([...grade.scores]).toEqual([
      ['a', 1000],
      ['b', 0],
      ['c', 500],
    ])
    expect(grade).toMatchObject({ score: 666, passed: true })
  })

  test('gives nothing for what was not answered', () => {
    expect(gradeExam([graded('a', 1, right), graded('b', 1, null)], 51)).toMatchObject({
      score: 500,
      passed: false,
    })
  })

  test('is passed at exactly the mark, and not a thousandth below', () => {
    const thirds = [graded('a', 1, right), graded('b', 1, right), graded('c', 1, wrong)]
    expect(gradeExam(thirds, 66)).toMatchObject({ score: 666, passed: true })
    expect(gradeExam(thirds, 67)).toMatchObject({ passed: false })
    expect(gradeExam([graded('a', 3, right), graded('b', 2, wrong)], 60)).toMatchObject({ passed: true })
  })

  test('without a question is not passed', () => {
    expect(gradeExam([], 1)).toMatchObject({ score: 0, passed: false })
  })

  test('of whatever answers stays between nothing and all, and says passed where the percent says so', () => {
    const anyAnswer = fc.constantFrom(right, half, wrong, null)
    const anyExam = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), anyAnswer), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(anyExam, fc.integer({ min: 1, max: 100 }), (answers, passPercent) => {
        const exam = answers.map(([points, answer], index) => graded(`q${index}`, points, answer))
        const { score, passed } = gradeExam(exam, passPercent)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1000)
        // What the learner reads, the whole percent, agrees with the verdict.
        expect(passed).toBe(Math.floor(score / 10) >= passPercent)
      }),
    )
  })
})

test('points are told by outcome, in thousandths of a point', () => {
  const rows = pointsByOutcome([
    { question: question('a', 2, 'LO2'), score: 1000 },
    { question: question('b', 1, 'LO1'), score: 333 },
    { question: question('c', 3, 'LO2'), score: 500 },
  ])
  expect(rows).toEqual([
    { outcome: 'LO2', questions: 2, points: 5, earned: 3500 },
    { outcome: 'LO1', questions: 1, points: 1, earned: 333 },
  ])
})

describe('an empty answer', () => {
  const keys: Record<Question['kind'], AnswerKey['answer']> = {
    single: { kind: 'single', correct: 0 },
    multiple: { kind: 'multiple', correct: [0] },
    number: { kind: 'number', value: 0, tolerance: 9 },
    text: { kind: 'text', accepted: [{ pattern: '.*', flags: '' }] },
    order: { kind: 'order', order: [0, 1, 2] },
    match: { kind: 'match', pairs: [0, 1] },
    blanks: { kind: 'blanks', blanks: [{ kind: 'text', accepted: [{ literal: 'a' }] }] },
  }
  test.each(questionKinds)('earns nothing of the kind %s', kind => {
    expect(gradeAnswer({ partial: true }, keys[kind], emptyAnswer(kind), 3)).toBe(0)
  })
})
