import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SharedFacts } from '#app/components/shared-facts.tsx'
import { SharedVerdict } from '#app/components/shared-verdict.tsx'
import { openShare } from '#app/domain/certificates/sharing/open-share.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import stylesheet from '#app/styles/certificates.css?url'
import verdictStylesheet from '#app/styles/verification.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage } from '../read-params.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: verdictStylesheet },
  { rel: 'stylesheet', href: stylesheet },
]

const hiding = { 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-store' }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const shared = await openShare(params.token ?? '')
  // One answer for a link that ended and for one that never was.
  if (shared === null) throw notFound('share')
  const page = { title: translatorFor(language)('shared.title'), hidden: true }
  return data({ page, shared }, { headers: hiding })
}

/** A document takes headers from here alone. */
export const headers: HeadersFunction = () => hiding

export const meta: MetaFunction<typeof loader> = pageMeta

export default function SharedCertificate() {
  const { language, t } = useI18n()
  const { shared } = useLoaderData<typeof loader>()
  const facts = shared.state === 'withdrawn' ? null : shared.facts
  return (
    <div className="page section shared">
      <h1>{t('shared.title')}</h1>
      {facts !== null && <p className="lead">{t('shared.lead', { name: facts.learner.name })}</p>}
      <SharedVerdict shared={shared} />
      {facts !== null && (
        <section aria-labelledby="facts">
          <h2 className="minor" id="facts">
            {t('shared.facts')}
          </h2>
          <SharedFacts facts={facts} />
        </section>
      )}
      <section aria-labelledby="checks">
        <h2 className="minor" id="checks">
          {t('shared.checks')}
        </h2>
        <ul className="plain-list">
          <li>{t('shared.checkedAt', { time: formatDateTime(language, shared.checkedAt) })}</li>
          {facts !== null && <li>{t('shared.domain', { domain: facts.issuer.domain })}</li>}
          {facts !== null && <li>{t('shared.rest')}</li>}
          <li>{t('shared.until', { time: formatDateTime(language, shared.endsAt) })}</li>
        </ul>
      </section>
    </div>
  )
}
