import { codesByFramework } from '#app/domain/certificates/framework-codes.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import type { CertificateSnapshot } from '#app/domain/certificates/snapshot.ts'
import { formatDate, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** Every fact that the certificate states, as it was frozen at issue. */
export function CertificateRecord({ snapshot }: { snapshot: CertificateSnapshot }) {
  const { language, t } = useI18n()
  const { learner, course, issuer, assessment, level, workload } = snapshot
  const edition = [t('record.editionNumber', { number: course.edition }), course.editionName?.[language]]
    .filter(Boolean)
    .join(', ')
  const rows: [string, string][] = [
    [
      t('record.name'),
      learner.name === learner.nameLatin ? learner.name : `${learner.name} (${learner.nameLatin})`,
    ],
    [t('record.course'), course.title[language]],
    [t('record.edition'), edition],
    [t('record.number'), formatIdentifier(snapshot.id)],
    [
      t('record.issued'),
      `${formatDate(language, snapshot.issuedAt)}, ${issuer.place[language]}, ${issuer.country[language]}`,
    ],
    [
      t('record.validUntil'),
      snapshot.validUntil === null ? t('record.noEnd') : formatDate(language, snapshot.validUntil),
    ],
    [t('record.issuer'), `${issuer.legalName[language]}, ${issuer.legalId[language]}`],
    [
      t('record.workload'),
      [
        t('course.hours', { count: workload.academicHours }),
        workload.ects === null ? null : t('record.ects', { count: formatNumber(language, workload.ects) }),
      ]
        .filter(Boolean)
        .join(', '),
    ],
    [
      t('record.level'),
      [
        t('course.level', { level: level.digcomp }),
        level.eqf === null ? null : t('record.eqf', { level: level.eqf }),
      ]
        .filter(Boolean)
        .join(', '),
    ],
    [t('record.assessment'), t(`assessment.${assessment.type}`)],
    [
      t('record.result'),
      t(assessment.type === 'exam' ? 'record.resultOfExam' : 'record.resultSays', {
        result: formatPercent(language, assessment.resultPercent),
        first: formatPercent(language, assessment.firstAttemptPercent),
        pass: formatPercent(language, assessment.passPercent),
      }),
    ],
    [t('record.supervision'), t(`supervision.${assessment.supervision}`)],
    [t('record.participation'), t(`participation.${snapshot.participation}`)],
    [t('record.quality'), snapshot.qualityAssurance[language]],
  ]
  return (
    <section className="section" aria-labelledby="record">
      <h2 className="minor" id="record">
        {t('record.title')}
      </h2>
      <dl className="record">
        {rows.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        <div>
          <dt>{t('record.outcomes')}</dt>
          <dd>
            <ul>
              {snapshot.outcomes.map(outcome => (
                <li key={outcome.text.bg}>
                  {outcome.text[language]}{' '}
                  {outcome.codes.length > 0 && (
                    <span className="meta">{codesByFramework(outcome.codes)}</span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  )
}
