import { Form, useNavigation } from '@remix-run/react'
import type { ExamTurn, ExamView } from '#app/domain/learning/exam/view-exam.server.ts'
import { formatDate, formatTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

type Exam = Pick<ExamView, 'turn' | 'missingLessons' | 'minutes' | 'questions'>

/** What can be done with the exam now: begin it, go on with it, or what stands in the way. */
export function ExamTurnPanel({ exam, courseId }: { exam: Exam; courseId: string }) {
  const { language, t } = useI18n()
  const { turn } = exam
  if (turn.ok) return <Begin exam={exam} number={turn.number} courseId={courseId} />
  if (turn.reason === 'open') {
    return (
      <>
        <h2>{t('exam.running')}</h2>
        <p>{t('exam.runningSays')}</p>
        <PageLink className="button" to={paths.examAttempt(language, courseId, turn.number ?? 1)}>
          {t('exam.goOn')}
        </PageLink>
      </>
    )
  }
  const toCourse = turn.reason === 'not-enrolled' || turn.reason === 'lessons-missing'
  return (
    <>
      <h2>{t(`exam.closed.${turn.reason}`)}</h2>
      <p>
        <ExamTurnWords turn={turn} missingLessons={exam.missingLessons} />
      </p>
      {(toCourse || turn.reason === 'passed') && (
        <PageLink className={toCourse ? 'button' : 'button quiet'} to={paths.course(language, courseId)}>
          {t('exam.toCourse')}
        </PageLink>
      )}
    </>
  )
}

/** Why the exam cannot be begun now, and when or how it can. */
export function ExamTurnWords({ turn, missingLessons }: { turn: ExamTurn; missingLessons: number }) {
  const { language, t } = useI18n()
  if (turn.ok || turn.reason === 'open') return null
  if (turn.reason === 'cooling-down') {
    const until = turn.until ?? ''
    return t('exam.coolingDown', { date: formatDate(language, until), time: formatTime(language, until) })
  }
  if (turn.reason === 'lessons-missing')
    return missingLessons === 0 ? t('course.lessonAway') : t('exam.lessonsMissing', { count: missingLessons })
  return t(`exam.says.${turn.reason}`)
}

/** The button opens what it is about to do, and only the one inside begins: the clock cannot be stopped again. */
function Begin({ exam, number, courseId }: { exam: Exam; number: number; courseId: string }) {
  const { language, t } = useI18n()
  const here = paths.exam(language, courseId)
  const busy = useNavigation().formAction === here
  return (
    <>
      <h2>{number === 1 ? t('exam.ready') : t('exam.readyAgain', { number })}</h2>
      <p>{t('exam.readySays')}</p>
      <details className="begin">
        <summary className="button">{t('exam.begin')}</summary>
        <Form method="post" action={here}>
          <input type="hidden" name="attempt" value={number} />
          <p>{t('exam.confirm', { count: exam.minutes })}</p>
          <button className="button" type="submit" aria-disabled={busy}>
            {t('exam.beginNow')}
          </button>
        </Form>
      </details>
    </>
  )
}
