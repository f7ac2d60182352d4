/** Days for which a share link is usually made. */
export const shareDays = [7, 30, 90] as const

/** The longest time for which one can be made. */
export const MOST_DAYS = 365

const DAY = 86_400_000

/** Until when a link works: so many days from now, or to the end of a day, as `2027-03-31`. */
export type ShareUntil = { days: (typeof shareDays)[number] } | { date: string }

export type ShareEnd = { ok: true; endsAt: Date } | { ok: false; reason: 'invalid' | 'past' | 'too-far' }

/** The instant at which a link ends. A day ends at midnight in Sofia. */
export function shareEnd(until: ShareUntil, at: Date): ShareEnd {
  if ('days' in until) return { ok: true, endsAt: new Date(at.getTime() + until.days * DAY) }
  const endsAt = endOfDay(until.date)
  if (endsAt === null) return { ok: false, reason: 'invalid' }
  if (endsAt <= at) return { ok: false, reason: 'past' }
  const latest = endOfDay(dayIn(MOST_DAYS, at))
  return latest !== null && endsAt > latest ? { ok: false, reason: 'too-far' } : { ok: true, endsAt }
}

/** The day in Sofia, so many days from an instant: `2027-03-31`. */
export function dayIn(days: number, at: Date): string {
  return sofiaDay.format(new Date(at.getTime() + days * DAY))
}

// The Swedish way of writing a date is that of ISO 8601.
const sofiaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' })

const sofiaHour = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Sofia',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** The midnight in Sofia after a day; null when there is no such day. */
function endOfDay(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const midnight = new Date(`${day}T00:00:00.000Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null
  const next = midnight.getTime() + DAY
  // Sofia is two or three hours ahead, and changes its clock at night, but never at midnight.
  for (const hours of [3, 2]) {
    const candidate = new Date(next - hours * 3_600_000)
    if (sofiaHour.format(candidate) === '00' || sofiaHour.format(candidate) === '0') return candidate
  }
  return null
}
