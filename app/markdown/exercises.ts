import type { MarkdownIt as Renderer, StateCore, Token } from 'markdown-it'
import { containerAround, type PlacedContainer, placedContainers } from './container-placement.ts'
import { environmentOf, type MarkdownEnvironment, uniqueId } from './environment.ts'
import { errorAt } from './problem.ts'

/** The number of a block among its equals; absent when it is the only one. */
const numbers = new WeakMap<Token, number>()

/** `::: exercise {#id}`, which may hold `::: hint` and `::: solution`, folded until they are wanted. */
export function exercises(md: Renderer): void {
  md.core.ruler.after('nesting_limit', 'exercises', checkExercises)
  // A group and no landmark: a lesson may have ten exercises.
  md.renderer.rules.exercise_open = (tokens, index, _options, env) => {
    const token = tokens[index]
    const id = md.utils.escapeHtml(token?.markup ?? '')
    return (
      `<div class="exercise" role="group" aria-labelledby="${id}">\n` +
      `<p class="exercise-title" id="${id}">${nameOf(token, 'exercise', env)}</p>\n`
    )
  }
  for (const name of ['hint', 'solution'] as const) {
    md.renderer.rules[`${name}_open`] = (tokens, index, _options, env) =>
      `<details class="${name}">\n<summary>${nameOf(tokens[index], name, env)}</summary>\n`
    md.renderer.rules[`${name}_close`] = () => '</details>\n'
  }
  const nameOf = (
    token: Token | undefined,
    name: 'exercise' | 'hint' | 'solution',
    env: Parameters<typeof environmentOf>[0],
  ) => {
    const number = token && numbers.get(token)
    return md.utils.escapeHtml(environmentOf(env).labels[name] + (number === undefined ? '' : ` ${number}`))
  }
}

function checkExercises(state: StateCore): void {
  const environment = environmentOf(state.env)
  const placed = placedContainers(state.tokens)
  const ids = new Map<string, number>()
  for (const container of placed) {
    const { fence } = container
    if (fence.name === 'exercise') nameExercise(environment, container, ids)
    if (fence.name !== 'hint' && fence.name !== 'solution') continue
    if (containerAround(container, 'exercise') !== null) continue
    const message = `"::: ${fence.name}" stands outside an exercise.`
    const remedy = 'put it inside "::: exercise {#id}", whose fence has more colons'
    environment.problems.push(errorAt(fence, 'exercise-part', message, remedy))
  }
  numberEquals(placed.filter(({ fence }) => fence.name === 'exercise'))
  for (const name of ['hint', 'solution']) {
    const byExercise = new Map<Token | null, PlacedContainer[]>()
    for (const part of placed.filter(({ fence }) => fence.name === name)) {
      const exercise = containerAround(part, 'exercise')
      const known = byExercise.get(exercise)
      if (known) known.push(part)
      else byExercise.set(exercise, [part])
    }
    for (const parts of byExercise.values()) numberEquals(parts)
  }
}

function nameExercise(
  environment: MarkdownEnvironment,
  { token, fence }: PlacedContainer,
  ids: Map<string, number>,
): void {
  const option = fence.options.find(({ name }) => name === 'id')
  const id = String(option?.value ?? '')
  const place = { line: fence.line, column: option?.column ?? fence.column }
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/.test(id)) {
    const message = option ? `"${id}" cannot be the id of an exercise.` : 'The exercise has no id.'
    const remedy = 'write one of Latin letters, digits and dashes: ::: exercise {#first-plan}'
    environment.problems.push(errorAt(place, 'exercise-id', message, remedy))
    token.markup = uniqueId(environment, 'b-exercise')
    return
  }
  const earlier = ids.get(id)
  if (earlier !== undefined) {
    const message = `The id "${id}" is taken by the exercise at line ${earlier}.`
    environment.problems.push(
      errorAt(place, 'exercise-id-repeated', message, 'give every exercise its own id'),
    )
  } else ids.set(id, fence.line)
  token.markup = uniqueId(environment, `b-exercise-${id}`)
}

function numberEquals(equals: readonly PlacedContainer[]): void {
  if (equals.length < 2) return
  for (const [index, { token }] of equals.entries()) numbers.set(token, index + 1)
}
