import { examFrontMatter, lessonFrontMatter, readFrontMatter } from './front-matter.ts'

export type Stamped = { ok: true; text: string; changed: boolean } | { ok: false; reason: string }

/**
 * Writes `source: <stamp>` into the description at the top of a translation. Every other character stays as it was:
 * line ends, a byte order mark and comments too.
 */
export function stampTranslation(kind: 'lesson' | 'exam', text: string, stamp: string): Stamped {
  const match = /^(\uFEFF?---[ \t]*(\r\n|\n))([\s\S]*?)(?=^---[ \t]*\r?$)/m.exec(text)
  const [whole = '', opening = '', lineEnd = '\n', fields = ''] = match ?? []
  if (match === null || match.index !== 0) {
    return { ok: false, reason: 'it has no description between two lines of three dashes' }
  }
  const line = `source: ${stamp}`
  const written = /^source[ \t]*:[^\r\n]*/m.test(fields)
    ? fields.replace(/^source[ \t]*:[^\r\n]*/m, line)
    : `${fields}${line}${lineEnd}`
  const stamped = opening + written + text.slice(whole.length)
  return sourceOf(kind, stamped) === stamp
    ? { ok: true, text: stamped, changed: stamped !== text }
    : { ok: false, reason: 'its description has an error: run "npx zagore content check" first' }
}

/** Read again as the check reads it, so that nothing is written that would not be understood. */
function sourceOf(kind: 'lesson' | 'exam', text: string): string | null {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const reading =
    kind === 'lesson' ? readFrontMatter(plain, lessonFrontMatter) : readFrontMatter(plain, examFrontMatter)
  return reading.value?.source ?? null
}
