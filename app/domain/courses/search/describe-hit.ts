import type { Found } from './find-places.server.ts'
import { cutSnippet, markWords } from './mark-words.ts'
import type { SearchSubject } from './search-documents.ts'
import type { SearchHit } from './search-results.ts'

/** Describes a found page with its best place, what was sought marked in the words as they are written. */
export function describeHit(
  { document, places }: Found,
  stems: ReadonlySet<string>,
  sought: number,
): SearchHit {
  const { subject, language } = document
  const title = markWords(document.title, stems)
  const { id = null, heading = '', text = '' } = document.places[places[0] ?? 0] ?? {}
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
    title,
    // The index may know a place that another process has, and this one has not.
    anchor: id,
    heading: markWords(heading, stems),
    snippet: cutSnippet(text, stems, sought),
    // Several words may be found in every place of a page, by one of its title.
    otherPlaces: title.marks.length > 0 ? 0 : places.length - 1,
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
