import type { AttemptRow } from '#app/domain/learning/exam/view-exam.server.ts'
import { formatDateTime, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** A learner's attempts with their results, the last one first. */
export function ExamAttempts({ rows, courseId }: { rows: AttemptRow[]; courseId: string }) {
  const { language, t } = useI18n()
  return (
    <table className="exam-table">
      <thead>
        <tr>
          <th scope="col">{t('exam.column.attempt')}</th>
          <th scope="col">{t('exam.column.begun')}</th>
          <th scope="col">{t('exam.column.result')}</th>
        </tr>
      </thead>
      <tbody>
        {[...rows].reverse().map(row => (
          <tr key={row.number}>
            <th scope="row">
              <PageLink to={paths.examAttempt(language, courseId, row.number)}>
                {t('exam.attempt', { number: row.number })}
              </PageLink>
            </th>
            <td>{formatDateTime(language, row.startedAt)}</td>
            <td>
              {row.percent === null ? (
                t('exam.state.running')
              ) : (
                <>
                  <strong>{formatPercent(language, row.percent)}</strong>{' '}
                  {row.passed ? t('exam.state.passed') : t('exam.state.failed')}
                  {row.byClock && <span className="meta">{t('exam.state.byClock')}</span>}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
