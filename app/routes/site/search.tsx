import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { PageLink } from '#app/components/page-link.tsx'
import { SearchHits } from '#app/components/search-hits.tsx'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { isOpen } from '#app/domain/courses/course-card.ts'
import { searchCourses } from '#app/domain/courses/search/search-courses.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import stylesheet from '#app/styles/search.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage, readViewer } from '../read-params.server.ts'

const LIMIT = 30

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const t = translatorFor(language)
  const given = new URL(request.url).searchParams.get('q') ?? ''
  const results = searchCourses(catalogue(), { query: given, language, viewer, limit: LIMIT })
  const { query } = results
  return {
    page: { title: query === '' ? t('search.title') : t('search.resultsFor', { query }), hidden: true },
    results,
    courses:
      results.hits.length > 0
        ? []
        : catalogue()
            .courses.filter(course => isOpen(course, viewer))
            .map(course => ({ id: course.id, title: course.title[language] })),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Search() {
  const { language, t } = useI18n()
  const { results, courses } = useLoaderData<typeof loader>()
  const { query, hits, instead } = results
  return (
    <div className="page section search-page">
      <h1>{t('search.title')}</h1>
      <p className="lead">{t('search.lead')}</p>
      <Form className="search-form" method="get" action={paths.search(language)}>
        <div className="field">
          <label htmlFor="search-query">{t('search.field')}</label>
          <input
            id="search-query"
            name="q"
            defaultValue={query}
            key={query}
            maxLength={100}
            enterKeyHint="search"
            autoComplete="off"
          />
        </div>
        <button className="button" type="submit">
          {t('search.submit')}
        </button>
      </Form>
      <div role="status">
        {query !== '' && (
          <p>
            {hits.length === 0
              ? t('search.none', { query })
              : results.more
                ? t('search.first', { count: hits.length })
                : t('search.found', { count: hits.length })}
          </p>
        )}
        {instead.map(({ typed, shown }) => (
          <p key={`${typed} ${shown}`}>{t('search.instead', { typed, shown })}</p>
        ))}
        {!results.everyWord && <p>{t('search.anyWord')}</p>}
        {query !== '' && hits.length === 0 && <p>{t('search.tried')}</p>}
      </div>
      {hits.length > 0 ? <SearchHits hits={hits} /> : <WithoutHits courses={courses} />}
    </div>
  )
}

function WithoutHits({ courses }: { courses: { id: string; title: string }[] }) {
  const { language, t } = useI18n()
  return (
    <div className="search-help">
      <section aria-labelledby="search-tips">
        <h2 id="search-tips">{t('search.tipsTitle')}</h2>
        <ul>
          {(['forms', 'latin', 'languages', 'words'] as const).map(tip => (
            <li key={tip}>{t(`search.tips.${tip}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="search-courses">
        <h2 id="search-courses">{t('search.coursesTitle')}</h2>
        <ul>
          {courses.map(({ id, title }) => (
            <li key={id}>
              <PageLink to={paths.course(language, id)}>{title}</PageLink>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
