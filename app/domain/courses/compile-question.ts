import type { Token } from 'markdown-it'
import type { ContainerFence } from '#app/markdown/containers.ts'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Position, type Problem, warningAt } from '#app/markdown/problem.ts'
import type { Language } from '#app/platform/language.ts'
import type { AnswerKey, AnswerKeyText, QuestionKind, QuestionText } from './course.ts'
import { readAnswer } from './question-answer.ts'
import { type QuestionFence, readQuestionFence } from './question-fence.ts'
import type { QuestionOption } from './question-options.ts'
import { type QuestionParts, readQuestionParts } from './question-parts.ts'

/** One question as one language file has it. */
export type CompiledQuestion = Position & {
  id: string
  kind: QuestionKind
  points: number
  shuffle: boolean
  outcome: string | null
  text: QuestionText
  answer: AnswerKey['answer']
  keyText: AnswerKeyText
  /** Length in characters and correctness of every option. */
  options: { length: number; correct: boolean }[]
}

export type QuestionSource = {
  fence: ContainerFence
  /** What stands between the opening and the closing line. */
  tokens: readonly Token[]
  language: Language
  outcomeIds: readonly string[]
}

/** `question` is null when there is an error in it. */
export function compileQuestion(
  source: QuestionSource,
  environment: MarkdownEnvironment,
): { question: CompiledQuestion | null; problems: Problem[] } {
  const { fence, problems } = readQuestionFence(source.fence, source.outcomeIds)
  const parts = readQuestionParts(source.tokens, environment)
  problems.push(...parts.problems)
  if (parts.promptHtml === '') {
    const message = 'The question asks nothing.'
    problems.push(errorAt(source.fence, 'question-empty', message, 'write the question under its first line'))
  }
  const solved = solve(fence, parts, source.language)
  problems.push(...solved.problems)
  if (solved.answer === null || problems.some(problem => problem.severity === 'error'))
    return { question: null, problems }
  const choices = parts.options?.choices ?? []
  const question: CompiledQuestion = {
    line: source.fence.line,
    column: source.fence.column,
    id: fence.id,
    kind: solved.answer.kind,
    points: fence.points,
    shuffle: fence.shuffle,
    outcome: fence.outcome,
    text: { promptHtml: parts.promptHtml, optionsHtml: choices.map(choice => choice.html) },
    answer: solved.answer,
    keyText: {
      feedbackHtml: choices.map(choice => choice.feedbackHtml),
      explanationHtml: parts.explanationHtml,
      hintsHtml: parts.hintsHtml,
      answerText: solved.answerText,
    },
    options: choices.map(({ length, correct }) => ({ length, correct })),
  }
  return { question, problems }
}

type Solution = { answer: AnswerKey['answer'] | null; answerText: string; problems: Problem[] }

/** The shape of the Markdown says the kind; `kind=` only overrides what the shape leaves open. */
function solve(fence: QuestionFence, parts: QuestionParts, language: Language): Solution {
  if (parts.options !== null) return solveChoice(fence, parts.options.choices, parts.options)
  const refused = (problem: Problem): Solution => ({ answer: null, answerText: '', problems: [problem] })
  if (parts.answer === null) {
    const remedy =
      'add options ("- [x] …") or a paragraph of its own that begins with **Отговор:** or **Answer:**'
    return refused(errorAt(fence.position, 'answer-missing', 'The question has no answer.', remedy))
  }
  if (fence.kind === 'single' || fence.kind === 'multiple')
    return refused(wrongKind(fence, 'a list of options'))
  const read = readAnswer(parts.answer.written, fence.kind, language)
  if (!read.ok) return refused(errorAt(parts.answer, read.code, read.message, read.remedy))
  const { doubt } = read
  const problems = doubt === null ? [] : [warningAt(parts.answer, doubt.code, doubt.message, doubt.remedy)]
  return { answer: read.answer, answerText: read.answerText, problems }
}

function solveChoice(fence: QuestionFence, choices: readonly QuestionOption[], place: Position): Solution {
  const correct = choices.flatMap((choice, index) => (choice.correct ? [index] : []))
  const [first] = correct
  const problems: Problem[] = []
  if (choices.length < 2) {
    problems.push(errorAt(place, 'options-few', 'There is only one option.', 'offer at least two'))
  }
  if (first === undefined) {
    problems.push(errorAt(place, 'no-correct-option', 'No option is marked as right.', 'mark it with "[x]"'))
    return { answer: null, answerText: '', problems }
  }
  if (fence.kind === 'number' || fence.kind === 'text') problems.push(wrongKind(fence, 'a written answer'))
  if (fence.kind === 'single' && correct.length > 1) problems.push(wrongKind(fence, 'exactly one "[x]"'))
  const multiple = fence.kind === 'multiple' || correct.length > 1
  const answer = multiple
    ? ({ kind: 'multiple', correct } as const)
    : ({ kind: 'single', correct: first } as const)
  return { answer, answerText: '', problems }
}

function wrongKind(fence: QuestionFence, needed: string): Problem {
  const message = `The question is not of the kind "${fence.kind}", which needs ${needed}.`
  return errorAt(
    fence.position,
    'question-kind',
    message,
    'remove kind=, or write the question in that shape',
  )
}
