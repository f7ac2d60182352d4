import type { ActionFunctionArgs } from '@remix-run/node'
import { checkFile } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { chooseType, typeOf } from '#app/platform/accept.ts'
import { answerJson, answerProblem, readBody } from './answer.ts'

const kinds = ['application/pdf', 'application/json', 'application/ld+json']

/** What is true of a file: the body is a PDF, or a credential as JSON. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (chooseType(request.headers.get('accept'), ['application/json']) === null)
    return answerProblem('not-acceptable')
  if (!kinds.includes(typeOf(request.headers.get('content-type')))) return answerProblem('media-type')
  const bytes = await readBody(request)
  if (bytes === null) return answerProblem('empty', { detail: 'The body broke off.' })
  const verdict = await checkFile(context.clientAddress, bytes)
  if (verdict.state === 'throttled')
    return answerProblem('throttled', { retryAfterSeconds: verdict.retryAfterSeconds })
  if (verdict.state === 'unchecked') {
    const { why, checkedAt } = verdict
    if (why === 'empty' || why === 'too-large' || why === 'register-unavailable')
      return answerProblem(why, { checkedAt })
  }
  return answerJson(verdict)
}
