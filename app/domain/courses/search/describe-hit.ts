import type { Found } from './find-places.server.ts'
import { cutSnippet, markWords } from './mark-words.ts'
import type { SearchSubject } from './search-documents.ts'
import type { SearchHit } from './search-results.ts'

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
