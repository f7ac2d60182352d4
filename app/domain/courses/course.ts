import type { Language, Localized } from '#app/platform/language.ts'

export const tracks = ['cybersecurity', 'data', 'hpc'] as const
export type Track = (typeof tracks)[number]

export type FrameworkField = 'digcomp' | 'ecf' | 'ecsf' | 'hpccf' | 'esco'

/** What a framework calls one of its codes. `source` is where the framework is published. */
export type CodeName = { framework: FrameworkField; code: string; name: Localized; source: string | null }

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
  /** How often the exam may be taken; null: as often as one likes. */
  attempts: number | null
  /** Hours between the end of one attempt and the beginning of the next. */
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
  /** What the codes of the outcomes are called, each once, as far as the hub has lists of them. */
  codeNames: CodeName[]
  assessment: Assessment
  participation: 'online' | 'on-site' | 'blended'
  certificate: { validMonths: number | null }
  authors: Localized[]
  licence: string
  status: 'published' | 'draft' | 'retired' | 'demo'
  /** The day on which the course was first offered, as `2026-11-22`; null when its authors do not say. */
  published: string | null
  /** Inline SVG, checked to hold nothing but drawing. */
  cover: string
  lessons: Lesson[]
  /** Lessons, and the exam, left out because of an error in their files. While there is one, nobody completes the course. */
  brokenLessons: number
  exam: Exam | null
}

/** The id under which the questions of the exam are kept. Authors cannot write a tilde in an id. */
export const EXAM = '~exam'

export type Exam = {
  /** How many questions one attempt draws from the bank. */
  questions: number
  minutes: number
  /** What a learner may see afterwards: the result alone, or every question with its answers. */
  review: 'result' | 'answers'
  bank: Question[]
  texts: Record<Language, { title: string; summary: string; introHtml: string }>
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

export const questionKinds = ['single', 'multiple', 'number', 'text', 'order', 'match', 'blanks'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What may be known of a question before it is answered. */
export type Question = {
  id: string
  kind: QuestionKind
  points: number
  /** Whether choices stand in another order for every learner. What is to be ordered or matched always does. */
  shuffle: boolean
  /** How often it may be answered before it rests for a day; null: as often as one likes. */
  attempts: number | null
  /** Whether an answer that is right in part earns its part of the points. */
  partial: boolean
  /** How many hints can be asked for. */
  hints: number
  outcome: string | null
  texts: Record<Language, QuestionText>
}

/** Lists are filed: choices as written, everything else in an order that tells nothing of the answer. */
export type QuestionText = {
  /** The blanks of a text with gaps stand in it as `<span data-blank="0"></span>`. */
  promptHtml: string
  /** Choices, things to put in order, or the right-hand sides of a matching; empty for the other kinds. */
  optionsHtml: string[]
  /** The left-hand sides of a matching, as written. */
  leftHtml: string[]
  /** The two heads of a matching; null for the other kinds. */
  headsHtml: [string, string] | null
  blanks: Blank[]
}

/** A gap to be filled. The choices are plain text. */
export type Blank = { kind: 'number' } | { kind: 'text' } | { kind: 'choice'; options: string[] }

export type LessonText = {
  title: string
  summary: string
  /** The lesson in reading order: rendered HTML, with the questions in their places. */
  segments: LessonSegment[]
  /** Second and third level headings, for the outline. */
  headings: { id: string; text: string; level: 2 | 3 }[]
  /**
   * The words by headings, for searching: `id` is the heading's anchor, null before the first one. What not everybody
   * sees is left out: questions with all that belongs to them, hints, solutions, trainers' notes.
   */
  sections: { id: string | null; heading: string; text: string }[]
  /** The source as a learner may have it, without the secret half of questions and without trainers' notes. */
  openMarkdown: string
  /** Of a translation: sections of the original that changed since it was made. Empty when nothing is known. */
  behind: StaleText[]
  /** Ids of the glossary terms that the text explains, in the order in which they are first met. */
  terms: string[]
}

/** `heading` is the original's; null for the description and the beginning, and for what was given up. */
export type StaleText = { heading: string | null; change: 'changed' | 'added' | 'removed' }

export type LessonSegment =
  | { kind: 'html'; html: string }
  | { kind: 'question'; id: string }
  /** A note of `::: trainer`: sent to trainers and admins alone. */
  | { kind: 'trainer'; html: string }

/** The secret half of a question. Never leaves the server before an answer is given. */
export type AnswerKey = {
  answer:
    | { kind: 'single'; correct: number }
    | { kind: 'multiple'; correct: number[] }
    | { kind: 'number'; value: number; tolerance: number }
    | { kind: 'text'; accepted: AcceptedText[] }
    /** For each place, from the first, the filed option that belongs there. */
    | { kind: 'order'; order: number[] }
    /** For each left-hand side the filed option that belongs to it. */
    | { kind: 'match'; pairs: number[] }
    | { kind: 'blanks'; blanks: BlankKey[] }
  texts: Record<Language, AnswerKeyText>
}

export type BlankKey =
  | { kind: 'number'; value: number; tolerance: number }
  | { kind: 'text'; accepted: AcceptedText[] }
  /** The filed option of the blank. */
  | { kind: 'choice'; correct: number }

/** A literal answer (compared after folding) or an author's pattern, run on RE2. */
export type AcceptedText = { literal: string } | { pattern: string; flags: string }

export type AnswerKeyText = {
  /** Per option in authored order; '' where the author wrote none. */
  feedbackHtml: string[]
  explanationHtml: string
  hintsHtml: string[]
  /** How the right answer reads, for number and text questions: '37,6' in Bulgarian, '37.6' in English. */
  answerText: string
  /** The same for each blank of a text with gaps. */
  blankTexts: string[]
}
