import { certificateWording } from '#app/domain/certificates/certificate-wording.ts'
import type { CertificateSnapshot } from '#app/domain/certificates/snapshot.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** Every fact that the certificate states, in the very words of the document, as it was frozen at issue. */
export function CertificateRecord({ snapshot }: { snapshot: CertificateSnapshot }) {
  const { language, t } = useI18n()
  const wording = certificateWording(snapshot)
  const other = language === 'bg' ? 'en' : 'bg'
  const facts = [...wording.facts, ...wording.assurances]
  return (
    <section className="section" aria-labelledby="record">
      <h2 className="minor" id="record">
        {t('record.title')}
      </h2>
      <dl className="record">
        <div>
          <dt>{t('record.name')}</dt>
          <dd>
            {wording.name}
            {wording.nameLatin !== null && <span className="meta"> {wording.nameLatin}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('record.course')}</dt>
          <dd>
            {wording.course[language]}
            {wording.course[other] !== wording.course[language] && (
              <span className="meta" lang={other}>
                {' '}
                {wording.course[other]}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('record.edition')}</dt>
          <dd>{wording.edition[language]}</dd>
        </div>
        <div>
          <dt>{t('record.number')}</dt>
          <dd className="identifier">{wording.number}</dd>
        </div>
        {facts.map(({ label, value }) => (
          <div key={label.en}>
            <dt>{label[language]}</dt>
            <dd>{value[language]}</dd>
          </div>
        ))}
        <div>
          <dt>{wording.outcomesTitle[language]}</dt>
          <dd>
            <ul>
              {wording.outcomes.map(({ text, codes }, place) => (
                <li key={`${place} ${codes}`}>
                  {text[language]} {codes !== null && <span className="meta">{codes}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{wording.verification.label[language]}</dt>
          <dd>{wording.verifyAddress}</dd>
        </div>
      </dl>
    </section>
  )
}
