import { suggestName } from '#app/markdown/closest-name.ts'
import type { ContainerFence } from '#app/markdown/containers.ts'
import type { FenceOption } from '#app/markdown/fence-options.ts'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import { type QuestionKind, questionKinds } from './course.ts'

/** What the opening line of a question says. */
export type QuestionFence = {
  position: Position
  id: string
  points: number
  shuffle: boolean
  /** null: as often as one likes. */
  attempts: number | null
  partial: boolean
  outcome: string | null
  /** null when the shape of the question decides. */
  kind: QuestionKind | null
}

/** Reads the options of `::: quiz {…}`. The id is '' when it is missing. */
export function readQuestionFence(
  fence: ContainerFence,
  outcomeIds: readonly string[],
): { fence: QuestionFence; problems: Problem[] } {
  const problems: Problem[] = []
  const read: QuestionFence = {
    position: fence,
    id: '',
    points: 1,
    shuffle: false,
    attempts: null,
    partial: true,
    outcome: null,
    kind: null,
  }
  const seen = new Set<string>()
  for (const option of fence.options) {
    const report = (code: string, message: string, remedy: string) => {
      problems.push(errorAt({ line: fence.line, column: option.column }, code, message, remedy))
    }
    if (seen.has(option.name))
      report('option-repeated', `"${option.name}" is written twice.`, 'keep one of them')
    seen.add(option.name)
    readOption(read, option, outcomeIds, report)
  }
  if (!seen.has('id')) {
    problems.push(
      errorAt(
        fence,
        'question-id',
        'The question has no id.',
        'name it in the first line: ::: quiz {#q-name}',
      ),
    )
  }
  return { fence: read, problems }
}

type Report = (code: string, message: string, remedy: string) => void

function readOption(
  read: QuestionFence,
  { name, value }: FenceOption,
  outcomeIds: readonly string[],
  report: Report,
): void {
  const text = value === true ? '' : value
  switch (name) {
    case 'id':
      if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)) read.id = text
      else report('question-id', `"${text}" cannot be the id of a question.`, idRemedy)
      return
    case 'points':
    case 'attempts': {
      const number = wholeNumber(text)
      if (number === null)
        report('option-value', `"${name}" is not a whole number.`, `write ${name}=2 (from 1 to 100)`)
      else read[name] = number
      return
    }
    case 'shuffle':
      if (value !== true) report('option-value', '"shuffle" takes no value.', 'write shuffle alone')
      else read.shuffle = true
      return
    case 'partial':
      if (value !== true && value !== 'no')
        report('option-value', `"partial" is not "${text}".`, 'write partial=no for all or nothing')
      else read.partial = value === true
      return
    case 'lo':
      if (outcomeIds.includes(text)) read.outcome = text
      else report('outcome-unknown', `The course has no outcome "${text}".`, suggestName(text, outcomeIds))
      return
    case 'kind': {
      const kind = questionKinds.find(known => known === text)
      if (kind === undefined)
        report('option-value', `There is no kind of question "${text}".`, suggestName(text, questionKinds))
      else read.kind = kind
    }
  }
}

const idRemedy = 'use small Latin letters, digits and dashes, beginning with a letter: #q-passwords'

function wholeNumber(text: string): number | null {
  const number = Number(text)
  return /^\d{1,3}$/.test(text) && number >= 1 && number <= 100 ? number : null
}
