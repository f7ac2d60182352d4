import { z } from 'zod'
import { suggestName } from '#app/markdown/closest-name.ts'
import type { ResolvedTerm } from '#app/markdown/environment.ts'
import type { Problem } from '#app/markdown/problem.ts'
import type { Language, Localized } from '#app/platform/language.ts'
import type { ContentAddresses } from './content-address.ts'
import { fields, line, localized } from './field-schemas.ts'
import { freezeDeep } from './freeze-deep.ts'
import { readYaml } from './read-yaml.ts'

export type GlossaryTerm = {
  /** Permanent: lessons name the term by it, and the page of all terms has it as an anchor. */
  id: string
  term: Localized
  definition: Localized
  /** Other words for the same thing. */
  also: Record<Language, string[]>
}

export type Glossary = {
  terms: readonly GlossaryTerm[]
  /** False when the file has an error: its words then stay plain text, and no lesson falls with it. */
  sound: boolean
}

export const noGlossary: Glossary = Object.freeze({ terms: Object.freeze([]), sound: true })

const termId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'an id is made of small Latin letters, digits and dashes')
  // The frame of every page has this id already.
  .refine(id => id !== 'content', 'the pages use this id themselves: choose another')

const words = z.array(line, { error: 'write a list: [A, B]' }).default([])

/** The fields of glossary.yml: terms by their ids. */
export const glossaryFile = z.record(
  termId,
  fields(
    {
      term: localized,
      definition: localized,
      also: fields({ bg: words, en: words }, '{ bg: [A, B], en: [C] }').default({ bg: [], en: [] }),
    },
    '{ term: { bg: "…", en: "…" }, definition: { bg: "…", en: "…" } }',
  ),
)

/** Reads glossary.yml. Terms come in the order of the file and cannot be changed. */
export function readGlossary(source: string): { glossary: Glossary; problems: Problem[] } {
  const { value, problems } = readYaml(source, glossaryFile)
  if (value === null) return { glossary: { terms: [], sound: false }, problems }
  const terms = Object.entries(value).map(([id, term]) => ({ id, ...term }))
  return { glossary: freezeDeep({ terms, sound: true }), problems }
}

/** Finds a term for a text in one language; null when the glossary cannot be read, which is reported in its file. */
export function resolveGlossaryTerm(
  glossary: Glossary,
  id: string,
  language: Language,
  addresses: ContentAddresses,
): ResolvedTerm | null {
  if (!glossary.sound) return null
  const found = glossary.terms.find(term => term.id === id)
  if (found) {
    const { term, definition } = found
    return {
      ok: true,
      term: term[language],
      definition: definition[language],
      href: addresses.term(language, id),
    }
  }
  return {
    ok: false,
    code: 'glossary-unknown',
    message: `The glossary has no term "${id}".`,
    remedy: suggestName(
      id,
      glossary.terms.map(term => term.id),
    ),
  }
}
