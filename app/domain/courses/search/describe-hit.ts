import type { Language } from '#app/platform/language.ts'
import type { Found } from './find-places.server.ts'
import { cutSnippet, type Marked, markWords } from './mark-words.ts'
import type { SearchSubject } from './search-documents.ts'

/** A page that was found, as data: nothing in it is HTML. */
export type SearchHit = {
  kind: SearchSubject['kind']
  /** The language in which it was found. */
  language: Language
  /** Of the page that the hit leads to: a course, a path or a term. */
  id: string
  /** Of a lesson; `id` is its course then. */
  lesson: { id: string; number: number; courseTitle: string } | null
  /** Where on the page; null for its beginning. */
  anchor: string | null
  title: Marked
  heading: Marked
  snippet: Marked
  /** How many other places of the same page were found along with this one. */
  otherPlaces: number
}

/** Describes a found page with its best place, what was sought marked in the words as they are written. */
export function describeHit({ document, place, otherPlaces }: Found, stems: ReadonlySet<string>): SearchHit {
  const { subject, language, title, places } = document
  const { id: anchor = null, heading = '', text = '' } = places[place] ?? {}
  return {
    kind: subject.kind,
    language,
    id: idOf(subject),
    lesson:
      subject.kind === 'lesson'
        ? {
            id: subject.lesson.id,
            number: subject.lesson.number,
            courseTitle: subject.course.title[language],
          }
        : null,
    anchor,
    title: markWords(title, stems),
    heading: markWords(heading, stems),
    snippet: cutSnippet(text, stems),
    otherPlaces,
  }
}

function idOf(subject: SearchSubject): string {
  switch (subject.kind) {
    case 'course':
    case 'lesson':
      return subject.course.id
    case 'path':
      return subject.path.id
    case 'term':
      return subject.term.id
  }
}
