import type { ActionFunctionArgs } from '@remix-run/node'
import { checkList } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { chooseType, typeOf } from '#app/platform/accept.ts'
import { decodeText } from '#app/platform/decode-text.ts'
import { answerCsv, answerJson, answerProblem, readBody } from './answer.ts'
import { csvOf } from './list-csv.ts'

/** A verdict on every row of a list: CSV in, CSV or JSON out, as the header Accept says. */
export async function action({ request, context }: ActionFunctionArgs) {
  const type = chooseType(request.headers.get('accept'), ['text/csv', 'application/json'])
  if (type === null) return answerProblem('not-acceptable')
  if (typeOf(request.headers.get('content-type')) !== 'text/csv') return answerProblem('media-type')
  const bytes = await readBody(request)
  if (bytes === null) return answerProblem('empty', { detail: 'The body broke off.' })
  const verdict = await checkList(context.clientAddress, decodeText(bytes))
  if ('state' in verdict) return answerProblem('throttled', { retryAfterSeconds: verdict.retryAfterSeconds })
  if (verdict.ok) {
    const { checkedAt, rows } = verdict
    return type === 'text/csv' ? answerCsv(csvOf(rows, checkedAt)) : answerJson({ checkedAt, rows })
  }
  if (verdict.reason === 'too-many')
    return answerProblem('too-many-rows', { detail: `The list has ${verdict.rows} rows; 500 are the most.` })
  if (verdict.reason === 'unreadable' && verdict.row !== null)
    return answerProblem('unreadable', {
      detail: `A quote that is opened about row ${verdict.row} never closes.`,
    })
  return answerProblem(verdict.reason)
}
