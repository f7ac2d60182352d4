import { useI18n } from '#app/i18n/i18n-context.tsx'
import { PageLink } from './page-link.tsx'

/** The way from the home page to here; the page itself is not repeated. */
export function Breadcrumbs({ trail }: { trail: { to: string; text: string }[] }) {
  const { t } = useI18n()
  return (
    <nav className="breadcrumbs" aria-label={t('site.breadcrumbs')}>
      <ol>
        {trail.map(step => (
          <li key={step.to}>
            <PageLink to={step.to}>{step.text}</PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
