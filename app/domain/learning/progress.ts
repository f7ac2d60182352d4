import type { Course, Lesson } from '#app/domain/courses/course.ts'

/** The block id under which the confirmation of reading is kept. Authors cannot write a tilde in an id. */
export const READING = '~reading'

/** What an edition with an exam asks for beside its lessons, as a block of no lesson. */
export const EXAM_BLOCK = { lessonId: '~exam', blockId: '~exam' } as const

/** A full score: scores are kept in thousandths of a question's points. */
export const FULL_SCORE = 1_000

export type BlockState = {
  lessonId: string
  blockId: string
  attempts: number
  firstScore: number
  bestScore: number
  passed: boolean
}

/** Everything about one learner that decides what is reached and what is missing. */
export type LearnerState = {
  blocks: readonly BlockState[]
  /** Whether the course was completed once. */
  completed: boolean
  /**
   * What the learner's edition asked for, as `blockKey` names it, when the course has moved on to a later edition;
   * null for who is on the present one, or on one of which nothing was kept.
   */
  editionBlocks: ReadonlySet<string> | null
  /** Attempts at the exam: null while there is none that was handed in. */
  exam: { passed: boolean; bestScore: number } | null
}

export type LessonProgress = {
  lessonId: string
  state: 'new' | 'started' | 'complete'
  /** Whether this learner needs it to complete the course. */
  required: boolean
  passedQuestions: number
  questions: number
  readingConfirmed: boolean
}

export type CourseProgress = {
  lessons: LessonProgress[]
  /** Of the required lessons. */
  completeLessons: number
  requiredLessons: number
  /** Whether every lesson that is required is complete: what opens the way to the end. */
  lessonsComplete: boolean
  /** null when the course has no exam, or this learner's edition had none. */
  examPassed: boolean | null
  complete: boolean
  /** The first required lesson that is not complete; null when all are. */
  nextLessonId: string | null
  /** Whole percent of the points reached, at best and with the first attempt. With an exam, its best attempt. */
  resultPercent: number
  firstAttemptPercent: number
}

/**
 * The rule of progress: what a learner has reached in a course and what is missing.
 * - A lesson is complete when all its required questions are passed and its reading is confirmed.
 * - A course is complete when all required lessons are, and its exam is passed where there is one; it stays complete
 *   when it once was, so that a requirement added later asks only those who have not finished.
 * - A learner who began with an earlier edition is asked for what that edition ever asked for and is still there.
 * - Blocks that no longer exist are passed over, and a changed question keeps earlier passes: progress is kept under
 *   permanent ids.
 * - A lesson left out because its file is broken is still a requirement: what cannot be read cannot have been earned.
 */
export function measureProgress(course: Course, learner: LearnerState): CourseProgress {
  const { completed, editionBlocks, exam } = learner
  const reached = new Map(learner.blocks.map(block => [blockKey(block.lessonId, block.blockId), block]))
  const asks = (lessonId: string, blockId: string) => editionBlocks?.has(blockKey(lessonId, blockId)) ?? true
  const lessons = course.lessons.map(lesson => measureLesson(lesson, reached, asks))
  const required = lessons.filter(lesson => lesson.required)
  const completeLessons = required.filter(lesson => lesson.state === 'complete').length
  const lessonsComplete =
    course.brokenLessons === 0 && required.length > 0 && completeLessons === required.length
  const examPassed =
    course.exam === null || !asks(EXAM_BLOCK.lessonId, EXAM_BLOCK.blockId) ? null : (exam?.passed ?? false)
  // Questions added after somebody finished are not held against the result.
  const asked = course.lessons.flatMap(lesson =>
    lesson.questions
      .filter(question => asks(lesson.id, question.id))
      .map(question => ({ key: blockKey(lesson.id, question.id), points: question.points }))
      .filter(({ key }) => !completed || reached.has(key)),
  )
  const bestPercent = percentOf(asked, reached, block => block.bestScore)
  return {
    lessons,
    completeLessons,
    requiredLessons: required.length,
    lessonsComplete,
    examPassed,
    complete: completed || (lessonsComplete && examPassed !== false),
    nextLessonId: required.find(lesson => lesson.state !== 'complete')?.lessonId ?? null,
    resultPercent:
      examPassed === null || exam === null ? bestPercent : Math.floor((exam.bestScore * 100) / FULL_SCORE),
    firstAttemptPercent: percentOf(asked, reached, block => block.firstScore),
  }
}

export function blockKey(lessonId: string, blockId: string): string {
  return `${lessonId}/${blockId}`
}

type Asks = (lessonId: string, blockId: string) => boolean

function measureLesson(lesson: Lesson, reached: Map<string, BlockState>, asks: Asks): LessonProgress {
  const required = asks(lesson.id, READING)
  // In a lesson that is not required everything may be done, and nothing must.
  const questions = lesson.questions.filter(question => !required || asks(lesson.id, question.id))
  const blocks = questions.map(question => reached.get(blockKey(lesson.id, question.id)))
  const passedQuestions = blocks.filter(block => block?.passed).length
  const readingConfirmed = reached.get(blockKey(lesson.id, READING))?.passed ?? false
  const complete = readingConfirmed && passedQuestions === questions.length
  const started = readingConfirmed || blocks.some(block => block !== undefined && block.attempts > 0)
  return {
    lessonId: lesson.id,
    state: complete ? 'complete' : started ? 'started' : 'new',
    required,
    passedQuestions,
    questions: questions.length,
    readingConfirmed,
  }
}

/** Rounded down, so that nobody reads 100 % where something is missing. A course without questions counts 100. */
function percentOf(
  asked: { key: string; points: number }[],
  reached: Map<string, BlockState>,
  scoreOf: (block: BlockState) => number,
): number {
  let points = 0
  let earned = 0
  for (const question of asked) {
    const block = reached.get(question.key)
    points += question.points * FULL_SCORE
    earned += block === undefined ? 0 : question.points * scoreOf(block)
  }
  // Multiplied first: 0.29 * 100 is 28.999… in binary.
  return points === 0 ? 100 : Math.floor((earned * 100) / points)
}
