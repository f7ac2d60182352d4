import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CertificateRecord } from '#app/components/certificate-record.tsx'
import { ChecksMade } from '#app/components/checks-made.tsx'
import { VerdictPanel } from '#app/components/verdict-panel.tsx'
import { VerifyForm } from '#app/components/verify-form.tsx'
import { verifyNumber } from '#app/domain/certificates/verify/verify-number.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

const statusOf = { valid: 200, expired: 200, revoked: 200, superseded: 200, withdrawn: 200, guarded: 200, unknown: 404, mistyped: 404, unchecked: 503 }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const verdict = await verifyNumber(params.id ?? '')
  const page = { title: translatorFor(language)('verify.title'), hidden: true }
  const headers = { 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-store' }
  return data({ page, verdict, given: params.id ?? '' }, { status: statusOf[verdict.state], headers })
}

/** A document takes headers from here alone. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = pageMeta

export default function VerifyCertificate() {
  const { t } = useI18n()
  const { verdict, given } = useLoaderData<typeof loader>()
  const snapshot = 'snapshot' in verdict ? verdict.snapshot : null
  return (
    <div className="page section">
      <h1 className="plain">{t('verify.title')}</h1>
      <VerdictPanel verdict={verdict} />
      {snapshot === null ? (
        <VerifyForm given={given} invalid />
      ) : (
        <>
          <CertificateRecord snapshot={snapshot} />
          <ChecksMade verdict={verdict} domain={snapshot.issuer.domain} />
          <section className="section" aria-labelledby="another">
            <h2 className="minor" id="another">
              {t('verify.another')}
            </h2>
            <VerifyForm given="" invalid={false} />
          </section>
        </>
      )}
    </div>
  )
}
