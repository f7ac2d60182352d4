import { answerProblem } from './v1/answer.ts'

/** An address of no API answers as an API does. */
export function loader() {
  return answerProblem('not-found')
}
