import { errorAt, type Problem } from '#app/markdown/problem.ts'
import type { CompiledQuestion } from './compile-question.ts'
import type { BlankKey } from './course.ts'
import { filedOrder } from './filed-order.ts'

/**
 * What differs between the questions of two languages. A learner may switch language inside a lesson and keeps
 * every answer, so ids, order, kinds, points and right answers must be the same. Problems belong to the translation.
 * @param nameOfOriginal how the original file is called in the messages
 */
export function compareQuestions(
  original: readonly CompiledQuestion[],
  translation: readonly CompiledQuestion[],
  nameOfOriginal: string,
): Problem[] {
  const problems: Problem[] = []
  for (const question of translation) {
    const same = original.find(other => other.id === question.id)
    if (same) problems.push(...differences(same, question, nameOfOriginal))
    else {
      const message = `There is no question "${question.id}" in ${nameOfOriginal}.`
      problems.push(
        errorAt(question, 'language-extra-question', message, 'use the same ids in every language'),
      )
    }
  }
  for (const [index, question] of original.entries()) {
    if (translation.some(other => other.id === question.id)) continue
    const place = translation[index] ?? translation.at(-1) ?? { line: 1, column: 1 }
    const message = `The question "${question.id}" of ${nameOfOriginal} (line ${question.line}) is missing here.`
    problems.push(errorAt(place, 'language-missing-question', message, 'translate it, with the same id'))
  }
  return problems.length > 0 ? problems : differentOrder(original, translation, nameOfOriginal)
}

function differentOrder(
  original: readonly CompiledQuestion[],
  translation: readonly CompiledQuestion[],
  name: string,
): Problem[] {
  const index = translation.findIndex((question, position) => question.id !== original[position]?.id)
  const first = translation[index]
  if (!first) return []
  const message = `Here stands "${first.id}", where ${name} has "${original[index]?.id}".`
  return [errorAt(first, 'language-order', message, 'keep the order of the questions the same')]
}

function differences(original: CompiledQuestion, translation: CompiledQuestion, name: string): Problem[] {
  const problems: Problem[] = []
  const differ = (what: string, there: string, here: string) => {
    if (there === here) return
    const message = `The ${what} of "${translation.id}": here ${here}, but ${there} in ${name} (line ${original.line}).`
    problems.push(errorAt(translation, 'language-differs', message, 'make them the same'))
  }
  differ('kind', original.kind, translation.kind)
  differ('points', String(original.points), String(translation.points))
  differ('outcome', original.outcome ?? 'none', translation.outcome ?? 'none')
  differ('number of attempts', String(original.attempts ?? 'any'), String(translation.attempts ?? 'any'))
  differ('number of hints', String(original.hints), String(translation.hints))
  differ('partial points', String(original.partial), String(translation.partial))
  differ('order of options', orderOf(original), orderOf(translation))
  differ('number of options', count(original.text.optionsHtml), count(translation.text.optionsHtml))
  differ('number of left sides', count(original.text.leftHtml), count(translation.text.leftHtml))
  if (original.kind === translation.kind)
    differ('right answer', rightAnswer(original), rightAnswer(translation))
  return problems
}

function count(list: readonly unknown[]): string {
  return String(list.length)
}

function orderOf(question: CompiledQuestion): string {
  return question.shuffle ? 'shuffled' : 'as written'
}

/** Comparable across languages: accepted texts are words, and are united instead; steps are in order by their place. */
function rightAnswer({ id, answer, text }: CompiledQuestion): string {
  switch (answer.kind) {
    case 'single':
      return `option ${answer.correct + 1}`
    case 'multiple':
      return `options ${answer.correct.map(index => index + 1).join(', ')}`
    case 'match':
      return `pairs ${answer.pairs.map((right, left) => `${left + 1}–${asWritten(id, text.optionsHtml.length, right)}`).join(', ')}`
    case 'blanks':
      return answer.blanks
        .map((key, number) => {
          const blank = text.blanks[number]
          if (key.kind !== 'choice' || blank?.kind !== 'choice') return blankAnswer(key)
          const count = blank.options.length
          return `choice ${asWritten(`${id}/${number}`, count, key.correct)} of ${count}`
        })
        .join(', ')
    case 'order':
      return 'steps'
    default:
      return blankAnswer(answer)
  }
}

/** The number that the author counts: what is filed stands in another order. */
function asWritten(name: string, count: number, filed: number): number {
  return (filedOrder(name, count)[filed] ?? filed) + 1
}

function blankAnswer(key: BlankKey): string {
  if (key.kind === 'number') return `${key.value} ± ${key.tolerance}`
  return key.kind === 'choice' ? `choice ${key.correct + 1}` : 'text'
}
