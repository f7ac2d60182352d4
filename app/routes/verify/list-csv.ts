import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notesOn, stateOfRow } from '#app/components/notes-on-row.ts'
import type { CheckedRow } from '#app/domain/certificates/verify/judge-list.ts'
import { checkList } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { writeCsv } from '#app/platform/csv.ts'
import type { Language } from '#app/platform/language.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { readLanguage } from '../read-params.server.ts'
import { verdictHeaders } from './headers.ts'

/** The list is posted; whoever comes back to the address alone finds the form. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.verify(readLanguage(params)))
}

/** The list checked once more, as a table that a spreadsheet opens with a double click. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const text = (await readForm(request)).get('text')
  if (typeof text !== 'string') throw new Response('form', { status: 400 })
  const list = await checkList(context.clientAddress, text)
  if ('state' in list) return refusal(language, 429, list.retryAfterSeconds)
  if (!list.ok) return refusal(language, list.reason === 'register-unavailable' ? 503 : 400, 30)
  return new Response(tableOf(list.rows, list.checkedAt, language), {
    headers: {
      ...verdictHeaders,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="certificates.csv"',
    },
  })
}

function refusal(language: Language, status: number, seconds: number): Response {
  const t = translatorFor(language)
  const says =
    status === 429 ? t('verdict.throttled.says', { count: seconds }) : t('listVerdict.failed.title')
  const headers = { ...verdictHeaders, 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(`${says}\n`, {
    status,
    headers: status === 400 ? headers : { ...headers, 'Retry-After': String(seconds) },
  })
}

/** Excel takes the byte order mark for UTF-8, and where the decimal sign is a comma, semicolons for separators. */
function tableOf(rows: CheckedRow[], checkedAt: string, language: Language): string {
  const t = translatorFor(language)
  const columns = ['row', 'number', 'state', 'holder', 'course', 'validUntil', 'note'] as const
  const heading = [...columns.map(column => t(`listVerdict.${column}`)), 'SHA-256', t('checks.title')]
  const checked = t('verify.report.checked', { time: formatDateTime(language, checkedAt) })
  const cells = rows.map(row => {
    const { verdict, given } = row
    const snapshot = 'snapshot' in verdict ? verdict.snapshot : null
    const until = snapshot?.validUntil ?? null
    return [
      String(row.row),
      given.id,
      t(`listVerdict.states.${stateOfRow(row)}`),
      snapshot?.learner.name ?? null,
      snapshot?.course.title[language] ?? null,
      until === null ? null : formatDate(language, until),
      notesOn(row, t).join(' '),
      given.sha256,
      checked,
    ]
  })
  return `\ufeff${writeCsv([heading, ...cells], language === 'bg' ? ';' : ',')}`
}
