import type { ExamView } from '#app/domain/learning/exam/view-exam.server.ts'
import { formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** What the exam is, in words: how much, how long, how often, and what is shown afterwards. */
export function ExamFacts({ exam }: { exam: Omit<ExamView, 'introHtml'> }) {
  const { language, t } = useI18n()
  return (
    <dl className="record">
      <dt>{t('exam.fact.questions')}</dt>
      <dd>{t('exam.drawn', { count: exam.questions })}</dd>
      <dt>{t('exam.fact.time')}</dt>
      <dd>
        {t('exam.minutes', { count: exam.minutes })}
        {exam.extraTimePercent > 0 && (
          <p className="meta">
            {t('exam.extraTime', { percent: formatPercent(language, exam.extraTimePercent) })}
          </p>
        )}
      </dd>
      <dt>{t('exam.fact.pass')}</dt>
      <dd>{t('exam.passMark', { percent: formatPercent(language, exam.passPercent) })}</dd>
      <dt>{t('exam.fact.attempts')}</dt>
      <dd>
        {exam.attempts === null ? t('exam.attemptsFree') : t('exam.attempts', { count: exam.attempts })}
        {exam.attemptsLeft !== null && exam.rows.length > 0 && (
          <p className="meta">{t('exam.attemptsLeft', { count: exam.attemptsLeft })}</p>
        )}
        {exam.cooldownHours > 0 && (
          <p className="meta">{t('exam.cooldown', { count: exam.cooldownHours })}</p>
        )}
      </dd>
      <dt>{t('exam.fact.review')}</dt>
      <dd>{t(`exam.review.${exam.review}`)}</dd>
    </dl>
  )
}
