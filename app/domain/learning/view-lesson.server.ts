import type { Course, Lesson, LessonText, StaleText } from '#app/domain/courses/course.ts'
import { type Language, otherLanguage } from '#app/platform/language.ts'
import type { HtmlMap } from './view-question.server.ts'

export type LessonRef = { id: string; title: string }

export type LessonView = {
  id: string
  courseId: string
  title: string
  summary: string
  number: number
  lessons: number
  minutes: { read: number; practice: number }
  questions: number
  segments: ({ kind: 'html' | 'trainer'; key: string } | { kind: 'question'; id: string; number: number })[]
  headings: { id: string; text: string }[]
  /** Names of headings in the other language by their names in this one: the same place in the other text. */
  counterparts: Record<string, string>
  /** Of a translation that is behind: the language of the original. To trainers also what changed in it. */
  behind: { original: Language; sections: StaleText[] } | null
  previous: LessonRef | null
  next: LessonRef | null
}

/**
 * The text of a lesson as a page shows it, without any state of a learner. `html` travels apart, see StaticHtml.
 * @param forTrainer whether the notes for trainers belong to it: to nobody else are they sent
 */
export function viewLesson(
  course: Course,
  lesson: Lesson,
  language: Language,
  forTrainer: boolean,
): LessonView & { html: HtmlMap } {
  const text = lesson.texts[language]
  const html: HtmlMap = {}
  const segments: LessonView['segments'] = []
  let question = 0
  for (const [position, segment] of text.segments.entries()) {
    if (segment.kind === 'trainer' && !forTrainer) continue
    if (segment.kind !== 'question') {
      const key = `${lesson.id}/text/${position}`
      html[key] = segment.html
      segments.push({ kind: segment.kind, key })
    } else {
      question += 1
      segments.push({ kind: 'question', id: segment.id, number: question })
    }
  }
  const neighbour = (offset: number): LessonRef | null => {
    const other = course.lessons[lesson.number - 1 + offset]
    return other === undefined ? null : { id: other.id, title: other.texts[language].title }
  }
  return {
    id: lesson.id,
    courseId: course.id,
    title: text.title,
    summary: text.summary,
    number: lesson.number,
    lessons: course.lessons.length,
    minutes: lesson.minutes,
    questions: question,
    segments,
    headings: text.headings
      .filter(heading => heading.level === 2)
      .map(({ id, text: title }) => ({ id, text: title })),
    counterparts: counterpartsOf(text, lesson.texts[otherLanguage(language)]),
    behind: behindOf(course, text, language, forTrainer),
    previous: neighbour(-1),
    next: neighbour(1),
    html,
  }
}

/** By their order; nothing where the texts are built differently, because a wrong place is worse than none. */
function counterpartsOf({ headings }: LessonText, other: LessonText): Record<string, string> {
  const alike =
    headings.length === other.headings.length &&
    headings.every(({ level }, index) => level === other.headings[index]?.level)
  return alike
    ? Object.fromEntries(headings.map(({ id }, index) => [id, other.headings[index]?.id ?? '']))
    : {}
}

function behindOf(
  { languages }: Course,
  { behind }: LessonText,
  language: Language,
  forTrainer: boolean,
): LessonView['behind'] {
  const [original] = languages
  if (behind.length === 0 || original === undefined || original === language) return null
  return { original, sections: forTrainer ? behind : [] }
}
