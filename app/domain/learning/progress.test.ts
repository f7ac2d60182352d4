import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course } from '#app/domain/courses/course.ts'
import { sampleCourse } from '#tests/factories.ts'
import { type BlockState, FULL_SCORE, measureProgress, READING } from './progress.ts'

/** `passwords: q-strong (2 points), q-factors` and `connections: q-bits, q-telnet`. */
const lessonIds = sampleCourse.lessons.map(({ id }) => id)

function block(place: string, state: Partial<BlockState> = {}): BlockState {
  const [lessonId = '', blockId = ''] = place.split('/')
  return {
    lessonId,
    blockId,
    attempts: 1,
    firstScore: FULL_SCORE,
    bestScore: FULL_SCORE,
    passed: true,
    ...state,
  }
}

const failed = { firstScore: 0, bestScore: 0, passed: false }

function everyBlock(course: Course): BlockState[] {
  return course.lessons.flatMap(({ id, questions }) =>
    [READING, ...questions.map(question => question.id)].map(blockId => block(`${id}/${blockId}`)),
  )
}

const withoutQuestion = (course: Course, questionId: string): Course => ({
  ...course,
  lessons: course.lessons.map(lesson => ({
    ...lesson,
    questions: lesson.questions.filter(({ id }) => id !== questionId),
  })),
})

const withoutLesson = (course: Course, lessonId: string): Course => ({
  ...course,
  lessons: course.lessons.filter(({ id }) => id !== lessonId),
})

const reversed: Course = {
  ...sampleCourse,
  lessons: sampleCourse.lessons
    .map((lesson, index, all) => ({
      ...lesson,
      number: all.length - index,
      questions: lesson.questions.toReversed(),
    }))
    .toReversed(),
}

const smaller = withoutQuestion(sampleCourse, 'q-telnet')
const noQuestions: Course = {
  ...sampleCourse,
  lessons: sampleCourse.lessons.map(lesson => ({ ...lesson, questions: [] })),
}
const allOfSmaller = everyBlock(smaller)
const allButTelnet = everyBlock(sampleCourse).filter(({ blockId }) => blockId !== 'q-telnet')

type Case = {
  course?: Course
  blocks: BlockState[]
  wasCompleted?: boolean
  states: string
  complete: boolean
  next: string | null
  result: number
}

const cases: Record<string, Case> = {
  'nothing reached': { blocks: [], states: 'new new', complete: false, next: 'passwords', result: 0 },
  'one reading confirmed': {
    blocks: [block(`passwords/${READING}`)],
    states: 'started new',
    complete: false,
    next: 'passwords',
    result: 0,
  },
  'one question failed': {
    blocks: [block('connections/q-bits', failed)],
    states: 'new started',
    complete: false,
    next: 'passwords',
    result: 0,
  },
  'one question passed': {
    blocks: [block('passwords/q-strong')],
    states: 'started new',
    complete: false,
    next: 'passwords',
    result: 40,
  },
  'all questions of a lesson passed, reading not confirmed': {
    blocks: [block('passwords/q-strong'), block('passwords/q-factors')],
    states: 'started new',
    complete: false,
    next: 'passwords',
    result: 60,
  },
  'all questions of a lesson but one passed, reading confirmed': {
    blocks: [
      block('passwords/q-strong'),
      block('passwords/q-factors', failed),
      block(`passwords/${READING}`),
    ],
    states: 'started new',
    complete: false,
    next: 'passwords',
    result: 40,
  },
  'the first lesson complete': {
    blocks: [block('passwords/q-strong'), block('passwords/q-factors'), block(`passwords/${READING}`)],
    states: 'complete new',
    complete: false,
    next: 'connections',
    result: 60,
  },
  everything: {
    blocks: everyBlock(sampleCourse),
    states: 'complete complete',
    complete: true,
    next: null,
    result: 100,
  },
  'everything, and a block that was removed': {
    blocks: [...everyBlock(sampleCourse), block('passwords/q-gone', failed), block('gone/q-old', failed)],
    states: 'complete complete',
    complete: true,
    next: null,
    result: 100,
  },
  'everything but a question that is removed now': {
    course: smaller,
    blocks: allButTelnet,
    states: 'complete complete',
    complete: true,
    next: null,
    result: 100,
  },
  'everything but a lesson that is removed now': {
    course: withoutLesson(sampleCourse, 'connections'),
    blocks: everyBlock(sampleCourse).filter(({ lessonId }) => lessonId === 'passwords'),
    states: 'complete',
    complete: true,
    next: null,
    result: 100,
  },
  'everything but a lesson that is left out because its file is broken': {
    course: { ...sampleCourse, brokenLessons: 1 },
    blocks: everyBlock(sampleCourse),
    states: 'complete complete',
    complete: false,
    next: null,
    result: 100,
  },
  'a lesson broken after the course was completed': {
    course: { ...sampleCourse, brokenLessons: 1 },
    blocks: everyBlock(sampleCourse),
    wasCompleted: true,
    states: 'complete complete',
    complete: true,
    next: null,
    result: 100,
  },
  'a question added before the course was completed': {
    blocks: allOfSmaller,
    states: 'complete started',
    complete: false,
    next: 'connections',
    result: 80,
  },
  'a question added after the course was completed': {
    blocks: allOfSmaller,
    wasCompleted: true,
    states: 'complete started',
    complete: true,
    next: 'connections',
    result: 100,
  },
  'a lesson added after the course was completed': {
    blocks: everyBlock(withoutLesson(sampleCourse, 'connections')),
    wasCompleted: true,
    states: 'complete new',
    complete: true,
    next: 'connections',
    result: 100,
  },
  'everything, in another order': {
    course: reversed,
    blocks: everyBlock(sampleCourse),
    states: 'complete complete',
    complete: true,
    next: null,
    result: 100,
  },
  'half of it, in another order': {
    course: reversed,
    blocks: [block('passwords/q-strong'), block('passwords/q-factors'), block(`passwords/${READING}`)],
    states: 'new complete',
    complete: false,
    next: 'connections',
    result: 60,
  },
  'a passed question that has moved to another lesson': {
    blocks: [block('connections/q-strong')],
    states: 'new new',
    complete: false,
    next: 'passwords',
    result: 0,
  },
  'a course without questions, read': {
    course: noQuestions,
    blocks: lessonIds.map(id => block(`${id}/${READING}`)),
    states: 'complete complete',
    complete: true,
    next: null,
    result: 100,
  },
  'a course without questions, not read': {
    course: noQuestions,
    blocks: [],
    states: 'new new',
    complete: false,
    next: 'passwords',
    result: 100,
  },
  'a course without lessons': {
    course: { ...sampleCourse, lessons: [] },
    blocks: [],
    states: '',
    complete: false,
    next: null,
    result: 100,
  },
}

describe('progress in a course', () => {
  test.each(Object.entries(cases))(
    'with %s',
    (_, { course = sampleCourse, blocks, wasCompleted = false, ...expected }) => {
      const progress = measureProgress(course, blocks, wasCompleted)
      expect({
        states: progress.lessons.map(({ state }) => state).join(' '),
        complete: progress.complete,
        next: progress.nextLessonId,
        result: progress.resultPercent,
      }).toEqual(expected)
    },
  )

  test('tells of each lesson what is passed and what is confirmed', () => {
    const blocks = [
      block('passwords/q-strong'),
      block('passwords/q-factors', failed),
      block(`connections/${READING}`),
    ]
    expect(measureProgress(sampleCourse, blocks, false).lessons).toEqual([
      { lessonId: 'passwords', state: 'started', passedQuestions: 1, questions: 2, readingConfirmed: false },
      { lessonId: 'connections', state: 'started', passedQuestions: 0, questions: 2, readingConfirmed: true },
    ])
  })

  test('keeps the first attempts apart from the best ones', () => {
    const blocks = everyBlock(sampleCourse).map(state =>
      state.blockId === 'q-strong' ? { ...state, attempts: 2, firstScore: 0 } : state,
    )
    const { resultPercent, firstAttemptPercent } = measureProgress(sampleCourse, blocks, false)
    expect({ resultPercent, firstAttemptPercent }).toEqual({ resultPercent: 100, firstAttemptPercent: 60 })
  })
})

describe('a percent', () => {
  /** A course of one question that was answered with so many thousandths. */
  function percentOf(score: number): number {
    const lesson = sampleCourse.lessons[0]
    const question = lesson?.questions[0]
    if (lesson === undefined || question === undefined) throw new Error('The sample course is empty')
    const course = { ...sampleCourse, lessons: [{ ...lesson, questions: [question] }] }
    return measureProgress(course, [block('passwords/q-strong', { bestScore: score, passed: false })], false)
      .resultPercent
  }

  test('is whole and rounded down, so that 100 means that nothing is missing', () => {
    expect([0, 9, 10, 19, 666, 990, 999, 1000].map(percentOf)).toEqual([0, 0, 1, 1, 66, 99, 99, 100])
  })

  test('loses nothing to binary fractions', () => {
    const whole = Array.from({ length: 101 }, (_, percent) => percent)
    expect(whole.map(percent => percentOf(percent * 10))).toEqual(whole)
  })
})

describe('whatever a learner has reached', () => {
  const places = everyBlock(sampleCourse).map(({ lessonId, blockId }) => `${lessonId}/${blockId}`)
  const score = fc.integer({ min: 0, max: FULL_SCORE })
  const reached = fc
    .array(fc.record({ place: fc.constantFrom(...places, 'gone/q-old'), firstScore: score, gained: score }), {
      maxLength: 8,
    })
    .map(states => {
      const blocks = states.map(({ place, firstScore, gained }) => {
        const bestScore = Math.max(firstScore, gained)
        return block(place, { firstScore, bestScore, passed: bestScore === FULL_SCORE })
      })
      return [...new Map(blocks.map(state => [`${state.lessonId}/${state.blockId}`, state])).values()]
    })
  const courses = fc.constantFrom(
    sampleCourse,
    smaller,
    reversed,
    noQuestions,
    withoutLesson(sampleCourse, 'passwords'),
  )

  test('one pass more never lowers anything', () => {
    fc.assert(
      fc.property(
        courses,
        reached,
        fc.constantFrom(...places),
        fc.boolean(),
        (course, blocks, place, wasCompleted) => {
          const others = blocks.filter(({ lessonId, blockId }) => `${lessonId}/${blockId}` !== place)
          const old = blocks.find(state => !others.includes(state))
          const passed = block(place, { firstScore: old?.firstScore ?? FULL_SCORE })
          const before = measureProgress(course, blocks, wasCompleted)
          const after = measureProgress(course, [...others, passed], wasCompleted)
          expect(after.completeLessons).toBeGreaterThanOrEqual(before.completeLessons)
          expect(after.resultPercent).toBeGreaterThanOrEqual(before.resultPercent)
          expect(after.firstAttemptPercent).toBeGreaterThanOrEqual(before.firstAttemptPercent)
          expect(Number(after.complete)).toBeGreaterThanOrEqual(Number(before.complete))
          for (const [index, lesson] of after.lessons.entries()) {
            expect(lesson.passedQuestions).toBeGreaterThanOrEqual(before.lessons[index]?.passedQuestions ?? 0)
          }
        },
      ),
    )
  })

  test('the order in which it is stored makes no difference', () => {
    fc.assert(
      fc.property(courses, reached, fc.boolean(), (course, blocks, wasCompleted) => {
        const one = measureProgress(course, blocks, wasCompleted)
        expect(measureProgress(course, blocks.toReversed(), wasCompleted)).toEqual(one)
      }),
    )
  })

  test('a course that was completed stays complete, whatever becomes of it', () => {
    fc.assert(
      fc.property(courses, reached, (course, blocks) => measureProgress(course, blocks, true).complete),
    )
  })

  test('the next lesson is the first that is not complete', () => {
    fc.assert(
      fc.property(courses, reached, (course, blocks) => {
        const { lessons, nextLessonId, completeLessons } = measureProgress(course, blocks, false)
        const open = lessons.filter(({ state }) => state !== 'complete')
        expect(nextLessonId).toBe(open[0]?.lessonId ?? null)
        expect(completeLessons).toBe(lessons.length - open.length)
      }),
    )
  })
})
