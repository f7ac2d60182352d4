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
  if (match === null || !Number.isFinite(value)) {
    return {
      ok: false,
      // 37,6 and 12 360 are how Bulgarians write numbers, and ± never stands in a word.
      meant: match !== null || /±|^[+\-−]?\d+,\d+$|^[+\-−]?\d{1,3}(?:[ \u00a0]\d{3})+$/.test(written),
      withUnit: /^[+\-−]?[\d.,]+\s*(?:%|\p{L}+)$/u.test(written),
    }
  }
  const given = Number(tolerance)
  const absolute = percent === undefined ? given : (Math.abs(value) * given) / 100
  return { ok: true, value, tolerance: absolute, text: readable(number, value, language) }
}

/** As many decimals as the author wrote, with the decimal sign of the language. */
function readable(number: string, value: number, language: Language): string {
  const decimals = /e/i.test(number) ? undefined : (number.split('.')[1]?.length ?? 0)
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6)) {
    return language === 'bg' ? number.replace('.', ',') : number
  }
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals === undefined ? 0 : Math.min(decimals, 20),
    maximumFractionDigits: Math.min(decimals ?? 20, 20),
    useGrouping: 'min2',
  }).format(value)
}
