import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageLink } from '#app/components/page-link.tsx'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { listCertificates } from '#app/domain/certificates/find-certificate.server.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await requireUser(request, context)
  return {
    page: { title: translatorFor(language)('certificates.title'), hidden: true },
    certificates: await listCertificates(user.id),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Certificates() {
  const { language, t } = useI18n()
  const { certificates } = useLoaderData<typeof loader>()
  return (
    <div className="page section">
      <h1>{t('certificates.title')}</h1>
      {certificates.length === 0 ? (
        <>
          <p className="lead">{t('certificates.empty')}</p>
          <p className="actions">
            <PageLink className="button" to={paths.learning(language)}>
              {t('certificates.toLearning')}
            </PageLink>
          </p>
        </>
      ) : (
        <ul className="certificates">
          {certificates.map(certificate => (
            <li key={certificate.id}>
              <div>
                <h2>{certificate.title[language]}</h2>
                <ul className="facts">
                  <li>{t('certificates.issuedOn', { date: formatDate(language, certificate.issuedAt) })}</li>
                  <li>
                    <span className="identifier">{formatIdentifier(certificate.id)}</span>
                  </li>
                  {certificate.revoked && <li className="fault">{t('certificates.revoked')}</li>}
                </ul>
              </div>
              <p className="actions">
                <a className="button" href={paths.certificatePdf(language, certificate.id)} download>
                  {t('certificates.download')}
                </a>
                <PageLink className="button quiet" to={paths.verifyCertificate(language, certificate.id)}>
                  {t('certificates.publicPage')}
                </PageLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
