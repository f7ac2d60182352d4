import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FileResult } from '#app/components/file-result.tsx'
import { ListResult } from '#app/components/list-result.tsx'
import { useFocusedVerdict } from '#app/components/use-focused-verdict.ts'
import { VerdictPanel } from '#app/components/verdict-panel.tsx'
import { VerifyWays } from '#app/components/verify-ways.tsx'
import { readIdentifier } from '#app/domain/certificates/identifier.ts'
import { checkFile, checkList } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import stylesheet from '#app/styles/verification.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'
import { headersOf } from './headers.ts'
import { readCheck } from './read-check.ts'

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const given = new URL(request.url).searchParams.get('id')
  const t = translatorFor(language)
  const page = { title: t('verify.title'), description: t('verify.lead') }
  const domain = new URL(context.publicUrl).host
  if (given === null) return { page, given: '', fault: null, domain }
  const read = readIdentifier(given)
  if (read.ok) throw redirect(paths.verifyCertificate(language, read.id))
  return { page, given: given.slice(0, 200), fault: read, domain }
}

/** Checks a file, a credential or a list, and keeps none of them. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  readLanguage(params)
  const asked = await readCheck(await readForm(request))
  if (asked === null) throw new Response('form', { status: 400 })
  const address = context.clientAddress
  if (asked.way === 'list') {
    const list = await checkList(address, asked.text)
    if ('state' in list) return data({ throttled: list }, { status: 429, headers: headersOf(list) })
    const state = !list.ok && list.reason === 'register-unavailable' ? 'unchecked' : 'checked'
    const status = list.ok ? 200 : state === 'unchecked' ? 503 : 400
    return data({ list, text: asked.text }, { status, headers: headersOf({ state }) })
  }
  const bytes = asked.way === 'file' ? asked.bytes : new TextEncoder().encode(asked.text)
  const file = await checkFile(address, bytes)
  if (file.state === 'throttled') return data({ throttled: file }, { status: 429, headers: headersOf(file) })
  const unavailable = file.state === 'unchecked' && file.why === 'register-unavailable'
  const state = unavailable ? 'unchecked' : 'checked'
  return data({ file }, { status: unavailable ? 503 : 200, headers: headersOf({ state }) })
}

/** A document takes headers from here alone. */
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders?.has('X-Robots-Tag') ? actionHeaders : loaderHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Verify() {
  const { t } = useI18n()
  const { given, fault, domain } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useFocusedVerdict(answer)
  const list = answer !== undefined && 'list' in answer ? answer : null
  return (
    <div className="page section verify-page">
      <h1 className="plain">{t('verify.title')}</h1>
      {answer === undefined && <p className="lead">{t('verify.lead')}</p>}
      {answer === undefined && fault !== null && <VerdictPanel verdict={{ state: 'mistyped', fault }} />}
      {answer !== undefined && 'throttled' in answer && <VerdictPanel verdict={answer.throttled} />}
      {answer !== undefined && 'file' in answer && <FileResult verdict={answer.file} domain={domain} />}
      {list !== null && <ListResult verdict={list.list} text={list.text} />}
      {answer !== undefined && <h2 className="minor not-printed another">{t('verify.another')}</h2>}
      <VerifyWays
        number={given}
        invalid={fault !== null && answer === undefined}
        list={list?.text ?? ''}
        listOpen={list !== null}
        first={answer === undefined}
      />
    </div>
  )
}
