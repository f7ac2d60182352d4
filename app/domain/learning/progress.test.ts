import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course, Exam } from '#app/domain/courses/course.ts'
import { sampleCourse } from '#tests/factories.ts'
import {
  type BlockState,
  blockKey,
  EXAM_BLOCK,
  FULL_SCORE,
  type LearnerState,
  measureProgress,
  READING,
} from './progress.ts'

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

function learner(blocks: BlockState[], state: Partial<LearnerState> = {}): LearnerState {
  return { blocks, completed: false, editionBlocks: null, exam: null, ...state }
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
      const progress = measureProgress(course, learner(blocks, { completed: wasCompleted }))
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
    expect(measureProgress(sampleCourse, learner(blocks)).lessons).toEqual([
      {
        lessonId: 'passwords',
        state: 'started',
        required: true,
        passedQuestions: 1,
        questions: 2,
        readingConfirmed: false,
      },
      {
        lessonId: 'connections',
        state: 'started',
        required: true,
        passedQuestions: 0,
        questions: 2,
        readingConfirmed: true,
      },
    ])
  })

  test('keeps the first attempts apart from the best ones', () => {
    const blocks = everyBlock(sampleCourse).map(state =>
      state.blockId === 'q-strong' ? { ...state, attempts: 2, firstScore: 0 } : state,
    )
    const { resultPercent, firstAttemptPercent } = measureProgress(sampleCourse, learner(blocks))
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
    return measureProgress(
      course,
      learner([block('passwords/q-strong', { bestScore: score, passed: false })]),
    ).resultPercent
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
          const before = measureProgress(course, learner(blocks, { completed: wasCompleted }))
          const after = measureProgress(course, learner([...others, passed], { completed: wasCompleted }))
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
        const one = measureProgress(course, learner(blocks, { completed: wasCompleted }))
        expect(measureProgress(course, learner(blocks.toReversed(), { completed: wasCompleted }))).toEqual(
          one,
        )
      }),
    )
  })

  test('a course that was completed stays complete, whatever becomes of it', () => {
    fc.assert(
      fc.property(
        courses,
        reached,
        (course, blocks) => measureProgress(course, learner(blocks, { completed: true })).complete,
      ),
    )
  })

  test('the next lesson is the first that is not complete', () => {
    fc.assert(
      fc.property(courses, reached, (course, blocks) => {
        const { lessons, nextLessonId, completeLessons } = measureProgress(course, learner(blocks))
        const open = lessons.filter(({ state }) => state !== 'complete')
        expect(nextLessonId).toBe(open[0]?.lessonId ?? null)
        expect(completeLessons).toBe(lessons.length - open.length)
      }),
    )
  })
})

describe('a course whose edition was raised while somebody was learning', () => {
  /** What the earlier edition asked for: the first lesson, and one question of the second. */
  const earlier = new Set([
    blockKey('passwords', READING),
    blockKey('passwords', 'q-strong'),
    blockKey('passwords', 'q-factors'),
    blockKey('connections', READING),
    blockKey('connections', 'q-bits'),
    blockKey('connections', 'q-given-up'),
    blockKey('gone', READING),
    blockKey('gone', 'q-gone'),
  ])
  const onlyFirst = new Set([...earlier].filter(key => !key.startsWith('connections/')))
  const passwords = [`passwords/${READING}`, 'passwords/q-strong', 'passwords/q-factors']

  const table: Record<
    string,
    { edition: Set<string> | null; reached: string[]; complete: boolean; open: string[] }
  > = {
    'who began with the present edition needs all of it': {
      edition: null,
      reached: [...passwords, `connections/${READING}`, 'connections/q-bits'],
      complete: false,
      open: ['connections'],
    },
    'who began earlier is not asked for a question that was added since': {
      edition: earlier,
      reached: [...passwords, `connections/${READING}`, 'connections/q-bits'],
      complete: true,
      open: [],
    },
    'who began earlier is asked for every question of that edition that is still there': {
      edition: earlier,
      reached: [...passwords, `connections/${READING}`],
      complete: false,
      open: ['connections'],
    },
    'who began earlier is not asked for a lesson that was added since': {
      edition: onlyFirst,
      reached: passwords,
      complete: true,
      open: [],
    },
    'who began earlier is asked for nothing that was given up since': {
      edition: new Set([...onlyFirst, blockKey('gone', READING), blockKey('gone', 'q-gone')]),
      reached: passwords,
      complete: true,
      open: [],
    },
    'who has done nothing has everything of the earlier edition to do': {
      edition: earlier,
      reached: [],
      complete: false,
      open: ['passwords', 'connections'],
    },
    'an edition of which nothing is left can be completed by nobody': {
      edition: new Set([blockKey('gone', READING)]),
      reached: passwords,
      complete: false,
      open: [],
    },
  }

  test.each(Object.entries(table))('%s', (_, { edition, reached, complete, open }) => {
    const blocks = reached.map(place => block(place))
    const progress = measureProgress(sampleCourse, learner(blocks, { editionBlocks: edition }))
    const missing = progress.lessons.filter(lesson => lesson.required && lesson.state !== 'complete')
    expect({ complete: progress.complete, open: missing.map(lesson => lesson.lessonId) }).toEqual({
      complete,
      open,
    })
    expect(progress.nextLessonId).toBe(open[0] ?? null)
    expect(progress.requiredLessons - progress.completeLessons).toBe(open.length)
  })

  test('a lesson that is not required can be done all the same, with all its questions', () => {
    const { lessons } = measureProgress(
      sampleCourse,
      learner([block('connections/q-telnet')], { editionBlocks: onlyFirst }),
    )
    expect(lessons[1]).toMatchObject({ required: false, state: 'started', passedQuestions: 1, questions: 2 })
  })

  test('questions added since do not lower the result', () => {
    const blocks = [...passwords, `connections/${READING}`, 'connections/q-bits'].map(place => block(place))
    expect(measureProgress(sampleCourse, learner(blocks, { editionBlocks: earlier })).resultPercent).toBe(100)
  })
})

describe('a course with an exam', () => {
  const exam: Exam = {
    questions: 1,
    minutes: 10,
    review: 'result',
    bank: [],
    texts: { bg: { title: '', summary: '', introHtml: '' }, en: { title: '', summary: '', introHtml: '' } },
  }
  const course: Course = { ...sampleCourse, exam }
  const all = everyBlock(sampleCourse)

  const table: Record<
    string,
    {
      state: Partial<LearnerState>
      blocks?: BlockState[]
      complete: boolean
      passed: boolean | null
      result: number
    }
  > = {
    'is not complete before its exam was taken': { state: {}, complete: false, passed: false, result: 100 },
    'is not complete when the exam was failed, and the result is that of the exam': {
      state: { exam: { passed: false, bestScore: 590 } },
      complete: false,
      passed: false,
      result: 59,
    },
    'is complete when the exam was passed': {
      state: { exam: { passed: true, bestScore: 875 } },
      complete: true,
      passed: true,
      result: 87,
    },
    'is not complete by its exam alone': {
      state: { exam: { passed: true, bestScore: 1000 } },
      blocks: [],
      complete: false,
      passed: true,
      result: 100,
    },
    'stays complete for who had completed it before there was an exam': {
      state: { completed: true },
      complete: true,
      passed: false,
      result: 100,
    },
    'asks nobody for an exam that their edition did not have': {
      state: { editionBlocks: new Set(all.map(one => blockKey(one.lessonId, one.blockId))) },
      complete: true,
      passed: null,
      result: 100,
    },
    'asks for the exam where the earlier edition had one': {
      state: {
        editionBlocks: new Set([
          ...all.map(one => blockKey(one.lessonId, one.blockId)),
          blockKey(EXAM_BLOCK.lessonId, EXAM_BLOCK.blockId),
        ]),
      },
      complete: false,
      passed: false,
      result: 100,
    },
  }

  test.each(Object.entries(table))('%s', (_, { state, blocks = all, complete, passed, result }) => {
    const progress = measureProgress(course, learner(blocks, state))
    expect({
      complete: progress.complete,
      passed: progress.examPassed,
      result: progress.resultPercent,
    }).toEqual({ complete, passed, result })
  })
})

test('a hint that was taken is no answer', () => {
  const blocks = [block('passwords/q-strong', { ...failed, attempts: 0 })]
  expect(measureProgress(sampleCourse, learner(blocks)).lessons[0]?.state).toBe('new')
})
