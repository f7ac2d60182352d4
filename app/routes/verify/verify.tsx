import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VerdictPanel } from '#app/components/verdict-panel.tsx'
import { VerifyForm } from '#app/components/verify-form.tsx'
import { readIdentifier } from '#app/domain/certificates/identifier.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

export function loader({ request, params }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const given = new URL(request.url).searchParams.get('id')
  const t = translatorFor(language)
  const page = { title: t('verify.title'), description: t('verify.lead') }
  if (given === null) return { page, given: '', fault: null }
  const read = readIdentifier(given)
  if (read.ok) throw redirect(paths.verifyCertificate(language, read.id))
  return { page, given: given.slice(0, 200), fault: read }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Verify() {
  const { t } = useI18n()
  const { given, fault } = useLoaderData<typeof loader>()
  return (
    <div className="page section">
      <h1 className="plain">{t('verify.title')}</h1>
      <p className="lead">{t('verify.lead')}</p>
      {fault !== null && <VerdictPanel verdict={{ state: 'mistyped', fault }} />}
      <VerifyForm given={given} invalid={fault !== null} />
      <section className="section" aria-labelledby="where">
        <h2 className="minor" id="where">
          {t('verify.whereTitle')}
        </h2>
        <p className="prose">{t('verify.where')}</p>
      </section>
    </div>
  )
}
