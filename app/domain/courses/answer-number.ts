import type { Language } from '#app/platform/language.ts'

export type AnswerNumber =
  | { ok: true; value: number; tolerance: number; text: string }
  /** `meant`: it is plainly an attempt at a number. `withUnit`: a number and a word. */
  | { ok: false; meant: boolean; withUnit: boolean }

const NUMBER = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3})?`
const WITH_TOLERANCE = new RegExp(
  String.raw`^([+\-−]?${NUMBER})(?:\s*(?:±|\+\/-|\+-)\s*(${NUMBER})\s*(%)?)?$`,
  'i',
)

/** Reads `37.6`, `37.6 ± 0.2`, `37.6 ± 1%` or `1e3`. The tolerance comes back absolute. */
export function answerNumber(written: string, language: Language): AnswerNumber {
  const match = WITH_TOLERANCE.exec(written)
  const [, number = '', tolerance = '0', percent] = match ?? []
  const value = Number(number.replace('−', '-'))
  const given = Number(tolerance)
  const absolute = percent === undefined ? given : (Math.abs(value) * given) / 100
  if (match === null || !Number.isFinite(value) || !Number.isFinite(absolute)) {
    return {
      ok: false,
      // 37,6 and 12 360 are how Bulgarians write numbers, and ± never stands in a word.
      meant: match !== null || /±|^[+\-−]?\d+,\d+$|^[+\-−]?\d{1,3}(?:[ \u00a0]\d{3})+$/.test(written),
      withUnit: /^[+\-−]?[\d.,]+\s*(?:%|\p{L}+)$/u.test(written),
    }
  }
  return { ok: true, value, tolerance: absolute, text: readable(number, value, language) }
}

/** As many decimals as the author wrote, with the decimal sign of the language. */
function readable(number: string, value: number, language: Language): string {
  const decimals = /e/i.test(number) ? undefined : (number.split('.')[1]?.length ?? 0)
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6)) {
    return language === 'bg' ? number.replace('.', ',') : number
  }
  return formatOf(language, decimals === undefined ? null : Math.min(decimals, 20)).format(value)
}

/** Making a format takes longer than compiling the question around it. */
const formats = new Map<string, Intl.NumberFormat>()

/** @param decimals null: as many as there are */
function formatOf(language: Language, decimals: number | null): Intl.NumberFormat {
  const name = `${language}/${decimals}`
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 20,
    useGrouping: 'min2',
  })
  formats.set(name, format)
  return format
}
