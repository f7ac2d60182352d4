import type { Assessment } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import { noStanding, progressOf, readStanding } from '../learner-progress.server.ts'
import { type CourseProgress, FULL_SCORE } from '../progress.ts'
import { type ExamPlace, readAttempts, type StoredAttempt } from './attempts.server.ts'
import { examMinutes } from './exam-clock.ts'
import { type MayBegin, mayBegin } from './may-begin.ts'

/** What a learner may do with the exam now. `until` is an ISO time. */
export type ExamTurn =
  | { ok: true; number: number }
  | {
      ok: false
      reason: 'not-enrolled' | Extract<MayBegin, { ok: false }>['reason']
      number?: number
      until?: string
    }

export type AttemptRow = {
  number: number
  startedAt: string
  handedInAt: string | null
  byClock: boolean
  /** Whole percent of the points; null while it runs. */
  percent: number | null
  passed: boolean
}

export type ExamView = {
  title: string
  summary: string
  questions: number
  /** With the learner's extra time. */
  minutes: number
  extraTimePercent: number
  passPercent: number
  /** null where attempts are not counted. */
  attempts: number | null
  attemptsLeft: number | null
  cooldownHours: number
  review: 'result' | 'answers'
  supervision: Assessment['supervision']
  turn: ExamTurn
  missingLessons: number
  complete: boolean
  rows: AttemptRow[]
  introHtml: string
}

/** What an exam is, and where one learner stands with it. */
export async function viewExam(
  place: Omit<ExamPlace, 'userId'> & { userId: string | null },
  language: Language,
): Promise<ExamView> {
  const { course, userId } = place
  const { exam, assessment } = course
  const standing = userId === null ? noStanding : await readStanding(userId, course)
  const progress = progressOf(course, standing)
  const enrolled = userId !== null && standing.enrolment !== null
  const attempts = enrolled ? await readAttempts({ ...place, userId }) : []
  const extraTimePercent = userId === null ? 0 : await readExtraTime(userId)
  const text = exam.texts[language]
  return {
    title: text.title,
    summary: text.summary,
    introHtml: text.introHtml,
    questions: exam.questions,
    minutes: examMinutes(exam.minutes, extraTimePercent),
    extraTimePercent,
    passPercent: assessment.passPercent,
    attempts: assessment.attempts,
    attemptsLeft: assessment.attempts === null ? null : Math.max(0, assessment.attempts - attempts.length),
    cooldownHours: assessment.cooldownHours ?? 0,
    review: exam.review,
    supervision: assessment.supervision,
    turn: enrolled ? examTurn(place, attempts, progress) : { ok: false, reason: 'not-enrolled' },
    missingLessons: progress.requiredLessons - progress.completeLessons,
    complete: progress.complete,
    rows: attempts.map(describeAttempt),
  }
}

export function examTurn(
  { course, refreshSince }: Pick<ExamPlace, 'course' | 'refreshSince'>,
  attempts: readonly StoredAttempt[],
  { lessonsComplete }: CourseProgress,
): ExamTurn {
  const may = mayBegin(attempts, course.assessment, lessonsComplete, now(), refreshSince)
  if (may.ok || may.reason !== 'cooling-down') return may
  return { ...may, until: may.until.toISOString() }
}

export function describeAttempt(attempt: StoredAttempt): AttemptRow {
  const { number, startedAt, handedInAt, handedInBy, score, passed } = attempt
  return {
    number,
    startedAt: startedAt.toISOString(),
    handedInAt: handedInAt?.toISOString() ?? null,
    byClock: handedInBy === 'clock',
    percent: score === null ? null : Math.floor((score * 100) / FULL_SCORE),
    passed: passed === true,
  }
}

async function readExtraTime(userId: string): Promise<number> {
  const row = await database().prisma.user.findUnique({
    where: { id: userId },
    select: { extraTimePercent: true },
  })
  return row?.extraTimePercent ?? 0
}
