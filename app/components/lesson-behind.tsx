import type { LessonView } from '#app/domain/learning/view-lesson.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'

/** Says of a translation that its original has moved on, and to those who teach in which sections. */
export function LessonBehind({ lesson }: { lesson: LessonView }) {
  const { t } = useI18n()
  if (lesson.behind === null) return null
  const { original, sections } = lesson.behind
  return (
    <div className="behind meta">
      <p>
        {t('lesson.behind.says')}{' '}
        <a href={paths.lesson(original, lesson.courseId, lesson.id)} hrefLang={original}>
          {t(`lesson.behind.read.${original}`)}
        </a>
      </p>
      {sections.length > 0 && (
        <details>
          <summary>{t('lesson.behind.sections', { count: sections.length })}</summary>
          <ul>
            {sections.map(({ heading, change }, number) => (
              <li key={`${number + 1}-${change}`}>
                {heading === null ? (
                  <strong>
                    {t(change === 'removed' ? 'lesson.behind.gone' : 'lesson.behind.beginning')}
                  </strong>
                ) : (
                  <strong lang={original}>{heading}</strong>
                )}{' '}
                {t(`lesson.behind.${change}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
