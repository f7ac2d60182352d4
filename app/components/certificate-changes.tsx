import type { CertificateView } from '#app/domain/certificates/holder-certificates.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** What can become of a certificate: renewed, its name corrected, withdrawn. */
export function CertificateChanges({ certificate }: { certificate: CertificateView }) {
  const { language, t } = useI18n()
  const { id, state, correction, renewal } = certificate
  return (
    <>
      {renewal !== null && (
        <section aria-labelledby="renewal">
          <h2 className="minor" id="renewal">
            {t('certificate.renewal')}
          </h2>
          {renewal.open ? (
            <>
              <p>{t('certificate.renewalOpen')}</p>
              <p className="actions">
                <PageLink className="button" to={paths.certificateRenewal(language, id)}>
                  {t('certificate.toRenewal')}
                </PageLink>
              </p>
            </>
          ) : (
            <p>{t('certificate.renewalLater', { date: formatDate(language, renewal.from) })}</p>
          )}
        </section>
      )}
      {state !== 'withdrawn' && (
        <section aria-labelledby="changes">
          <h2 className="minor" id="changes">
            {t('certificate.changes')}
          </h2>
          <ul className="changes">
            {(correction === null || correction === 'used-up') && (
              <li>
                <PageLink to={paths.certificateName(language, id)}>{t('certificate.toCorrection')}</PageLink>
                <p className="meta">{t('certificate.correctionSays')}</p>
              </li>
            )}
            <li>
              <PageLink to={paths.certificateWithdrawal(language, id)}>
                {t('certificate.toWithdrawal')}
              </PageLink>
              <p className="meta">{t('certificate.withdrawalSays')}</p>
            </li>
          </ul>
        </section>
      )}
    </>
  )
}
