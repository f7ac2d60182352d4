import type { CertificateView } from '#app/domain/certificates/holder-certificates.server.ts'
import { counts } from '#app/domain/certificates/holder-state.ts'
import { formatDate, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { CertificateNumber } from './certificate-number.tsx'
import { PageLink } from './page-link.tsx'

type OwnProps = { certificate: CertificateView; linkedIn: string }

/** The own certificate in short, and everything that can be taken from it. */
export function OwnCertificate({ certificate, linkedIn }: OwnProps) {
  const { language, t } = useI18n()
  const { id, snapshot, hasCredential } = certificate
  const { learner, assessment } = snapshot
  const edition = [
    t('record.editionNumber', { number: snapshot.course.edition }),
    snapshot.course.editionName?.[language],
  ]
  return (
    <section aria-labelledby="facts">
      <h2 className="minor" id="facts">
        {t('certificate.facts')}
      </h2>
      <dl className="record">
        <dt>{t('record.number')}</dt>
        <dd>
          <CertificateNumber id={id} />
        </dd>
        <dt>{t('record.name')}</dt>
        <dd>
          {learner.name === learner.nameLatin ? learner.name : `${learner.name} (${learner.nameLatin})`}
        </dd>
        <dt>{t('record.edition')}</dt>
        <dd>{edition.filter(Boolean).join(', ')}</dd>
        <dt>{t('record.issued')}</dt>
        <dd>{formatDate(language, snapshot.issuedAt)}</dd>
        <dt>{t('record.validUntil')}</dt>
        <dd>
          {snapshot.validUntil === null ? t('record.noEnd') : formatDate(language, snapshot.validUntil)}
        </dd>
        <dt>{t('record.result')}</dt>
        <dd>
          {t(assessment.type === 'exam' ? 'record.resultOfExam' : 'record.resultSays', {
            result: formatPercent(language, assessment.resultPercent),
            first: formatPercent(language, assessment.firstAttemptPercent),
            pass: formatPercent(language, assessment.passPercent),
          })}
        </dd>
      </dl>
      <p className="actions">
        <a className="button" href={paths.certificatePdf(language, id)} download>
          {t('certificates.download')}
        </a>
        <PageLink className="button quiet" to={paths.verifyCertificate(language, id)}>
          {t('certificates.publicPage')}
        </PageLink>
      </p>
      <ul className="changes">
        {hasCredential && (
          <li>
            <a href={paths.certificateCredential(language, id)} download>
              {t('certificate.credential')}
            </a>
            <p className="meta">{t('certificate.credentialHint')}</p>
          </li>
        )}
        {counts(certificate.state) && (
          <li>
            <a href={linkedIn} target="_blank" rel="noopener noreferrer">
              {t('certificate.linkedin')} <span className="meta">({t('certificate.newTab')})</span>
            </a>
            <p className="meta">{t('certificate.linkedinHint')}</p>
          </li>
        )}
      </ul>
    </section>
  )
}
