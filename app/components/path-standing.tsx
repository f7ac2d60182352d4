import type { PathView } from '#app/domain/learning/view-path.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** How far the learner is on the path, and the one step that comes next. */
export function PathStanding({ path }: { path: PathView }) {
  const { language, t } = useI18n()
  const { next } = path
  return (
    <>
      <h2>{next === null ? t('path.done') : path.started ? t('path.next') : t('path.begin')}</h2>
      {path.started && (
        <ProgressBar
          value={path.completeLessons}
          max={path.lessons}
          label={t('progress.ofPath', { title: path.title })}
        />
      )}
      {next === null ? (
        <p>{t('path.doneSays')}</p>
      ) : (
        <>
          <p>{next.lesson === null ? next.course.title : next.lesson.title}</p>
          <PageLink
            className="button"
            to={
              next.lesson === null
                ? paths.course(language, next.course.id)
                : paths.lesson(language, next.course.id, next.lesson.id)
            }
          >
            {next.lesson === null ? t('path.toCourse') : t('course.continue')}
          </PageLink>
        </>
      )}
    </>
  )
}
