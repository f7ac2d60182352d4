import { Form, useLocation } from '@remix-run/react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { themes } from '#app/platform/theme.ts'
import { PageLink } from './page-link.tsx'
import { useSite } from './site.ts'

export function SiteFooter() {
  const { language, t } = useI18n()
  const site = useSite()
  const { pathname } = useLocation()
  if (!site) return null
  const { hub, theme } = site
  return (
    <footer className="foot">
      <div className="page">
        <address>
          <strong>{hub.name}</strong>
          <br />
          {t('footer.kind')}
          <br />
          {hub.place}, {hub.country}
        </address>
        <ul>
          <li>
            <PageLink to={paths.courses(language)}>{t('site.courses')}</PageLink>
          </li>
          <li>
            <PageLink to={paths.glossary(language)}>{t('glossary.title')}</PageLink>
          </li>
          <li>
            <PageLink to={paths.verify(language)}>{t('site.verify')}</PageLink>
          </li>
          <li>
            <a href={`mailto:${hub.email}`}>{hub.email}</a>
          </li>
        </ul>
        <Form method="post" action="/theme" className="themes">
          <input type="hidden" name="next" value={pathname} />
          <fieldset>
            <legend>{t('theme.legend')}</legend>
            {themes.map(choice => (
              <button
                key={choice}
                className="plain"
                type="submit"
                name="theme"
                value={choice}
                aria-pressed={choice === theme}
              >
                {t(`theme.${choice}`)}
              </button>
            ))}
          </fieldset>
        </Form>
      </div>
    </footer>
  )
}
