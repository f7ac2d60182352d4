import type { CertificateSnapshot } from '#app/domain/certificates/snapshot.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** What nobody should read out of a certificate, however genuine it is. */
export function LimitsOfCertificate({ snapshot }: { snapshot: CertificateSnapshot }) {
  const { t } = useI18n()
  return (
    <section className="section" aria-labelledby="limits">
      <h2 className="minor" id="limits">
        {t('limits.title')}
      </h2>
      <ul className="limits">
        <li>{t(`limits.${snapshot.assessment.supervision}`)}</li>
        <li>{t('limits.person')}</li>
        <li>{t('limits.since')}</li>
        <li>{t('limits.rank')}</li>
      </ul>
    </section>
  )
}
