import { errorAt, type Problem, warningAt } from '#app/markdown/problem.ts'
import type { Language } from '#app/platform/language.ts'
import type { AnswerKey, AnswerKeyText, QuestionKind, QuestionText } from './course.ts'
import { filedOrder } from './filed-order.ts'
import { readAnswer } from './question-answer.ts'
import { readBlank } from './question-blanks.ts'
import type { QuestionFence } from './question-fence.ts'
import type { QuestionOption } from './question-options.ts'
import type { QuestionShape } from './question-parts.ts'

export type Solution = {
  answer: AnswerKey['answer']
  /** What is offered, filed: see `QuestionText`. */
  text: Omit<QuestionText, 'promptHtml'>
  keyText: Pick<AnswerKeyText, 'feedbackHtml' | 'answerText' | 'blankTexts'>
  options: { length: number; correct: boolean }[]
}

type Solved = { solution: Solution | null; problems: Problem[] }

const nothingOffered = { optionsHtml: [], leftHtml: [], headsHtml: null, blanks: [] }
const nothingSaid = { feedbackHtml: [], answerText: '', blankTexts: [] }

/** The kinds that each shape can be. `kind=` only chooses between them. */
const kindsOfShape: Record<QuestionShape['shape'], readonly QuestionKind[]> = {
  options: ['single', 'multiple'],
  answer: ['number', 'text'],
  order: ['order'],
  match: ['match'],
  blanks: ['blanks'],
}

const neededFor: Record<QuestionKind, string> = {
  single: 'a list of options with exactly one "[x]"',
  multiple: 'a list of options',
  number: 'a written answer',
  text: 'a written answer',
  order: 'a numbered list',
  match: 'a table of two columns',
  blanks: 'gaps such as [[22]]',
}

/** The right answer, and everything that hangs on it. The solution is null when there is an error. */
export function solveQuestion(fence: QuestionFence, shape: QuestionShape | null, language: Language): Solved {
  if (shape === null) {
    const remedy =
      'add options ("- [x] …"), a numbered list, a table of two columns, gaps ("[[22]]"), or a paragraph of its own that begins with **Отговор:** or **Answer:**'
    return refuse(errorAt(fence.position, 'answer-missing', 'The question has no answer.', remedy))
  }
  if (fence.kind !== null && !kindsOfShape[shape.shape].includes(fence.kind))
    return refuse(wrongKind(fence.kind, fence))
  switch (shape.shape) {
    case 'options':
      return solveChoice(fence, shape.choices, shape)
    case 'answer':
      return solveWritten(fence, shape, language)
    case 'order':
      return solveOrder(fence, shape.items)
    case 'match':
      return solveMatch(fence, shape.table)
    case 'blanks':
      return solveBlanks(fence, shape.blanks, language)
  }
}

function solveChoice(
  fence: QuestionFence,
  choices: readonly QuestionOption[],
  place: { line: number; column: number },
): Solved {
  const correct = choices.flatMap((choice, index) => (choice.correct ? [index] : []))
  const [first] = correct
  const problems: Problem[] = []
  if (choices.length < 2)
    problems.push(errorAt(place, 'options-few', 'There is only one option.', 'offer at least two'))
  if (first === undefined) {
    problems.push(errorAt(place, 'no-correct-option', 'No option is marked as right.', 'mark it with "[x]"'))
    return { solution: null, problems }
  }
  if (fence.kind === 'single' && correct.length > 1) problems.push(wrongKind('single', fence))
  const multiple = fence.kind === 'multiple' || correct.length > 1
  const solution: Solution = {
    answer: multiple ? { kind: 'multiple', correct } : { kind: 'single', correct: first },
    text: { ...nothingOffered, optionsHtml: choices.map(choice => choice.html) },
    keyText: { ...nothingSaid, feedbackHtml: choices.map(choice => choice.feedbackHtml) },
    options: choices.map(({ length, correct: right }) => ({ length, correct: right })),
  }
  return { solution, problems }
}

function solveWritten(
  fence: QuestionFence,
  shape: Extract<QuestionShape, { shape: 'answer' }>,
  language: Language,
): Solved {
  const kind = fence.kind === 'number' || fence.kind === 'text' ? fence.kind : null
  const read = readAnswer(shape.written, kind, language)
  if (!read.ok) return refuse(errorAt(shape, read.code, read.message, read.remedy))
  const { doubt, answer, answerText } = read
  return {
    solution: { answer, text: nothingOffered, keyText: { ...nothingSaid, answerText }, options: [] },
    problems: doubt === null ? [] : [warningAt(shape, doubt.code, doubt.message, doubt.remedy)],
  }
}

function solveOrder(fence: QuestionFence, items: readonly { html: string }[]): Solved {
  const filed = filedOrder(fence.id, items.length)
  const solution: Solution = {
    answer: { kind: 'order', order: items.map((_, place) => filed.indexOf(place)) },
    text: { ...nothingOffered, optionsHtml: filed.map(authored => items[authored]?.html ?? '') },
    keyText: nothingSaid,
    options: [],
  }
  return { solution, problems: [] }
}

function solveMatch(
  fence: QuestionFence,
  table: Extract<QuestionShape, { shape: 'match' }>['table'],
): Solved {
  const filed = filedOrder(fence.id, table.right.length)
  const solution: Solution = {
    answer: { kind: 'match', pairs: table.pairs.map(right => filed.indexOf(right)) },
    text: {
      ...nothingOffered,
      optionsHtml: filed.map(authored => table.right[authored] ?? ''),
      leftHtml: table.left,
      headsHtml: table.heads,
    },
    keyText: nothingSaid,
    options: [],
  }
  return { solution, problems: [] }
}

function solveBlanks(
  fence: QuestionFence,
  tokens: Extract<QuestionShape, { shape: 'blanks' }>['blanks'],
  language: Language,
): Solved {
  const read = tokens.map((token, number) => readBlank(token, `${fence.id}/${number}`, language))
  const problems = read.flatMap(({ problem }) => problem ?? [])
  const whole = read.flatMap(one => (one.blank === null ? [] : [one]))
  if (whole.length < read.length) return { solution: null, problems }
  const solution: Solution = {
    answer: { kind: 'blanks', blanks: whole.map(({ key }) => key) },
    text: { ...nothingOffered, blanks: whole.map(({ blank }) => blank) },
    keyText: { ...nothingSaid, blankTexts: whole.map(({ answerText }) => answerText) },
    options: [],
  }
  return { solution, problems }
}

function refuse(problem: Problem): Solved {
  return { solution: null, problems: [problem] }
}

function wrongKind(kind: QuestionKind, fence: QuestionFence): Problem {
  const message = `The question is not of the kind "${kind}", which needs ${neededFor[kind]}.`
  const remedy = 'remove kind=, or write the question in that shape'
  return errorAt(fence.position, 'question-kind', message, remedy)
}
