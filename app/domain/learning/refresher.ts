import type { Course } from '#app/domain/courses/course.ts'
import { blockKey, FULL_SCORE } from './progress.ts'

/** An attempt at a question of a lesson, as kept. `score` is in thousandths of the question's points. */
export type KeptAttempt = {
  lessonId: string
  blockId: string
  number: number
  score: number
  answeredAt: Date
}

export type Refresher = {
  /** Whether enough was reached again. */
  done: boolean
  /** Whole percent of the points, at best and with the first attempt at every question of the refresher. */
  resultPercent: number
  firstAttemptPercent: number
  /** Lessons with questions, in the order of the course. */
  lessons: { lessonId: string; questions: number; answered: number }[]
}

/**
 * The rule of a refresher by questions: those of the whole course are answered again, and the points that its
 * assessment asks for are reached. What was answered before `since`, or at that instant, does not count. While a
 * lesson is left out because its file is broken, nobody is done: its questions could not be answered.
 */
export function measureRefresher(
  course: Pick<Course, 'lessons' | 'assessment' | 'brokenLessons'>,
  attempts: readonly KeptAttempt[],
  since: Date,
): Refresher {
  const reached = new Map<string, { first: KeptAttempt; best: number }>()
  for (const attempt of attempts) {
    if (attempt.answeredAt <= since) continue
    const key = blockKey(attempt.lessonId, attempt.blockId)
    const before = reached.get(key)
    reached.set(key, {
      first: before === undefined || attempt.number < before.first.number ? attempt : before.first,
      best: Math.max(before?.best ?? 0, attempt.score),
    })
  }
  let points = 0
  let best = 0
  let first = 0
  const lessons: Refresher['lessons'] = []
  for (const { id: lessonId, questions } of course.lessons) {
    if (questions.length === 0) continue
    let answered = 0
    for (const question of questions) {
      const again = reached.get(blockKey(lessonId, question.id))
      points += question.points * FULL_SCORE
      if (again === undefined) continue
      answered += 1
      best += question.points * again.best
      first += question.points * again.first.score
    }
    lessons.push({ lessonId, questions: questions.length, answered })
  }
  const complete = lessons.length > 0 && lessons.every(lesson => lesson.answered === lesson.questions)
  const resultPercent = percent(best, points)
  return {
    done: complete && course.brokenLessons === 0 && resultPercent >= course.assessment.passPercent,
    resultPercent,
    firstAttemptPercent: percent(first, points),
    lessons,
  }
}

/** Rounded down, as every result is. */
function percent(earned: number, points: number): number {
  return points === 0 ? 0 : Math.floor((earned * 100) / points)
}

type Sitting = { handedInAt: Date | null; passed: boolean | null; score: number | null }

/** The rule of a refresher by exam: it is passed again, by a sitting that was handed in after `since`. */
export function measureExamRefresher(
  sittings: readonly Sitting[],
  since: Date,
): Pick<Refresher, 'done' | 'resultPercent'> {
  const counted = sittings.filter(({ handedInAt }) => handedInAt !== null && handedInAt > since)
  const best = Math.max(0, ...counted.map(({ score }) => score ?? 0))
  return {
    done: counted.some(({ passed }) => passed === true),
    resultPercent: Math.floor((best * 100) / FULL_SCORE),
  }
}

type Block = { attempts: number; passedAt: Date | null; updatedAt: Date }

/**
 * How a question stands while a refresher runs: what was passed or answered before it began is asked again.
 * `since` is null while there is none.
 */
export function standingInRefresher(
  { attempts, passedAt, updatedAt }: Block,
  since: Date | null,
): { passed: boolean; answered: boolean } {
  return {
    passed: passedAt !== null && (since === null || passedAt > since),
    answered: attempts > 0 && (since === null || updatedAt > since),
  }
}
