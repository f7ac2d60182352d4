import type { PathCard } from '#app/domain/courses/learning-path.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** Paths as ruled rows under a heading of their own; nothing at all where there is none. */
export function PathList({ entries }: { entries: PathCard[] }) {
  const { language, t } = useI18n()
  if (entries.length === 0) return null
  return (
    <section className="section" aria-labelledby="paths">
      <h2 id="paths">{t('path.list')}</h2>
      <ul className="paths">
        {entries.map(path => (
          <li key={path.id}>
            <h3>
              <PageLink to={paths.path(language, path.id)}>{path.title}</PageLink>
            </h3>
            <p>{path.summary}</p>
            <ul className="facts">
              <li>{t('path.courses', { count: path.courses.length })}</li>
              <li>{t('course.hours', { count: path.academicHours })}</li>
              {path.demo && <li>{t('path.demonstration')}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
