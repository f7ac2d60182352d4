import { RemixBrowser } from '@remix-run/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { readStaticHtml, StaticHtmlProvider } from './components/static-html.tsx'
import bgMessages from './i18n/bg.json?url'
import enMessages from './i18n/en.json?url'
import { I18nProvider } from './i18n/i18n-context.tsx'
import { createTranslator, type Messages } from './i18n/translator.ts'

// Messages are a cached file of their own rather than code or page data, so that neither grows with them.
const language = document.documentElement.lang === 'en' ? 'en' : 'bg'
const response = await fetch(language === 'en' ? enMessages : bgMessages)
const messages: Messages = await response.json()
const staticHtml = readStaticHtml(document)

// Not in a transition: a click that interrupts a hydration in slices can end it with an error in React 18.
hydrateRoot(
  document,
  <StrictMode>
    <I18nProvider value={{ language, t: createTranslator(language, messages) }}>
      <StaticHtmlProvider value={staticHtml}>
        <RemixBrowser />
      </StaticHtmlProvider>
    </I18nProvider>
  </StrictMode>,
)
