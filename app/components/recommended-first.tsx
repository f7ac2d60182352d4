import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** Says which courses are better taken first. It warns and locks nothing. */
export function RecommendedFirst({ courses }: { courses: { id: string; title: string }[] }) {
  const { language, t } = useI18n()
  if (courses.length === 0) return null
  return (
    <p className="recommended">
      <span>{t('path.recommended')}</span>{' '}
      {courses.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <PageLink to={paths.course(language, id)}>{title}</PageLink>
        </span>
      ))}
    </p>
  )
}
