import type { Language, Localized } from '#app/platform/language.ts'

export const tracks = ['cybersecurity', 'data', 'hpc'] as const
export type Track = (typeof tracks)[number]

export type Outcome = {
  id: string
  text: Localized
  /** Codes by framework, for example `{ digcomp: ['4.1'] }`. */
  digcomp: string[]
  ecf: string[]
  ecsf: string[]
  hpccf: string[]
  esco: string[]
}

export type Assessment = {
  type: 'quiz' | 'exam'
  /** Whole percent of the points that must be reached. */
  passPercent: number
  attempts: number | null
  cooldownHours: number | null
  supervision: 'none' | 'identity-checked' | 'supervised'
}

/** A course as one immutable value, compiled from its folder. Safe to show: it holds no answer key. */
export type Course = {
  id: string
  title: Localized
  summary: Localized
  audience: Localized
  track: Track
  /** DigComp proficiency level, 1 to 8. */
  level: number
  eqf: number | null
  edition: number
  editionName: Localized | null
  languages: Language[]
  /** Academic hours of 45 minutes. */
  workload: { academicHours: number; ects: number | null }
  prerequisites: Localized | null
  outcomes: Outcome[]
  assessment: Assessment
  participation: 'online' | 'on-site' | 'blended'
  certificate: { validMonths: number | null }
  authors: Localized[]
  licence: string
  status: 'published' | 'draft' | 'retired' | 'demo'
  /** Inline SVG, checked to hold nothing but drawing. */
  cover: string
  lessons: Lesson[]
  /** Lessons left out because of an error in their files. While there is one, nobody completes the course. */
  brokenLessons: number
}

export type Lesson = {
  /** Permanent: the folder's name without its number. */
  id: string
  courseId: string
  /** Position in the course, from 1. */
  number: number
  outcomes: string[]
  /** Minutes, as the author estimates them. */
  minutes: { read: number; practice: number }
  /** In the order of the text, the same in every language. */
  questions: Question[]
  texts: Record<Language, LessonText>
}

export type QuestionKind = 'single' | 'multiple' | 'number' | 'text'

/** What may be known of a question before it is answered. */
export type Question = {
  id: string
  kind: QuestionKind
  points: number
  shuffle: boolean
  outcome: string | null
  texts: Record<Language, QuestionText>
}

export type QuestionText = {
  promptHtml: string
  /** In authored order; empty for number and text questions. */
  optionsHtml: string[]
}

export type LessonText = {
  title: string
  summary: string
  /** The lesson in reading order: rendered HTML, with the questions in their places. */
  segments: LessonSegment[]
  /** Second and third level headings, for the outline. */
  headings: { id: string; text: string; level: 2 | 3 }[]
}

export type LessonSegment = { kind: 'html'; html: string } | { kind: 'question'; id: string }

/** The secret half of a question. Never leaves the server before an answer is given. */
export type AnswerKey = {
  answer:
    | { kind: 'single'; correct: number }
    | { kind: 'multiple'; correct: number[] }
    | { kind: 'number'; value: number; tolerance: number }
    | { kind: 'text'; accepted: AcceptedText[] }
  texts: Record<Language, AnswerKeyText>
}

/** A literal answer (compared after folding) or an author's pattern, run on RE2. */
export type AcceptedText = { literal: string } | { pattern: string; flags: string }

export type AnswerKeyText = {
  /** Per option in authored order; '' where the author wrote none. */
  feedbackHtml: string[]
  explanationHtml: string
  hintsHtml: string[]
  /** How the right answer reads, for number and text questions: '37,6' in Bulgarian, '37.6' in English. */
  answerText: string
}
