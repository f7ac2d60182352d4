import type { Found } from './find-places.server.ts'
import { cutSnippet, markWords } from './mark-words.ts'
import type { SearchDocument, SearchPlace, SearchSubject } from './search-documents.ts'
import type { SearchHit } from './search-results.ts'

/** Of the places of a page, so many are looked at for one that holds what was sought itself. */
const MOST_READ = 5

/** Describes a found page with its best place, what was sought marked in the words as they are written. */
export function describeHit({ document, places }: Found, stems: ReadonlySet<string>): SearchHit {
  const { subject, language } = document
  const title = markWords(document.title, stems)
  const described = bestPlace(document, places, stems) ?? describePlace(document.places[0], stems)
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
    ...described,
    // A word of the title is found in every place of the page.
    otherPlaces: title.marks.length > 0 ? 0 : places.length - 1,
  }
}

type Described = Pick<SearchHit, 'anchor' | 'heading' | 'snippet'>

/** The first place with a word in it; null when the words stand in the title alone. */
function bestPlace(
  document: SearchDocument,
  places: readonly number[],
  stems: ReadonlySet<string>,
): Described | null {
  for (const place of places.slice(0, MOST_READ)) {
    const described = describePlace(document.places[place], stems)
    if (described.heading.marks.length + described.snippet.marks.length > 0) return described
  }
  return null
}

/** The index may know a place that another process has, and this one has not. */
function describePlace(place: SearchPlace | undefined, stems: ReadonlySet<string>): Described {
  const { id = null, heading = '', text = '' } = place ?? {}
  return { anchor: id, heading: markWords(heading, stems), snippet: cutSnippet(text, stems) }
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
