import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage } from '#app/components/error-page.tsx'
import { FocusOnNavigation } from '#app/components/focus-on-navigation.tsx'
import { NavigationProgress } from '#app/components/navigation-progress.tsx'
import { useNonce } from '#app/components/nonce.tsx'
import { useSite } from '#app/components/site.ts'
import { SiteFooter } from '#app/components/site-footer.tsx'
import { SiteHeader } from '#app/components/site-header.tsx'
import { Toast } from '#app/components/toast.tsx'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { inLanguage } from '#app/paths.ts'
import { readCookie } from '#app/platform/cookies.ts'
import { env } from '#app/platform/env.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { languageOfPath, languages } from '#app/platform/language.ts'
import { isTheme } from '#app/platform/theme.ts'
import { takeToast } from '#app/platform/toast.server.ts'
import cyrillicFont from '#app/styles/fonts/sofia-sans-cyrillic.woff2?url'
import latinFont from '#app/styles/fonts/sofia-sans-latin.woff2?url'
import stylesheet from '#app/styles/index.css?url'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOfPath(new URL(request.url).pathname) ?? 'bg'
  const user = await readVisitor(request, context)
  const cookie = request.headers.get('cookie')
  const themeOfBrowser = readCookie(cookie, 'theme')
  const theme = user?.theme ?? themeOfBrowser
  const t = translatorFor(language)
  const { academy, name, place, audience, country, email, website } = hub()
  return {
    visitor: user === null ? null : { name: user.name, role: user.role },
    theme: isTheme(theme) ? theme : 'system',
    demo: env().mode === 'demo',
    publicUrl: context.publicUrl,
    toast: takeToast(cookie, context),
    errorTitles: { missing: t('error.page.title'), failed: t('error.failed.title') },
    hub: {
      academy: academy[language],
      name: name[language],
      place: place[language],
      audience: audience[language],
      country: country[language],
      email,
      website,
    },
  }
}

/** Of pages that have none of their own, which are the ones in place of an error. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  // Null when the root's own loader did not run, as after an action that was refused.
  if (!data) return []
  const missing = isRouteErrorResponse(error) && error.status === 404
  const title = missing ? data.errorTitles.missing : data.errorTitles.failed
  return [{ title: `${title} · ${data.hub.academy}` }, { name: 'robots', content: 'noindex' }]
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useI18n()
  const site = useSite()
  const { pathname } = useLocation()
  const nonce = useNonce()
  return (
    <html lang={language} data-theme={site?.theme ?? 'system'} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="preload" as="font" type="font/woff2" href={cyrillicFont} crossOrigin="anonymous" />
        <link rel="preload" as="font" type="font/woff2" href={latinFont} crossOrigin="anonymous" />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {languages.map(other => (
          <link
            key={other}
            rel="alternate"
            hrefLang={other}
            href={`${site?.publicUrl ?? ''}${inLanguage(pathname, other)}`}
          />
        ))}
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function Page({ children }: { children: ReactNode }) {
  const { t } = useI18n()
  return (
    <>
      <a className="skip" href="#content">
        {t('site.skip')}
      </a>
      <NavigationProgress />
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
      <Toast />
      <FocusOnNavigation />
    </>
  )
}

export default function App() {
  return (
    <Page>
      <Outlet />
    </Page>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const about = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : null
  return (
    <Page>
      <ErrorPage status={status} about={about} />
    </Page>
  )
}
