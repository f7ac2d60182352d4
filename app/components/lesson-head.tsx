import { useFetchers } from '@remix-run/react'
import type { LessonView } from '#app/domain/learning/view-lesson.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { LessonBehind } from './lesson-behind.tsx'
import { PageLink } from './page-link.tsx'
import { useSite } from './site.ts'
import { useReader } from './use-reader.ts'

export function LessonHead({ lesson }: { lesson: LessonView }) {
  const { language, t } = useI18n()
  const visitor = useSite()?.visitor ?? null
  const { enrolled, refreshing, lesson: progress } = useReader()
  const here = paths.lesson(language, lesson.courseId, lesson.id)
  return (
    <header className="lesson-head">
      <p className="meta">
        {t('lesson.position', { number: lesson.number, lessons: lesson.lessons })}
        <span aria-hidden="true"> · </span>
        {t('lesson.minutes', { count: lesson.minutes.read })}
        {!progress.required && (
          <>
            <span aria-hidden="true"> · </span>
            {t('lesson.optional')}
          </>
        )}
        {enrolled && <SavedState />}
      </p>
      <h1>{lesson.title}</h1>
      <p className="lead">{lesson.summary}</p>
      <LessonBehind lesson={lesson} />
      {refreshing && (
        <p className="notice">
          {t('lesson.refresher')}{' '}
          <PageLink to={paths.certificates(language)}>{t('certificates.title')}</PageLink>
        </p>
      )}
      {visitor === null && (
        <p className="notice">
          {t('lesson.anonymous')} <PageLink to={paths.signup(language, here)}>{t('account.signup')}</PageLink>
          {' · '}
          <PageLink to={paths.login(language, here)}>{t('site.login')}</PageLink>
        </p>
      )}
    </header>
  )
}

/** Always visible: whether everything that the learner did is kept. */
function SavedState() {
  const { t } = useI18n()
  const saving = useFetchers().some(fetcher => fetcher.state !== 'idle')
  return (
    <span className="saved">
      <span aria-hidden="true"> · </span>
      {saving ? t('lesson.saving') : t('lesson.saved')}
    </span>
  )
}
