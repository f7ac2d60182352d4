import type { AnswerKey, Question } from '#app/domain/courses/course.ts'
import { markdownLabels } from '#app/markdown/labels.ts'
import type { Language } from '#app/platform/language.ts'
import { fillBlanks } from './fill-blanks.ts'
import { type Answer, gradeAnswer, rightParts } from './grade-answer.ts'
import { type KeyedOption, keyOptions, type OptionScope } from './keyed-options.server.ts'
import { plainWords } from './plain-words.ts'

/** A question as one learner meets it. Everything about right and wrong is null before an answer. */
export type QuestionView = {
  id: string
  kind: Question['kind']
  points: number
  /** Number of the attempt that the form asks for, from 1. */
  attempt: number
  state: 'open' | 'failed' | 'resting' | 'passed'
  /** Attempts left before the question rests; null when they are not counted. */
  attemptsLeft: number | null
  /** Until when a resting question rests, as an ISO time. */
  restsUntil: string | null
  /** Thousandths of the points that the last answer earned; null before an answer. */
  score: number | null
  /** What is chosen from, in the order shown. Ids belong to this attempt alone. */
  options: { id: string; text: string }[]
  /** How many left-hand sides a matching has, and whether its columns have heads. */
  lefts: number
  headed: boolean
  /**
   * The answer that stands in the form: ids for choices and matchings, what was typed for numbers and words. Of an
   * answer that was not accepted, everything as it was posted.
   */
  given: string[]
  /** For each option of a choice. */
  marks: { chosen: boolean; right: boolean | null }[] | null
  /** For each place, left-hand side or gap. */
  parts: boolean[] | null
  /** The right answer: places of options as shown, for sequences and matchings. */
  rightOptions: number[] | null
  /** The right answer in words: one for numbers and words, one for each gap. */
  rightTexts: string[] | null
  hasExplanation: boolean
  hintsTaken: number
  hintsLeft: number
}

export type HtmlMap = Record<string, string>

/** Keys of a question's HTML on the page; options and feedback are numbered as shown. */
export const questionHtml = {
  prompt: (id: string) => `${id}/prompt`,
  option: (id: string, shown: number) => `${id}/option/${shown}`,
  left: (id: string, number: number) => `${id}/left/${number}`,
  head: (id: string, column: 0 | 1) => `${id}/head/${column}`,
  feedback: (id: string, shown: number) => `${id}/feedback/${shown}`,
  explanation: (id: string) => `${id}/explanation`,
  hint: (id: string, number: number) => `${id}/hint/${number}`,
}

export type QuestionStanding = {
  state: QuestionView['state']
  attemptsLeft: number | null
  restsUntil: Date | null
  hintsTaken: number
  /** The last answer. `judged` is false where it is only kept, as in an exam. */
  last: { answer: Answer; judged: boolean } | null
  /** Whether the right answer and the explanation may be seen. */
  revealed: boolean
}

/** A question that nobody has answered. */
export const untouched: QuestionStanding = {
  state: 'open',
  attemptsLeft: null,
  restsUntil: null,
  hintsTaken: 0,
  last: null,
  revealed: false,
}

export type Viewing = {
  question: Question
  answerKey: AnswerKey
  language: Language
  scope: OptionScope
  /** What was sent and not accepted, as the form posts it: it stands in the fields again. */
  refused?: readonly string[]
}

/** State and HTML of a question, with its secret half only as far as the standing has opened it. */
export function viewQuestion(
  { question, answerKey, language, scope, refused }: Viewing,
  standing: QuestionStanding,
): { view: QuestionView; html: HtmlMap } {
  const { id } = question
  const text = question.texts[language]
  const secret = answerKey.texts[language]
  const offered = keyOptions(question, scope)
  const given = standing.last?.answer ?? null
  const judged = standing.last?.judged ?? false
  const options = arrange(question, answerKey, offered.options, given)
  const choice = question.kind === 'single' || question.kind === 'multiple'
  const parts = judged && given !== null && !choice ? rightParts(answerKey.answer, given) : null
  const html: HtmlMap = {}

  html[questionHtml.prompt(id)] =
    question.kind === 'blanks'
      ? fillBlanks(
          text.promptHtml,
          text.blanks.map((blank, number) => ({
            blank,
            choices: offered.blanks[number] ?? [],
            value: refused?.[number] ?? blankValue(given, number, offered.blanks[number] ?? []),
            right: refused === undefined ? (parts?.[number] ?? null) : null,
          })),
          `answer:${id}`,
          markdownLabels[language].blanks,
        )
      : text.promptHtml
  for (const [shown, { option }] of options.entries())
    html[questionHtml.option(id, shown)] = text.optionsHtml[option] ?? ''
  for (const [number, left] of text.leftHtml.entries()) html[questionHtml.left(id, number)] = left
  if (text.headsHtml !== null) {
    html[questionHtml.head(id, 0)] = text.headsHtml[0]
    html[questionHtml.head(id, 1)] = text.headsHtml[1]
  }
  for (const [number, hint] of secret.hintsHtml.slice(0, standing.hintsTaken).entries())
    html[questionHtml.hint(id, number)] = hint

  const marks = judged && choice ? markOptions(options, answerKey, given, standing.revealed) : null
  for (const [shown, mark] of (marks ?? []).entries()) {
    const feedback = secret.feedbackHtml[options[shown]?.option ?? -1] ?? ''
    if ((mark.chosen || mark.right) && feedback !== '') html[questionHtml.feedback(id, shown)] = feedback
  }
  const revealed = judged && standing.revealed
  if (revealed && secret.explanationHtml !== '') html[questionHtml.explanation(id)] = secret.explanationHtml

  const view: QuestionView = {
    id,
    kind: question.kind,
    points: question.points,
    attempt: scope.attempt,
    state: standing.state,
    attemptsLeft: standing.attemptsLeft,
    restsUntil: standing.restsUntil?.toISOString() ?? null,
    score: judged && given !== null ? gradeAnswer(question, answerKey.answer, given, options.length) : null,
    // The words are needed where a browser can show nothing else: in the list of a matching.
    options: options.map(({ id: optionId, option }) => ({
      id: optionId,
      text: question.kind === 'match' ? plainWords(text.optionsHtml[option] ?? '') : '',
    })),
    lefts: text.leftHtml.length,
    headed: text.headsHtml?.some(head => head !== '') ?? false,
    given: refused === undefined ? givenValues(given, offered.options) : [...refused],
    marks,
    parts,
    rightOptions: revealed ? rightOptions(answerKey, options) : null,
    rightTexts: revealed ? rightTexts(answerKey, language) : null,
    hasExplanation: revealed && secret.explanationHtml !== '',
    hintsTaken: standing.hintsTaken,
    hintsLeft: Math.max(0, question.hints - standing.hintsTaken),
  }
  return { view, html }
}

/** A sequence stands as the learner left it, and before that never by chance in its right order. */
function arrange(
  question: Question,
  { answer: key }: AnswerKey,
  options: KeyedOption[],
  given: Answer | null,
): KeyedOption[] {
  if (question.kind !== 'order' || key.kind !== 'order') return options
  if (given?.kind === 'order' && given.order.length === options.length) {
    return given.order.flatMap(option => options.find(entry => entry.option === option) ?? [])
  }
  const solved = options.every((entry, place) => entry.option === key.order[place])
  return solved ? [...options.slice(1), ...options.slice(0, 1)] : options
}

function markOptions(
  options: readonly KeyedOption[],
  { answer: key }: AnswerKey,
  given: Answer | null,
  revealed: boolean,
): { chosen: boolean; right: boolean | null }[] {
  const correct = key.kind === 'single' ? [key.correct] : key.kind === 'multiple' ? key.correct : []
  const picked = given?.kind === 'single' ? [given.option] : given?.kind === 'multiple' ? given.options : []
  return options.map(({ option }) => {
    const chosen = picked.includes(option)
    return { chosen, right: revealed || chosen ? correct.includes(option) : null }
  })
}

function givenValues(given: Answer | null, options: readonly KeyedOption[]): string[] {
  const idOf = (option: number | null) => options.find(entry => entry.option === option)?.id ?? ''
  switch (given?.kind) {
    case 'single':
      return [idOf(given.option)]
    case 'multiple':
      return given.options.map(idOf)
    case 'number':
      return [given.typed]
    case 'text':
      return [given.text]
    case 'match':
      return given.pairs.map(idOf)
    default:
      return []
  }
}

function blankValue(given: Answer | null, number: number, choices: readonly KeyedOption[]): string {
  const blank = given?.kind === 'blanks' ? (given.blanks[number] ?? null) : null
  if (blank === null) return ''
  return 'typed' in blank ? blank.typed : (choices.find(entry => entry.option === blank.option)?.id ?? '')
}

function rightOptions({ answer: key }: AnswerKey, options: readonly KeyedOption[]): number[] | null {
  const filed = key.kind === 'order' ? key.order : key.kind === 'match' ? key.pairs : null
  return filed?.map(option => options.findIndex(entry => entry.option === option)) ?? null
}

function rightTexts({ answer: key, texts }: AnswerKey, language: Language): string[] | null {
  if (key.kind === 'number' || key.kind === 'text') return [texts[language].answerText]
  return key.kind === 'blanks' ? texts[language].blankTexts : null
}
