import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NumberResult } from '#app/components/number-result.tsx'
import { useFocusedVerdict } from '#app/components/use-focused-verdict.ts'
import { VerdictPanel } from '#app/components/verdict-panel.tsx'
import { VerifyWays } from '#app/components/verify-ways.tsx'
import { checkNumber } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import stylesheet from '#app/styles/verification.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'
import { headersOf } from './headers.ts'

const statusOf = {
  valid: 200,
  expired: 200,
  revoked: 200,
  superseded: 200,
  withdrawn: 200,
  guarded: 200,
  unknown: 404,
  mistyped: 404,
  throttled: 429,
  unchecked: 503,
}

type Verdict = Awaited<ReturnType<typeof checkNumber>>

function answer(verdict: Verdict) {
  return { status: statusOf[verdict.state], headers: headersOf(verdict) }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = { title: translatorFor(readLanguage(params))('verify.title'), hidden: true }
  const given = params.id ?? ''
  const verdict = await checkNumber(context.clientAddress, given)
  const domain = new URL(context.publicUrl).host
  return data({ page, verdict, given: given.slice(0, 200), domain }, answer(verdict))
}

/** The name beside the number of a guarded certificate. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  readLanguage(params)
  const name = (await readForm(request)).get('name')
  const stated = typeof name === 'string' ? name.slice(0, 500) : ''
  const verdict = await checkNumber(context.clientAddress, params.id ?? '', stated)
  return data({ verdict }, answer(verdict))
}

/** A document takes headers from here alone. */
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders?.has('X-Robots-Tag') ? actionHeaders : loaderHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export const meta: MetaFunction<typeof loader> = pageMeta

export default function VerifyCertificate() {
  const { t } = useI18n()
  const loaded = useLoaderData<typeof loader>()
  const named = useActionData<typeof action>()
  useFocusedVerdict(named)
  const verdict = named?.verdict ?? loaded.verdict
  const faulty = verdict.state === 'mistyped' || verdict.state === 'throttled'
  const toMend = verdict.state === 'mistyped' || verdict.state === 'unknown'
  return (
    <div className="page section verify-page">
      <h1 className="plain">{t('verify.title')}</h1>
      {faulty ? (
        <VerdictPanel verdict={verdict} />
      ) : (
        <NumberResult verdict={verdict} domain={loaded.domain} />
      )}
      {!toMend && <h2 className="minor not-printed another">{t('verify.another')}</h2>}
      <VerifyWays
        number={toMend || verdict.state === 'throttled' ? loaded.given : ''}
        invalid={toMend}
        list=""
        listOpen={false}
        first={verdict.state === 'mistyped'}
      />
    </div>
  )
}
