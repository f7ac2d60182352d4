import type { Assessment } from '#app/domain/courses/course.ts'

export type AttemptSummary = { number: number; handedInAt: Date | null; passed: boolean | null }

export type MayBegin =
  | { ok: true; number: number }
  /** One is running: it can be gone on with. */
  | { ok: false; reason: 'open'; number: number }
  | { ok: false; reason: 'passed' }
  | { ok: false; reason: 'lessons-missing' }
  | { ok: false; reason: 'attempts-used' }
  | { ok: false; reason: 'cooling-down'; until: Date }

const HOUR = 3_600_000

/**
 * Whether a learner may begin an exam now, and as which attempt. It opens when every required lesson is complete,
 * and it is done when it is passed: what was reached then stays. The hours between two attempts count from the end
 * of the last one, in UTC.
 * @param attempts in the order of their numbers; those whose time is over have been closed before
 * @param refreshSince from when a certificate can be renewed: then the exam is taken anew, and neither what was
 *   passed nor the attempts that were used before count
 */
export function mayBegin(
  attempts: readonly AttemptSummary[],
  { attempts: limit, cooldownHours }: Pick<Assessment, 'attempts' | 'cooldownHours'>,
  lessonsComplete: boolean,
  at: Date,
  refreshSince: Date | null = null,
): MayBegin {
  const last = attempts.at(-1) ?? null
  if (last !== null && last.handedInAt === null) return { ok: false, reason: 'open', number: last.number }
  const counted = attempts.filter(
    ({ handedInAt }) => refreshSince === null || (handedInAt !== null && handedInAt > refreshSince),
  )
  if (counted.some(attempt => attempt.passed)) return { ok: false, reason: 'passed' }
  if (!lessonsComplete) return { ok: false, reason: 'lessons-missing' }
  if (limit !== null && counted.length >= limit) return { ok: false, reason: 'attempts-used' }
  if (last?.handedInAt && cooldownHours !== null) {
    const until = new Date(last.handedInAt.getTime() + cooldownHours * HOUR)
    if (at < until) return { ok: false, reason: 'cooling-down', until }
  }
  return { ok: true, number: (last?.number ?? 0) + 1 }
}
