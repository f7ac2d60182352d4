import type { SittingResult } from '#app/domain/learning/exam/open-sitting.server.ts'
import { formatDateTime, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { ExamTurnWords } from './exam-turn.tsx'
import { CrossIcon, DoneIcon } from './icon.tsx'
import { PageLink } from './page-link.tsx'
import { QuestionFields } from './question-fields.tsx'
import { QuestionResult } from './question-result.tsx'

type ResultProps = { result: SittingResult; course: { id: string; title: string; certified: boolean } }

/** What came of a sitting: the verdict, the points by outcome, what comes next, and the questions where they are shown. */
export function ExamResult({ result, course }: ResultProps) {
  const { language, t } = useI18n()
  const { attempt, outcomes, review, turn } = result
  const points = (thousandths: number) => formatNumber(language, Math.round(thousandths / 10) / 100)
  return (
    <div className="page section exam-result">
      <Breadcrumbs
        trail={[
          { to: paths.course(language, course.id), text: course.title },
          { to: paths.exam(language, course.id), text: result.title },
        ]}
      />
      <p className="tag">
        {result.title} · {t('exam.attempt', { number: attempt.number })}
      </p>
      <h1>{t(attempt.passed ? 'exam.result.passed' : 'exam.result.failed')}</h1>
      <div className={attempt.passed ? 'exam-verdict passed' : 'exam-verdict'}>
        {attempt.passed ? <DoneIcon /> : <CrossIcon />}
        <p>
          <strong>{formatPercent(language, attempt.percent ?? 0)}</strong>{' '}
          {t('exam.result.mark', { percent: formatPercent(language, result.passPercent) })}
        </p>
      </div>
      <p className="meta">
        {attempt.byClock ? t('exam.result.byClock') : t('exam.result.byLearner')}{' '}
        {formatDateTime(language, attempt.handedInAt ?? attempt.startedAt)}
      </p>
      <section aria-labelledby="next-step" className="exam-next">
        <h2 id="next-step">{t('exam.result.next')}</h2>
        {attempt.passed && <p>{t(result.complete ? 'exam.result.complete' : 'exam.result.lessonsLeft')}</p>}
        {turn.ok ? (
          <p>{t('exam.result.again')}</p>
        ) : (
          turn.reason !== 'passed' && (
            <p>
              <ExamTurnWords turn={turn} missingLessons={result.missingLessons} />
            </p>
          )
        )}
        <p className="actions">
          {result.complete && course.certified && (
            <PageLink className="button" to={paths.courseCertificate(language, course.id)}>
              {t('course.toCertificate')}
            </PageLink>
          )}
          {turn.ok && (
            <PageLink className="button" to={paths.exam(language, course.id)}>
              {t('exam.toExam')}
            </PageLink>
          )}
          <PageLink className="button quiet" to={paths.course(language, course.id)}>
            {t('exam.toCourse')}
          </PageLink>
        </p>
      </section>
      <section aria-labelledby="by-outcome">
        <h2 id="by-outcome">{t('exam.result.byOutcome')}</h2>
        <table className="exam-table">
          <thead>
            <tr>
              <th scope="col">{t('exam.column.outcome')}</th>
              <th scope="col" className="figure">
                {t('exam.column.questions')}
              </th>
              <th scope="col" className="figure">
                {t('exam.column.points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map(row => (
              <tr key={row.id}>
                <th scope="row">{row.text}</th>
                <td className="figure">{row.questions}</td>
                <td className="figure">
                  {t('exam.result.points', { earned: points(row.earned), points: row.points })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {review === null ? (
        <p className="meta">{t('exam.review.result')}</p>
      ) : (
        <section aria-labelledby="review">
          <h2 id="review">{t('exam.result.review')}</h2>
          {review.map((view, index) => (
            <div className={`quiz ${view.state}`} id={view.id} key={view.id}>
              <p className="quiz-head">
                <span className="tag">
                  {t('question.position', { number: index + 1, total: review.length })}
                </span>
                <span className="meta">{t('question.points', { count: view.points })}</span>
              </p>
              {!result.answered[index] && <p className="fault">{t('exam.result.unanswered')}</p>}
              <QuestionFields view={view} number={index + 1} total={review.length} disabled faultId={null} />
              <div className="quiz-result">
                <QuestionResult view={view} />
              </div>
            </div>
          ))}
        </section>
      )}
    </div>
  )
}
