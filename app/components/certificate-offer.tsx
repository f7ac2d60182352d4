import type { CertificateOffer as Offer } from '#app/domain/certificates/offer-certificate.server.ts'
import { formatDate, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** What a certificate will say beside the name. */
export function CertificateOffer({ offer }: { offer: Extract<Offer, { ok: true }> }) {
  const { language, t } = useI18n()
  const edition = [t('record.editionNumber', { number: offer.edition }), offer.editionName?.[language]]
  return (
    <dl className="record">
      <dt>{t('record.course')}</dt>
      <dd>{offer.title[language]}</dd>
      <dt>{t('record.edition')}</dt>
      <dd>{edition.filter(Boolean).join(', ')}</dd>
      <dt>{t('record.assessment')}</dt>
      <dd>{t(`assessment.${offer.type}`)}</dd>
      <dt>{t('record.result')}</dt>
      <dd>
        {t(offer.type === 'exam' ? 'record.resultOfExam' : 'record.resultSays', {
          result: formatPercent(language, offer.resultPercent),
          first: formatPercent(language, offer.firstAttemptPercent),
          pass: formatPercent(language, offer.passPercent),
        })}
      </dd>
      <dt>{t('record.validUntil')}</dt>
      <dd>{offer.validUntil === null ? t('record.noEnd') : formatDate(language, offer.validUntil)}</dd>
    </dl>
  )
}
