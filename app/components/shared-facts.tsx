import { codesByFramework } from '#app/domain/certificates/framework-codes.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import type { SharedFacts as Facts } from '#app/domain/certificates/sharing/share-parts.ts'
import { formatDate, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** What a holder chose to show of a certificate. */
export function SharedFacts({ facts }: { facts: Facts }) {
  const { language, t } = useI18n()
  const { learner, issuer, result, workload, assessment, outcomes, number } = facts
  return (
    <dl className="record">
      <dt>{t('record.name')}</dt>
      <dd>{learner.name === learner.nameLatin ? learner.name : `${learner.name} (${learner.nameLatin})`}</dd>
      <dt>{t('record.course')}</dt>
      <dd>{facts.course.title[language]}</dd>
      <dt>{t('record.issuer')}</dt>
      <dd>{issuer.legalName[language]}</dd>
      <dt>{t('record.issued')}</dt>
      <dd>{formatDate(language, facts.issuedAt)}</dd>
      <dt>{t('record.validUntil')}</dt>
      <dd>{facts.validUntil === null ? t('record.noEnd') : formatDate(language, facts.validUntil)}</dd>
      {number !== undefined && (
        <>
          <dt>{t('record.number')}</dt>
          <dd>
            <PageLink className="identifier" to={paths.verifyCertificate(language, number)}>
              {formatIdentifier(number)}
            </PageLink>
          </dd>
        </>
      )}
      {result !== undefined && (
        <>
          <dt>{t('record.result')}</dt>
          <dd>
            {t(result.type === 'exam' ? 'record.resultOfExam' : 'record.resultSays', {
              result: formatPercent(language, result.resultPercent),
              first: formatPercent(language, result.firstAttemptPercent),
              pass: formatPercent(language, result.passPercent),
            })}
          </dd>
        </>
      )}
      {workload !== undefined && (
        <>
          <dt>{t('record.workload')}</dt>
          <dd>
            {t('course.hours', { count: workload.hours.academicHours })}
            {workload.hours.ects !== null &&
              `, ${t('record.ects', { count: formatNumber(language, workload.hours.ects) })}`}
          </dd>
          <dt>{t('record.level')}</dt>
          <dd>
            {t('course.level', { level: workload.level.digcomp })}
            {workload.level.eqf !== null && `, ${t('record.eqf', { level: workload.level.eqf })}`}
          </dd>
        </>
      )}
      {assessment !== undefined && (
        <>
          <dt>{t('record.assessment')}</dt>
          <dd>{t(`assessment.${assessment.type}`)}</dd>
          <dt>{t('record.supervision')}</dt>
          <dd>{t(`supervision.${assessment.supervision}`)}</dd>
          <dt>{t('record.participation')}</dt>
          <dd>{t(`participation.${assessment.participation}`)}</dd>
        </>
      )}
      {outcomes !== undefined && (
        <>
          <dt>{t('record.outcomes')}</dt>
          <dd>
            <ul>
              {outcomes.map(outcome => (
                <li key={outcome.text.bg}>
                  {outcome.text[language]}{' '}
                  {outcome.codes.length > 0 && (
                    <span className="meta">{codesByFramework(outcome.codes)}</span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}
