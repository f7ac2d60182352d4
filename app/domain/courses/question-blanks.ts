import type { Token } from 'markdown-it'
import { claimBlank } from '#app/markdown/blanks.ts'
import type { MarkdownEnvironment } from '#app/markdown/environment.ts'
import { inlineChildren } from '#app/markdown/inline-children.ts'
import { errorAt, type Position, type Problem, warningAt } from '#app/markdown/problem.ts'
import { plainText } from '#app/markdown/renderer.ts'
import { positionOfInline } from '#app/markdown/source-positions.ts'
import type { Block } from '#app/markdown/token-ranges.ts'
import type { Language } from '#app/platform/language.ts'
import type { Blank, BlankKey } from './course.ts'
import { filedOrder } from './filed-order.ts'
import { readAnswer } from './question-answer.ts'

/** A gap as its author wrote it, without the brackets. */
export type BlankToken = Position & { written: string }

/** Finds the gaps of a question's text, in reading order, and takes their answers off the page. */
export function findBlanks(blocks: readonly Block[], environment: MarkdownEnvironment): BlankToken[] {
  const tokens: Token[] = blocks.flatMap(block => block.tokens)
  const found = inlineChildren(tokens).filter(({ child }) => child.type === 'blank')
  return found.map(({ inline, child }, number) => {
    claimBlank(child, number)
    return { ...positionOfInline(environment, inline, child), written: child.content }
  })
}

export type ReadBlank = { blank: Blank; key: BlankKey; answerText: string; problem: Problem | null }

/**
 * Reads `22`, `3.14 ± 0.01`, `SSH | Secure Shell`, or `(TCP) | UDP` where the learner chooses and the one in
 * parentheses is right. null with the problem when it is none of these.
 */
export function readBlank(
  token: BlankToken,
  name: string,
  language: Language,
): ReadBlank | { blank: null; problem: Problem } {
  // A bar inside a pattern belongs to it: there only a bar between blanks separates.
  const separator = /(?:^|\|)\s*\//.test(token.written) ? ' | ' : '|'
  const alternatives = token.written.split(separator).map(part => part.trim())
  if (alternatives.some(part => /^\(.+\)$/.test(part))) return readChoice(token, alternatives, name)
  const read = readAnswer(alternatives.join(' | '), null, language)
  if (!read.ok) return { blank: null, problem: errorAt(token, read.code, read.message, read.remedy) }
  const { answer, answerText, doubt } = read
  const problem = doubt === null ? null : warningAt(token, doubt.code, doubt.message, doubt.remedy)
  return { blank: { kind: answer.kind }, key: answer, answerText, problem }
}

function readChoice(token: BlankToken, alternatives: string[], name: string): ReturnType<typeof readBlank> {
  const choices = alternatives.map(part => plainText(part.replace(/^\((.+)\)$/, '$1')).trim())
  const right = alternatives.flatMap((part, index) => (/^\(.+\)$/.test(part) ? [index] : []))
  const [correct, another] = right
  const fault =
    another !== undefined
      ? 'Two choices of this gap are in parentheses.'
      : choices.length < 2
        ? 'This gap offers one choice only.'
        : choices.includes('') || new Set(choices).size < choices.length
          ? 'A choice of this gap is empty or written twice.'
          : null
  if (fault !== null || correct === undefined) {
    const remedy = 'write every choice once, the right one in parentheses: [[(TCP) | UDP]]'
    return { blank: null, problem: errorAt(token, 'blank-choices', fault ?? '', remedy) }
  }
  const order = filedOrder(name, choices.length)
  const options = order.map(authored => choices[authored] ?? '')
  return {
    blank: { kind: 'choice', options },
    key: { kind: 'choice', correct: order.indexOf(correct) },
    answerText: choices[correct] ?? '',
    problem: null,
  }
}
