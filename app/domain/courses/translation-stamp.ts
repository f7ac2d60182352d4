import { createHash } from 'node:crypto'

/** A part of a text that is translated as one: its description, what stands before the first heading, a section. */
export type TextSection = {
  /** The heading as written; null for the description and the beginning. */
  heading: string | null
  /** Line on which it begins, from 1. */
  line: number
  /** Six hexadecimal digits that change with any change of the text. */
  digest: string
}

const DIGITS = 6

/** Cuts a lesson's source at its second-level headings. Fenced code is no place for headings. */
export function sectionsOf(source: string): TextSection[] {
  const parts: { heading: string | null; line: number; lines: string[] }[] = [
    { heading: null, line: 1, lines: [] },
  ]
  let fence: string | null = null
  for (const [index, text] of source.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null
    if (fence === null && mark !== null) fence = mark
    else if (fence !== null && mark?.startsWith(fence)) fence = null
    const heading = fence === null ? /^## +(.*?)\s*#*$/.exec(text) : null
    if (heading !== null) parts.push({ heading: heading[1] ?? '', line: index + 1, lines: [] })
    // What this translation was made from says nothing of its own text.
    if (!(parts.length === 1 && text.startsWith('source:'))) parts.at(-1)?.lines.push(text.trimEnd())
  }
  return parts.map(({ heading, line, lines }) => ({ heading, line, digest: digestOf(lines) }))
}

function digestOf(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS)
}

/** What a translation keeps of the text that it was made from: `bg@` and the digests of all its sections. */
export function stampOf(language: string, source: string): string {
  return `${language}@${sectionsOf(source)
    .map(section => section.digest)
    .join('')}`
}

export type StaleSection = {
  /** In the original as it is now; null where the translation has a section that the original gave up. */
  section: TextSection | null
  change: 'changed' | 'added' | 'removed'
}

/**
 * The sections that changed since a translation was made. A section that only moved is not behind.
 * @param stamp as `stampOf` wrote it when the translation was made
 */
export function staleSections(stamp: string, original: string): StaleSection[] {
  const before = stamp.slice(stamp.indexOf('@') + 1).match(/[0-9a-f]{6}/g) ?? []
  const after = sectionsOf(original)
  const remaining = [...before]
  const fresh: TextSection[] = []
  for (const section of after) {
    const at = remaining.indexOf(section.digest)
    if (at === -1) fresh.push(section)
    else remaining.splice(at, 1)
  }
  // What is left of the old text was changed as far as there is new text in its place, and removed beyond that.
  const changed = fresh.slice(0, remaining.length)
  const added = fresh.slice(remaining.length)
  const removed = Math.max(0, remaining.length - fresh.length)
  return [
    ...changed.map(section => ({ section, change: 'changed' as const })),
    ...added.map(section => ({ section, change: 'added' as const })),
    ...Array.from({ length: removed }, () => ({ section: null, change: 'removed' as const })),
  ].sort((a, b) => (a.section?.line ?? Infinity) - (b.section?.line ?? Infinity))
}
