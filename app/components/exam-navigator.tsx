import type { Sitting } from '#app/domain/learning/exam/open-sitting.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

type NavigatorProps = { sitting: Sitting; states: Sitting['states']; courseId: string }

/** Every question of the sitting as a link that says where it stands. */
export function ExamNavigator({ sitting, states, courseId }: NavigatorProps) {
  const { language, t } = useI18n()
  const to = (page: number | 'hand-in') => paths.examAttempt(language, courseId, sitting.number, page)
  const answered = states.filter(state => state.answered).length
  return (
    <nav className="exam-questions" aria-label={t('exam.questions')}>
      <p className="meta">{t('exam.answeredOf', { count: answered, total: states.length })}</p>
      <ol>
        {states.map((state, index) => {
          const place = index + 1
          const words = [
            t('exam.question', { place }),
            t(state.answered ? 'exam.state.answered' : 'exam.state.unanswered'),
            ...(state.flagged ? [t('exam.state.flagged')] : []),
          ].join(', ')
          const marks = `${state.answered ? 'answered' : ''}${state.flagged ? ' flagged' : ''}`
          return (
            <li key={place}>
              <PageLink
                className={marks}
                to={to(place)}
                aria-label={words}
                aria-current={place === sitting.place ? 'page' : undefined}
              >
                {place}
              </PageLink>
            </li>
          )
        })}
      </ol>
      <ul className="exam-legend" aria-hidden="true">
        <li className="answered">{t('exam.state.answered')}</li>
        <li>{t('exam.state.unanswered')}</li>
        <li className="flagged">{t('exam.state.flagged')}</li>
      </ul>
      <PageLink
        className="button quiet"
        to={to('hand-in')}
        aria-current={sitting.place === null ? 'page' : undefined}
      >
        {t('exam.handIn.open')}
      </PageLink>
    </nav>
  )
}
