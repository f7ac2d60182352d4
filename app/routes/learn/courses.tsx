import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useSubmit } from '@remix-run/react'
import { CourseList } from '#app/components/course-list.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { PathList } from '#app/components/path-list.tsx'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { tracks } from '#app/domain/courses/course.ts'
import { filterCourses, lengths, levels, readFilter } from '#app/domain/courses/filter-courses.ts'
import { listPaths } from '#app/domain/courses/learning-path.ts'
import { listCourses } from '#app/domain/learning/list-courses.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { hub } from '#app/platform/hub.server.ts'
import { languages } from '#app/platform/language.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage, readViewer } from '../read-params.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await readVisitor(request, context)
  const viewer = await readViewer(request, context)
  const filter = readFilter(new URL(request.url).searchParams)
  const all = await listCourses(catalogue(), user?.id ?? null, language, viewer)
  const t = translatorFor(language)
  return {
    page: {
      title: t('courses.title'),
      description: t('courses.lead'),
      feed: {
        path: paths.courseFeed(language),
        title: t('courses.feed', { academy: hub().academy[language] }),
      },
    },
    filter,
    total: all.filter(entry => !entry.course.demo).length,
    paths: listPaths(catalogue(), viewer, language),
    courses: all.filter(entry => filterCourses(entry.course, filter)),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Courses() {
  const { language, t } = useI18n()
  const { courses, filter, total, paths: learningPaths } = useLoaderData<typeof loader>()
  const submit = useSubmit()
  const demos = courses.filter(entry => entry.course.demo).length
  const filtered = Object.values(filter).some(value => value !== null)
  const choices = {
    track: tracks.map(value => ({ value, text: t(`track.${value}`) })),
    level: levels.map(value => ({ value, text: t(`courses.levels.${value}`) })),
    length: lengths.map(value => ({ value, text: t(`courses.lengths.${value}`) })),
    language: languages.map(value => ({ value, text: t(`language.${value}`) })),
  }
  return (
    <div className="page section">
      <h1>{t('courses.title')}</h1>
      <p className="lead">{t('courses.lead')}</p>
      <Form
        method="get"
        className="filters"
        aria-label={t('courses.filter')}
        onChange={event => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        {(Object.keys(choices) as (keyof typeof choices)[]).map(name => (
          <div className="field" key={name}>
            <label htmlFor={`filter-${name}`}>{t(`courses.by.${name}`)}</label>
            <select id={`filter-${name}`} name={name} defaultValue={filter[name] ?? ''} key={filter[name]}>
              <option value="">{t('courses.any')}</option>
              {choices[name].map(choice => (
                <option key={choice.value} value={choice.value}>
                  {choice.text}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button className="button quiet" type="submit">
          {t('courses.apply')}
        </button>
      </Form>
      <p className="meta" role="status">
        {t('courses.found', { count: courses.length - demos, total })}
        {demos > 0 && ` ${t('courses.demos', { count: demos })}`}
        {filtered && (
          <>
            {' '}
            <PageLink to={paths.courses(language)}>{t('courses.clear')}</PageLink>
          </>
        )}
      </p>
      {courses.length === 0 ? (
        <p className="empty">{t('courses.none')}</p>
      ) : (
        <CourseList entries={courses} heading="h2" />
      )}
      {!filtered && <PathList entries={learningPaths} />}
    </div>
  )
}
