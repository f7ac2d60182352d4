import { Form, NavLink, useLocation } from '@remix-run/react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { inLanguage, paths } from '#app/paths.ts'
import { otherLanguage } from '#app/platform/language.ts'
import { BrandMark } from './icon.tsx'
import { PageLink } from './page-link.tsx'
import { SearchField } from './search-field.tsx'
import { useSite } from './site.ts'

export function SiteHeader() {
  const { language, t } = useI18n()
  const { pathname } = useLocation()
  const site = useSite()
  return (
    <header className="site">
      {site?.demo && (
        <p className="demo-ribbon">
          <strong>{t('demo.mark')}</strong> {t('demo.says')}
        </p>
      )}
      <div className="page">
        <PageLink className="brand" to={paths.home(language)}>
          <BrandMark />
          <span>{site?.hub.academy}</span>
        </PageLink>
        <SearchField className="wide" />
        <nav className="wide" aria-label={t('site.mainNavigation')}>
          <Navigation />
        </nav>
        {/* Opens without scripts; a new page closes it. The two navigations are never shown together. */}
        <details className="narrow" key={pathname}>
          <summary>{t('site.menu')}</summary>
          <nav aria-label={t('site.mainNavigation')}>
            <SearchField className="narrow" />
            <Navigation />
          </nav>
        </details>
      </div>
    </header>
  )
}

function Navigation() {
  const { language, t } = useI18n()
  const { pathname, search } = useLocation()
  const visitor = useSite()?.visitor ?? null
  const other = otherLanguage(language)
  return (
    <>
      <NavLink to={paths.courses(language)}>{t('site.courses')}</NavLink>
      {visitor !== null && <NavLink to={paths.learning(language)}>{t('site.learning')}</NavLink>}
      {visitor !== null && <NavLink to={paths.certificates(language)}>{t('site.certificates')}</NavLink>}
      <NavLink to={paths.verify(language)}>{t('site.verify')}</NavLink>
      {/* A new document: messages and `lang` belong to one language. */}
      <a className="language" href={inLanguage(pathname, other) + search} lang={other} hrefLang={other}>
        {t('site.otherLanguage')}
      </a>
      {visitor === null ? (
        <NavLink to={paths.login(language)}>{t('site.login')}</NavLink>
      ) : (
        <>
          <NavLink
            to={paths.settings(language)}
            className="visitor"
            aria-label={t('site.settingsOf', { name: visitor.name })}
          >
            {visitor.name}
          </NavLink>
          <Form method="post" action={paths.logout(language)}>
            <button className="plain" type="submit">
              {t('site.logout')}
            </button>
          </Form>
        </>
      )}
    </>
  )
}
