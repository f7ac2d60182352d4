import type { Env } from 'markdown-it'
import type { MarkdownLabels } from './labels.ts'
import type { Position, Problem } from './problem.ts'

export type Unresolved = { ok: false; code: string; message: string; remedy: string }

/** `src` is ready for the page; width and height are in CSS pixels. */
export type ResolvedImage = { ok: true; src: string; width: number; height: number } | Unresolved

export type ResolvedLink = { ok: true; href: string } | Unresolved

export type Heading = Position & { id: string; text: string; level: number }

/** What one text brings to the rules, and what they collect from it. */
export type MarkdownEnvironment = {
  labels: MarkdownLabels
  /** Given the address as the author wrote it, percent-decoded. */
  resolveImage: (name: string) => ResolvedImage
  /** Given a relative address as the author wrote it, percent-decoded, with its `#fragment`. */
  resolveLink: (address: string) => ResolvedLink
  /** The source, line by line. */
  lines: readonly string[]
  problems: Problem[]
  headings: Heading[]
  /** Every id given on this page so far. */
  ids: Set<string>
}

export function createEnvironment(
  given: Pick<MarkdownEnvironment, 'labels' | 'resolveImage' | 'resolveLink'>,
): MarkdownEnvironment {
  return { ...given, lines: [], problems: [], headings: [], ids: new Set() }
}

export function environmentOf(env: Env | undefined): MarkdownEnvironment {
  // The renderer is reached only through the functions of renderer.ts, which take no other environment.
  return env as unknown as MarkdownEnvironment
}

/** `note`, `note-2`, `note-3`: the first that the page does not have yet. */
export function uniqueId(environment: MarkdownEnvironment, wanted: string): string {
  let id = wanted
  for (let number = 2; environment.ids.has(id); number++) id = `${wanted}-${number}`
  environment.ids.add(id)
  return id
}
