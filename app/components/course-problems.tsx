import type { CourseProblems as Problems } from '#app/domain/courses/course-problems.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** Tells those who teach what the check found in the files of a course. Learners never get it. */
export function CourseProblems({ problems }: { problems: Problems | null }) {
  const { t } = useI18n()
  if (problems === null) return null
  const { errors, warnings, shown } = problems
  const rest = errors + warnings - shown.length
  return (
    <details className="problems">
      <summary>
        {t('course.problems.title')}
        {': '}
        {[
          errors > 0 && t('course.problems.errors', { count: errors }),
          warnings > 0 && t('course.problems.warnings', { count: warnings }),
        ]
          .filter(Boolean)
          .join(', ')}
      </summary>
      {errors > 0 && <p>{t('course.problems.leftOut')}</p>}
      <ul lang="en">
        {shown.map(({ severity, place, message, remedy }) => (
          <li key={`${place} ${message}`}>
            <code>{place}</code> <strong>{severity === 'error' && 'Error: '}</strong>
            {message} <span className="meta">({remedy})</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="meta">{t('course.problems.more', { count: rest })}</p>}
    </details>
  )
}
