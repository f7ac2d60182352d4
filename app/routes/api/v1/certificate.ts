import type { LoaderFunctionArgs } from '@remix-run/node'
import { checkNumber } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { chooseType } from '#app/platform/accept.ts'
import { answerJson, answerProblem } from './answer.ts'

/** What is true of a number. `?name=` opens a certificate whose holder guards it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (chooseType(request.headers.get('accept'), ['application/json']) === null)
    return answerProblem('not-acceptable')
  const name = new URL(request.url).searchParams.get('name') ?? undefined
  const verdict = await checkNumber(context.clientAddress, params.id ?? '', name)
  switch (verdict.state) {
    case 'mistyped':
      return answerProblem('mistyped', { fault: verdict.fault })
    case 'unknown':
      return answerProblem('unknown', { id: verdict.id, checkedAt: verdict.checkedAt })
    case 'unchecked':
      return answerProblem('register-unavailable', { checkedAt: verdict.checkedAt })
    case 'throttled':
      return answerProblem('throttled', { retryAfterSeconds: verdict.retryAfterSeconds })
    default:
      return answerJson(verdict)
  }
}
