import type { CourseView } from '#app/domain/learning/view-course.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** What stands between the learner and the certificate, and the next step. */
export function CourseStanding({ course }: { course: CourseView }) {
  const { language, t } = useI18n()
  const { standing, card, lessons } = course
  if (standing === null) {
    if (card.demo) return <p>{t('course.demonstration')}</p>
    return (
      <>
        <h2>{t('course.certificate')}</h2>
        <p>{t('course.needs', { count: lessons.length })}</p>
        {course.exam !== null && <p>{t('course.needsExam')}</p>}
        <p>
          <a href={paths.sampleCertificate(language, card.id)} target="_blank" rel="noopener">
            {t('course.sample')}
          </a>
        </p>
      </>
    )
  }
  if (standing.complete && card.demo) {
    return (
      <>
        <h2>{t('course.earned')}</h2>
        <p>{t('course.demonstration')}</p>
      </>
    )
  }
  if (standing.complete) {
    return (
      <>
        <h2>{t('course.earned')}</h2>
        <p>{t('course.earnedSays')}</p>
        <PageLink className="button" to={paths.courseCertificate(language, card.id)}>
          {t('course.toCertificate')}
        </PageLink>
      </>
    )
  }
  const missing = lessons.filter(({ progress }) => progress?.required && progress.state !== 'complete')
  const examLeft = standing.examPassed === false
  const examNow = examLeft && standing.lessonsComplete
  return (
    <>
      <h2>{t('course.yourProgress')}</h2>
      {standing.requiredLessons > 0 && (
        <ProgressBar
          value={standing.completeLessons}
          max={standing.requiredLessons}
          label={t('progress.ofCourse', { title: card.title })}
        />
      )}
      {examNow ? (
        <>
          <p>{t('course.examWaits')}</p>
          <PageLink className="button" to={paths.exam(language, card.id)}>
            {t('course.toExam')}
          </PageLink>
        </>
      ) : (
        standing.next !== null && (
          <PageLink className="button" to={paths.lesson(language, card.id, standing.next.id)}>
            {standing.started ? t('course.continue') : t('course.begin')}
          </PageLink>
        )
      )}
      {card.demo ? <p>{t('course.demonstration')}</p> : <h3>{t('course.missing')}</h3>}
      {missing.length === 0 && !standing.lessonsComplete && <p>{t('course.lessonAway')}</p>}
      <ul className="missing">
        {missing.map(({ id, title, progress }) => (
          <li key={id}>
            <PageLink to={paths.lesson(language, card.id, id)}>{title}</PageLink>
            <span className="meta">
              {progress !== null && progress.questions > progress.passedQuestions
                ? t('lesson.questionsLeft', { count: progress.questions - progress.passedQuestions })
                : t('lesson.readingLeft')}
            </span>
          </li>
        ))}
        {examLeft && (
          <li>
            {t('course.exam')}
            {!examNow && <span className="meta">{t('course.examLeft')}</span>}
          </li>
        )}
      </ul>
    </>
  )
}
