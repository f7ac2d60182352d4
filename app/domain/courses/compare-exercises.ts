import { containerFence } from '#app/markdown/containers.ts'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import type { Block } from '#app/markdown/token-ranges.ts'

export type Exercise = Position & { id: string }

/** Exercises with an id, in the order of the text. */
export function exercisesIn(blocks: readonly Block[]): Exercise[] {
  return blocks
    .flatMap(block => block.tokens.filter(token => token.type === 'container_open'))
    .flatMap(token => {
      const fence = containerFence(token)
      const id =
        fence?.name === 'exercise' ? fence.options.find(({ name }) => name === 'id')?.value : undefined
      return fence !== null && typeof id === 'string' ? [{ line: fence.line, column: fence.column, id }] : []
    })
}

/** A learner who switches language stays at the same exercise, so both texts have the same ones in the same order. */
export function compareExercises(
  original: readonly Exercise[],
  translation: readonly Exercise[],
  nameOfOriginal: string,
): Problem[] {
  const index = Array.from({ length: Math.max(original.length, translation.length) }, (_, at) => at).find(
    at => original[at]?.id !== translation[at]?.id,
  )
  if (index === undefined) return []
  const [there, here] = [original[index], translation[index]]
  const place = here ?? translation.at(-1) ?? { line: 1, column: 1 }
  const message =
    there === undefined
      ? `There is no exercise "${here?.id}" in ${nameOfOriginal} here.`
      : `Here ${here === undefined ? 'ends the text' : `stands the exercise "${here.id}"`}, where ${nameOfOriginal} has "${there.id}" (line ${there.line}).`
  return [
    errorAt(place, 'language-exercise', message, 'use the same ids in the same order in every language'),
  ]
}
