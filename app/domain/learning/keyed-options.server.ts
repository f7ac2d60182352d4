import { createHmac } from 'node:crypto'
import type { Question } from '#app/domain/courses/course.ts'
import { secret } from '#app/platform/secret.server.ts'

/** Whose page it is and which attempt it asks for. `lessonId` may name a sitting of an exam. */
export type OptionScope = { learnerId: string; courseId: string; lessonId: string; attempt: number }

/** `option` is the filed one; `id` is what the page calls it in this attempt. */
export type KeyedOption = { id: string; option: number }

export type OfferedOptions = {
  /** In the order in which this learner sees them. */
  options: KeyedOption[]
  /** The same for each gap that is a choice; empty for the others. */
  blanks: KeyedOption[][]
}

/**
 * What a question offers to one learner in one attempt. Ids are keyed with a secret of the server and end with the
 * attempt, so that neither an id nor what was learnt from somebody else's page tells an answer. The order belongs to
 * the learner and stays the same over languages, reloads and attempts.
 */
export function keyOptions(question: Question, scope: OptionScope): OfferedOptions {
  const { optionsHtml, blanks } = question.texts.bg
  const mixed = question.shuffle || question.kind === 'order' || question.kind === 'match'
  return {
    options: keyList(question.id, optionsHtml.length, mixed, scope),
    blanks: blanks.map((blank, number) =>
      blank.kind === 'choice' ? keyList(`${question.id}/${number}`, blank.options.length, true, scope) : [],
    ),
  }
}

function keyList(name: string, count: number, mixed: boolean, scope: OptionScope): KeyedOption[] {
  const { learnerId, courseId, lessonId, attempt } = scope
  const place = [learnerId, courseId, lessonId, name]
  const options = Array.from({ length: count }, (_, option) => ({
    id: digest([...place, 'id', attempt, option]).slice(0, 12),
    option,
    rank: mixed ? digest([...place, 'rank', option]) : '',
  }))
  return options
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.option - b.option))
    .map(({ id, option }) => ({ id, option }))
}

function digest(parts: readonly (string | number)[]): string {
  return createHmac('sha256', secret('options')).update(JSON.stringify(parts)).digest('base64url')
}
