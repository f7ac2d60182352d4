import { type Language, languages, otherLanguage } from '#app/platform/language.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Course, Lesson } from '../course.ts'
import type { GlossaryTerm } from '../glossary.ts'
import type { LearningPath } from '../learning-path.ts'
import { canSee, type Status } from '../visibility.ts'

/** A part of a document that can be linked to; `id` is the anchor, null for the beginning. */
export type SearchPlace = { id: string | null; heading: string; text: string }

/** What a document is about. */
export type SearchSubject =
  | { kind: 'course'; course: Course }
  | { kind: 'lesson'; course: Course; lesson: Lesson }
  | { kind: 'term'; term: GlossaryTerm }
  | { kind: 'path'; path: LearningPath }

/** One page of the catalogue in one language, as the index sees it. It holds nothing that is secret. */
export type SearchDocument = {
  /** Names page and language: `bg/lesson/passwords/first`. */
  key: string
  language: Language
  subject: SearchSubject
  /** Shown to those alone who may see demonstrations. */
  demo: boolean
  title: string
  places: readonly SearchPlace[]
}

/** Everything in a catalogue that anybody may find, every language by itself. Drafts and retired things never. */
export function documentsOf(catalogue: Catalogue): SearchDocument[] {
  return [
    ...catalogue.courses.filter(isFound).flatMap(documentsOfCourse),
    ...languages.flatMap(language => [
      ...catalogue.paths.filter(isFound).map(path => pathDocument(path, language)),
      ...catalogue.glossary.map(term => termDocument(term, language)),
    ]),
  ]
}

const known = new WeakMap<Course, SearchDocument[]>()

/** A course that did not change is the same object in the next catalogue, and so are its documents. */
function documentsOfCourse(course: Course): SearchDocument[] {
  const documents = known.get(course) ?? [
    ...course.languages.map(language => courseDocument(course, language)),
    // A language that the course does not have would only repeat the original.
    ...course.lessons.flatMap(lesson =>
      course.languages.map(language => lessonDocument(course, lesson, language)),
    ),
  ]
  known.set(course, documents)
  return documents
}

/** Whether there is anybody at all who may see it. */
function isFound({ status }: { status: Status }): boolean {
  return canSee(status, { role: 'admin', demo: true })
}

function courseDocument(course: Course, language: Language): SearchDocument {
  const outcomes = course.outcomes.map(({ text }) => text[language])
  const text = [course.summary[language], course.audience[language], ...outcomes].join(' ')
  return {
    key: `${language}/course/${course.id}`,
    language,
    subject: { kind: 'course', course },
    demo: course.status === 'demo',
    title: course.title[language],
    places: [{ id: null, heading: '', text }],
  }
}

function lessonDocument(course: Course, lesson: Lesson, language: Language): SearchDocument {
  const { title, summary, sections } = lesson.texts[language]
  const [first] = sections
  const begun =
    first?.id === null ? [{ ...first, text: `${summary} ${first.text}` }, ...sections.slice(1)] : null
  return {
    key: `${language}/lesson/${course.id}/${lesson.id}`,
    language,
    subject: { kind: 'lesson', course, lesson },
    demo: course.status === 'demo',
    title,
    places: begun ?? [{ id: null, heading: '', text: summary }, ...sections],
  }
}

function termDocument(term: GlossaryTerm, language: Language): SearchDocument {
  // Its name in the other language helps to find it, and to learn it.
  const heading = [...term.also[language], term.term[otherLanguage(language)]].join(', ')
  return {
    key: `${language}/term/${term.id}`,
    language,
    subject: { kind: 'term', term },
    demo: false,
    title: term.term[language],
    places: [{ id: null, heading, text: term.definition[language] }],
  }
}

function pathDocument(path: LearningPath, language: Language): SearchDocument {
  return {
    key: `${language}/path/${path.id}`,
    language,
    subject: { kind: 'path', path },
    demo: path.status === 'demo',
    title: path.title[language],
    places: [{ id: null, heading: '', text: `${path.summary[language]} ${path.audience[language]}` }],
  }
}
