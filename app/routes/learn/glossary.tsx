import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { listGlossary } from '#app/domain/courses/list-glossary.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { otherLanguage } from '#app/platform/language.ts'
import stylesheet from '#app/styles/glossary.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export function loader({ params }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const t = translatorFor(language)
  return {
    page: { title: t('glossary.title'), description: t('glossary.lead') },
    letters: listGlossary(catalogue().glossary, language),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Glossary() {
  const { language, t } = useI18n()
  const { letters } = useLoaderData<typeof loader>()
  const other = otherLanguage(language)
  return (
    <div className="page section glossary">
      <h1>{t('glossary.title')}</h1>
      <p className="lead">{t('glossary.lead')}</p>
      {letters.length === 0 ? (
        <p className="empty">{t('glossary.empty')}</p>
      ) : (
        <nav className="letters" aria-label={t('glossary.letters')}>
          <ul>
            {letters.map(({ letter }) => (
              <li key={letter}>
                <a href={`#${anchorOf(letter)}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {letters.map(({ letter, entries }) => (
        <section key={letter} aria-labelledby={anchorOf(letter)}>
          <h2 id={anchorOf(letter)}>{letter}</h2>
          <dl>
            {entries.map(({ id, term, other: foreign, definition, also }) => (
              <div key={id} id={id}>
                <dt>
                  <a href={`#${id}`}>{term}</a>
                  {foreign !== term && (
                    <span className="meta" lang={other}>
                      {foreign}
                    </span>
                  )}
                </dt>
                <dd>
                  {definition}
                  {also.length > 0 && (
                    <span className="meta">{t('glossary.also', { words: also.join(', ') })}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** Ids of terms are in small letters, so no term has the anchor of a letter. */
function anchorOf(letter: string): string {
  return `L-${letter}`
}
