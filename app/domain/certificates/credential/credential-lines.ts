import type { Localized } from '#app/platform/language.ts'

/**
 * Open Badges 3.0 gives a name or a description one plain string and no language. So a short text has both languages
 * in one line, „Управление на данни / Data management“, and a long one has a block of lines for each, Bulgarian first.
 * A line of a block is `label: value` in the words of the certificate, and can be read back.
 */
const BETWEEN = ' / '

/** Labels by which the lines of a credential are read again. */
export const labels = {
  workload: { bg: 'Обем', en: 'Workload' },
  level: { bg: 'Ниво', en: 'Level' },
  edition: { bg: 'Издание', en: 'Edition' },
  outcomes: { bg: 'Резултати от обучението', en: 'Learning outcomes' },
} satisfies Record<string, Localized>

/** Stands before the names of a demo. */
export const demoMark = 'ДЕМО · DEMO: '

/** „Управление на данни / Data management“; once where both are the same. */
export function inOneLine({ bg, en }: Localized): string {
  return bg === en && !bg.includes(BETWEEN) ? bg : `${bg}${BETWEEN}${en}`
}

/** The two languages of such a line. Titles that hold the sign between them do so in both languages. */
export function splitLine(line: string): Localized {
  const parts = line.split(BETWEEN)
  const middle = Math.ceil(parts.length / 2)
  const bg = parts.slice(0, middle).join(BETWEEN)
  return { bg, en: parts.length === 1 ? bg : parts.slice(middle).join(BETWEEN) }
}

export function withoutMark(name: string): string {
  return name.startsWith(demoMark) ? name.slice(demoMark.length) : name
}
