import { useFetcher } from '@remix-run/react'
import type { LessonView } from '#app/domain/learning/view-lesson.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { ArrowIcon, DoneIcon } from './icon.tsx'
import { PageLink } from './page-link.tsx'
import { useSite } from './site.ts'
import { TakeAlong } from './take-along.tsx'
import { useReader } from './use-reader.ts'

/** The end of a lesson: what is still open in it, the confirmation of reading, and the way on. */
export function LessonFinish({ lesson }: { lesson: LessonView }) {
  const { language, t } = useI18n()
  const visitor = useSite()?.visitor ?? null
  const reader = useReader()
  const fetcher = useFetcher()
  const { readingConfirmed, passedQuestions, questions, state } = reader.lesson
  const left = questions - passedQuestions
  const confirmed = readingConfirmed || fetcher.formData !== undefined
  return (
    <footer className="finish" id="finish">
      {visitor !== null && (
        <div className="finish-state" aria-live="polite">
          {confirmed ? (
            <p className="done">
              <DoneIcon /> {state === 'complete' ? t('lesson.completeSays') : t('lesson.readSays')}
            </p>
          ) : (
            <fetcher.Form method="post" action={paths.lesson(language, lesson.courseId, lesson.id)}>
              <input type="hidden" name="intent" value="confirm-reading" />
              <button className="button" type="submit">
                {t('lesson.confirmReading')}
              </button>
            </fetcher.Form>
          )}
          {left > 0 && (
            <p className="meta">
              {t('lesson.questionsLeft', { count: left })}{' '}
              <a href={`#${reader.questions.find(question => question.state !== 'passed')?.id ?? ''}`}>
                {t('lesson.toQuestion')}
              </a>
            </p>
          )}
          {reader.courseComplete ? (
            <p className="earned">
              <strong>{t('course.earned')}</strong>{' '}
              {reader.course.demo ? (
                t('course.demonstration')
              ) : (
                <PageLink className="button" to={paths.courseCertificate(language, lesson.courseId)}>
                  {t('course.toCertificate')}
                </PageLink>
              )}
            </p>
          ) : (
            reader.lessonsComplete &&
            reader.examPassed === false && (
              <p className="earned">
                <strong>{t('course.examWaits')}</strong>{' '}
                <PageLink className="button" to={paths.exam(language, lesson.courseId)}>
                  {t('course.toExam')}
                </PageLink>
              </p>
            )
          )}
        </div>
      )}
      <nav className="pager" aria-label={t('lesson.pager')}>
        {lesson.previous && (
          <PageLink rel="prev" to={paths.lesson(language, lesson.courseId, lesson.previous.id)}>
            <ArrowIcon back />
            <span>
              <small>{t('lesson.previous')}</small>
              {lesson.previous.title}
            </span>
          </PageLink>
        )}
        {lesson.next ? (
          <PageLink rel="next" className="next" to={paths.lesson(language, lesson.courseId, lesson.next.id)}>
            <span>
              <small>{t('lesson.next')}</small>
              {lesson.next.title}
            </span>
            <ArrowIcon />
          </PageLink>
        ) : (
          <PageLink className="next" to={paths.course(language, lesson.courseId)}>
            <span>
              <small>{t('lesson.last')}</small>
              {t('lesson.toCourse')}
            </span>
            <ArrowIcon />
          </PageLink>
        )}
      </nav>
      <TakeAlong course={lesson.courseId} lesson={lesson.id} />
    </footer>
  )
}
