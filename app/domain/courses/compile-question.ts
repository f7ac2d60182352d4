import type { Token } from 'markdown-it'
import type { ContainerFence } from '#app/markdown/containers.ts'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import type { Language } from '#app/platform/language.ts'
import type { AnswerKey, AnswerKeyText, Question, QuestionText } from './course.ts'
import { readQuestionFence } from './question-fence.ts'
import { readQuestionParts } from './question-parts.ts'
import { solveQuestion } from './solve-question.ts'

/** One question as one language file has it. */
export type CompiledQuestion = Position &
  Omit<Question, 'texts'> & {
    text: QuestionText
    answer: AnswerKey['answer']
    keyText: AnswerKeyText
    /** Length in characters and correctness of every choice. */
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
  const parts = readQuestionParts(source.tokens, fence.kind, environment)
  problems.push(...parts.problems)
  if (parts.promptHtml === '') {
    const message = 'The question asks nothing.'
    problems.push(errorAt(source.fence, 'question-empty', message, 'write the question under its first line'))
  }
  const solved = solveQuestion(fence, parts.shape, source.language)
  problems.push(...solved.problems)
  if (solved.solution === null || problems.some(problem => problem.severity === 'error'))
    return { question: null, problems }
  const { answer, text, keyText, options } = solved.solution
  const question: CompiledQuestion = {
    line: source.fence.line,
    column: source.fence.column,
    id: fence.id,
    kind: answer.kind,
    points: fence.points,
    shuffle: fence.shuffle,
    attempts: fence.attempts,
    partial: fence.partial,
    hints: parts.hintsHtml.length,
    outcome: fence.outcome,
    text: { promptHtml: parts.promptHtml, ...text },
    answer,
    keyText: { ...keyText, explanationHtml: parts.explanationHtml, hintsHtml: parts.hintsHtml },
    options,
  }
  return { question, problems }
}
