import type { Env } from 'markdown-it'
import type { MarkdownLabels } from './labels.ts'
import type { Position, Problem } from './problem.ts'

export type Unresolved = { ok: false; code: string; message: string; remedy: string }

/** `src` is ready for the page; width and height are in CSS pixels. */
export type ResolvedImage = { ok: true; src: string; width: number; height: number } | Unresolved

export type ResolvedLink = { ok: true; href: string } | Unresolved

/** `href` leads to the term among all others; the other two are plain text. */
export type ResolvedTerm = { ok: true; term: string; definition: string; href: string } | Unresolved

export type Heading = Position & { id: string; text: string; level: number }

/** What one text brings to the rules, and what they collect from it. */
export type MarkdownEnvironment = {
  labels: MarkdownLabels
  /** Given the address as the author wrote it, percent-decoded. */
  resolveImage: (name: string) => ResolvedImage
  /** Given a relative address as the author wrote it, percent-decoded, with its `#fragment`. */
  resolveLink: (address: string) => ResolvedLink
  /** Given the id of a glossary term. null: there is nothing to show, and nobody here to blame. */
  resolveTerm: (id: string) => ResolvedTerm | null
  /** The source, line by line. */
  lines: readonly string[]
  problems: Problem[]
  headings: Heading[]
  /** Ids of the glossary terms that the text explains, each once. */
  terms: string[]
  /** Every id given on this page so far, with the number that the next of its name may bear. */
  ids: Map<string, number>
}

export function createEnvironment(
  given: Pick<MarkdownEnvironment, 'labels' | 'resolveImage' | 'resolveLink'> &
    Partial<Pick<MarkdownEnvironment, 'resolveTerm'>>,
): MarkdownEnvironment {
  return {
    resolveTerm: withoutGlossary,
    ...given,
    lines: [],
    problems: [],
    headings: [],
    terms: [],
    ids: new Map(),
  }
}

function withoutGlossary(id: string): ResolvedTerm {
  const message = `There is no glossary here to look up "${id}".`
  return { ok: false, code: 'glossary-unknown', message, remedy: 'write the word without a link' }
}

export function environmentOf(env: Env | undefined): MarkdownEnvironment {
  // The renderer is reached only through the functions of renderer.ts, which take no other environment.
  return env as unknown as MarkdownEnvironment
}

/** `note`, `note-2`, `note-3`: the first that the page does not have yet. */
export function uniqueId(environment: MarkdownEnvironment, wanted: string): string {
  const { ids } = environment
  let number = ids.get(wanted) ?? 1
  let id = number === 1 ? wanted : `${wanted}-${number}`
  while (ids.has(id)) id = `${wanted}-${++number}`
  // Where to go on, so that a thousand headings of one text are not counted a thousand times.
  ids.set(wanted, number + 1)
  if (!ids.has(id)) ids.set(id, 1)
  return id
}
