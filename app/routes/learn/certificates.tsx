import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CertificateNumber } from '#app/components/certificate-number.tsx'
import { CertificateState } from '#app/components/certificate-state.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { listCertificates } from '#app/domain/certificates/holder-certificates.server.ts'
import { counts } from '#app/domain/certificates/holder-state.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import stylesheet from '#app/styles/certificates.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

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
            <li key={certificate.id} className={certificate.state}>
              <div>
                <h2>
                  <PageLink to={paths.certificate(language, certificate.id)}>
                    {certificate.title[language]}
                  </PageLink>
                </h2>
                <CertificateState certificate={certificate} />
                <p className="meta">
                  {t('certificates.issuedOn', { date: formatDate(language, certificate.issuedAt) })}
                </p>
                <p>
                  <CertificateNumber id={certificate.id} />
                </p>
              </div>
              <p className="actions">
                <a
                  className={counts(certificate.state) ? 'button' : 'button quiet'}
                  href={paths.certificatePdf(language, certificate.id)}
                  download
                >
                  {t('certificates.download')}
                </a>
                <PageLink className="button quiet" to={paths.certificate(language, certificate.id)}>
                  {t('certificates.manage')}
                </PageLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
