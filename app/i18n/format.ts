import type { Language } from '#app/platform/language.ts'

const locale: Record<Language, string> = { bg: 'bg-BG', en: 'en-GB' }

/** The hub's own time zone: dates on pages mean the same to every reader. */
const timeZone = 'Europe/Sofia'

/** `22 ноември 2026 г.` or `22 November 2026`, from a UTC instant. */
export function formatDate(language: Language, instant: string): string {
  return new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone }).format(new Date(instant))
}

/** `14:20 ч.` or `14:20`, from a UTC instant. */
export function formatTime(language: Language, instant: string): string {
  const time = new Intl.DateTimeFormat(locale[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const at = time.format(new Date(instant)).replace(/\s?ч\.$/, '')
  return language === 'bg' ? `${at} ч.` : at
}

/** Date and time to the minute, from a UTC instant. */
export function formatDateTime(language: Language, instant: string): string {
  return `${formatDate(language, instant)}, ${formatTime(language, instant)}`
}

export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locale[language]).format(value)
}

/** A whole percent with the space that Bulgarian asks for: `71 %`, in English `71%`. */
export function formatPercent(language: Language, percent: number): string {
  return language === 'bg' ? `${percent}\u00a0%` : `${percent}%`
}
