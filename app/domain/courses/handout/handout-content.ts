import type { Language } from '#app/platform/language.ts'
import type { Course, Lesson } from '../course.ts'
import type { HandoutBlock } from './handout-blocks.ts'
import { formatDay, type HandoutWording, handoutWording } from './handout-wording.ts'
import { emptyReading, readLessonHtml } from './read-html.ts'
import { worksheetOf } from './worksheet.ts'

/** A lesson ready to be set: everything that the document says. */
export type HandoutContent = {
  language: Language
  title: string
  summary: string
  course: string
  /** Under the title: which lesson, which edition, how long. */
  facts: string[]
  licence: string
  authors: string
  blocks: HandoutBlock[]
  wording: HandoutWording
}

/**
 * The lesson as a learner may take it along: text and questions in reading order, then hints and solutions of its
 * exercises, then the words that it explains. Notes for trainers stay out.
 */
export function handoutContent(course: Course, lesson: Lesson, language: Language): HandoutContent {
  const wording = handoutWording[language]
  const text = lesson.texts[language]
  const reading = emptyReading()
  let number = 0
  for (const segment of text.segments) {
    if (segment.kind === 'html') readLessonHtml(segment.html, reading)
    else if (segment.kind === 'question') {
      const question = lesson.questions.find(({ id }) => id === segment.id)
      number += 1
      const total = lesson.questions.length
      if (question) reading.blocks.push(worksheetOf({ question, number, total }, language, wording))
    }
  }
  const aside: HandoutBlock[] = reading.aside.flatMap(({ exercise, title, blocks }) => [
    { kind: 'heading', level: 3, spans: [{ text: [exercise, title].filter(Boolean).join(': ') }] },
    ...blocks,
  ])
  return {
    language,
    title: text.title,
    summary: text.summary,
    course: course.title[language],
    facts: [
      wording.lesson(lesson.number, course.lessons.length),
      wording.reading(lesson.minutes.read),
      wording.edition(course.edition, course.editionName?.[language] ?? null),
      ...(course.published === null ? [] : [formatDay(language, course.published)]),
      wording.language,
    ],
    licence: wording.licence(course.licence),
    authors: course.authors.map(author => author[language]).join(', '),
    blocks: [
      ...reading.blocks,
      ...section(wording.solutions, aside),
      ...section(
        wording.glossary,
        reading.glossary.length === 0 ? [] : [{ kind: 'definitions', entries: reading.glossary }],
      ),
    ],
    wording,
  }
}

function section(title: string, blocks: HandoutBlock[]): HandoutBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, spans: [{ text: title }] }, ...blocks]
}
