import type { Language, Localized } from '#app/platform/language.ts'

export const nbsp = '\u00a0'

const months: Record<Language, readonly string[]> = {
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** The calendar day of a UTC instant in Europe/Sofia: „22 ноември 2026 г.“ and "22 November 2026". */
export function dateInSofia(instant: string): Localized {
  const parts = new Map(
    sofiaDay.formatToParts(new Date(instant)).map(part => [part.type, Number(part.value)]),
  )
  const [day, month, year] = [parts.get('day'), (parts.get('month') ?? 0) - 1, parts.get('year')]
  return {
    bg: `${day}${nbsp}${months.bg[month]} ${year}${nbsp}г.`,
    en: `${day}${nbsp}${months.en[month]} ${year}`,
  }
}

const sofiaDay = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Sofia',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
})

/** A number with at most one decimal, with the language's decimal sign: „12,5“ and "12.5". */
export function decimal(value: number, language: Language): string {
  const plain = String(Math.round(value * 10) / 10)
  return language === 'bg' ? plain.replace('.', ',') : plain
}
