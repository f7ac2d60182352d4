import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { withdrawCertificate } from '#app/domain/certificates/withdraw-certificate.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import stylesheet from '#app/styles/certificates.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage } from '../read-params.server.ts'
import { requireOwnCertificate } from './certificate-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { certificate } = await requireOwnCertificate(request, params, context)
  const { id, title, state } = certificate
  if (state === 'withdrawn') throw redirect(paths.certificate(language, id))
  return {
    page: { title: translatorFor(language)('withdrawal.title'), hidden: true },
    certificate: { id, title: title[language] },
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const { userId, certificate } = await requireOwnCertificate(request, params, context)
  if (!(await withdrawCertificate(userId, certificate.id))) throw notFound('certificate')
  return redirect(paths.certificate(language, certificate.id), {
    headers: { 'Set-Cookie': toastCookie('certificateWithdrawn') },
  })
}

export default function WithdrawCertificate() {
  const { language, t } = useI18n()
  const { certificate } = useLoaderData<typeof loader>()
  const busy = useNavigation().state === 'submitting'
  const { id, title } = certificate
  return (
    <div className="page section form-page">
      <Breadcrumbs
        trail={[
          { to: paths.certificates(language), text: t('certificates.title') },
          { to: paths.certificate(language, id), text: title },
        ]}
      />
      <h1>{t('withdrawal.title')}</h1>
      <p className="lead">{t('withdrawal.lead', { id: formatIdentifier(id), title })}</p>
      <Form method="post" className="form">
        <div className="notice consequences">
          <h2>{t('withdrawal.what')}</h2>
          <ul className="plain-list">
            <li>{t('withdrawal.number')}</li>
            <li>{t('withdrawal.file')}</li>
            <li>{t('withdrawal.shares')}</li>
          </ul>
          <p>
            <strong>{t('withdrawal.final')}</strong>
          </p>
        </div>
        <p className="actions">
          <button className="button" type="submit" disabled={busy}>
            {t('withdrawal.submit')}
          </button>
          <PageLink className="button quiet" to={paths.certificate(language, id)}>
            {t('withdrawal.cancel')}
          </PageLink>
        </p>
      </Form>
    </div>
  )
}
