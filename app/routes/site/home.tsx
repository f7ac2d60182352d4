import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { CourseList } from '#app/components/course-list.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { PathList } from '#app/components/path-list.tsx'
import { useSite } from '#app/components/site.ts'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { listPaths } from '#app/domain/courses/learning-path.ts'
import { listCourses } from '#app/domain/learning/list-courses.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { hub } from '#app/platform/hub.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage, readViewer } from '../read-params.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await readVisitor(request, context)
  const viewer = await readViewer(request, context)
  const t = translatorFor(language)
  return {
    page: {
      title: hub().academy[language],
      description: t('home.lead', { audience: hub().audience[language] }),
    },
    courses: await listCourses(catalogue(), user?.id ?? null, language, viewer),
    paths: listPaths(catalogue(), viewer, language),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Home() {
  const { language, t } = useI18n()
  const { courses, paths: learningPaths } = useLoaderData<typeof loader>()
  const hub = useSite()?.hub
  const started = courses.find(entry => entry.progress !== null && !entry.progress.complete)
  return (
    <div className="page">
      <section className="hero">
        <div>
          <h1>{t('home.title')}</h1>
          <p className="lead">{t('home.lead', { audience: hub?.audience ?? '' })}</p>
          <p className="actions">
            {started?.next ? (
              <PageLink className="button" to={paths.lesson(language, started.course.id, started.next.id)}>
                {t('home.continue')}
              </PageLink>
            ) : (
              <PageLink className="button" to={paths.courses(language)}>
                {t('home.start')}
              </PageLink>
            )}
            <a className="button quiet" href="#how">
              {t('home.how')}
            </a>
          </p>
        </div>
        <Form className="panel" method="get" action={paths.verify(language)}>
          <div className="field">
            <label htmlFor="verify-id">{t('verify.field')}</label>
            <input
              id="verify-id"
              name="id"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              placeholder="J58E-5J8J-PRY7-K5S2"
              required
            />
          </div>
          <button className="button" type="submit">
            {t('verify.check')}
          </button>
          <p className="meta">{t('home.verifyHint')}</p>
        </Form>
      </section>

      <section className="section" aria-labelledby="courses">
        <h2 id="courses">{t('home.courses')}</h2>
        <CourseList entries={courses.filter(entry => !entry.course.demo)} />
      </section>

      <PathList entries={learningPaths} />

      <section className="section" id="how" aria-labelledby="how-heading">
        <h2 id="how-heading">{t('home.howTitle')}</h2>
        <ol className="steps">
          {(['read', 'answer', 'certificate', 'verify'] as const).map(step => (
            <li key={step}>
              <h3>{t(`home.steps.${step}.title`)}</h3>
              <p>{t(`home.steps.${step}.says`)}</p>
            </li>
          ))}
        </ol>
      </section>

      <section className="section who" aria-labelledby="who">
        <h2 id="who">{t('home.whoTitle')}</h2>
        <div className="prose">
          <p>{t('home.who', { hub: hub?.name ?? '', place: hub?.place ?? '' })}</p>
          <p>{t('home.network')}</p>
        </div>
      </section>
    </div>
  )
}
