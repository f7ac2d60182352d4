import type { Course, Lesson } from '#app/domain/courses/course.ts'

/** The block id under which the confirmation of reading is kept. Authors cannot write a tilde in an id. */
export const READING = '~reading'

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

export type LessonProgress = {
  lessonId: string
  state: 'new' | 'started' | 'complete'
  passedQuestions: number
  questions: number
  readingConfirmed: boolean
}

export type CourseProgress = {
  lessons: LessonProgress[]
  completeLessons: number
  complete: boolean
  /** The first lesson that is not complete; null when all are. */
  nextLessonId: string | null
  /** Whole percent of the points reached, at best and with the first attempt. */
  resultPercent: number
  firstAttemptPercent: number
}

/**
 * What a learner has reached in a course. A lesson is complete when every question is passed and its reading is
 * confirmed. A course is complete when all its lessons are, and stays complete when it once was: a requirement
 * added later asks only those who have not finished. Blocks that no longer exist are passed over. A lesson that is
 * left out because its file is broken is still a requirement: what cannot be read cannot have been earned.
 */
export function measureProgress(course: Course, blocks: BlockState[], wasCompleted: boolean): CourseProgress {
  const reached = new Map(blocks.map(block => [keyOf(block.lessonId, block.blockId), block]))
  const lessons = course.lessons.map(lesson => measureLesson(lesson, reached))
  // Questions added after somebody finished are not held against the result.
  const asked = course.lessons.flatMap(lesson =>
    lesson.questions
      .map(question => ({ key: keyOf(lesson.id, question.id), points: question.points }))
      .filter(({ key }) => !wasCompleted || reached.has(key)),
  )
  const completeLessons = lessons.filter(lesson => lesson.state === 'complete').length
  return {
    lessons,
    completeLessons,
    complete:
      wasCompleted ||
      (course.brokenLessons === 0 && lessons.length > 0 && completeLessons === lessons.length),
    nextLessonId: lessons.find(lesson => lesson.state !== 'complete')?.lessonId ?? null,
    resultPercent: percentOf(asked, reached, block => block.bestScore),
    firstAttemptPercent: percentOf(asked, reached, block => block.firstScore),
  }
}

function measureLesson(lesson: Lesson, reached: Map<string, BlockState>): LessonProgress {
  const blocks = lesson.questions.map(question => reached.get(keyOf(lesson.id, question.id)))
  const passedQuestions = blocks.filter(block => block?.passed).length
  const readingConfirmed = reached.get(keyOf(lesson.id, READING))?.passed ?? false
  const complete = readingConfirmed && passedQuestions === lesson.questions.length
  const started = readingConfirmed || blocks.some(block => block !== undefined)
  return {
    lessonId: lesson.id,
    state: complete ? 'complete' : started ? 'started' : 'new',
    passedQuestions,
    questions: lesson.questions.length,
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

function keyOf(lessonId: string, blockId: string): string {
  return `${lessonId}/${blockId}`
}
