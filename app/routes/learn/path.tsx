import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PathStanding } from '#app/components/path-standing.tsx'
import { PathSteps } from '#app/components/path-steps.tsx'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { viewPath } from '#app/domain/learning/view-path.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import stylesheet from '#app/styles/path.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage, readPath, readViewer } from '../read-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const path = readPath(params, viewer)
  const user = await readVisitor(request, context)
  const view = await viewPath({
    catalogue: catalogue(),
    path,
    userId: user?.id ?? null,
    viewer,
    language,
  })
  if (view.steps.length === 0) throw notFound('path')
  return { page: { title: view.title, description: view.summary }, path: view }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function PathPage() {
  const { language, t } = useI18n()
  const { path } = useLoaderData<typeof loader>()
  return (
    <div className="page section">
      <Breadcrumbs trail={[{ to: paths.courses(language), text: t('courses.title') }]} />
      <div className="path-head">
        <div>
          <p className="tag">{t('path.kind')}</p>
          <h1>{path.title}</h1>
          <p className="lead">{path.summary}</p>
          <ul className="facts">
            <li>{t('path.courses', { count: path.steps.length })}</li>
            <li>{t('course.hours', { count: path.academicHours })}</li>
          </ul>
          {path.demo && <p className="demonstration">{t('path.demonstration')}</p>}
          <h2 className="minor">{t('course.audience')}</h2>
          <p className="audience">{path.audience}</p>
        </div>
        <aside className="panel" aria-label={t('path.standing')}>
          <PathStanding path={path} />
        </aside>
      </div>
      <section aria-labelledby="steps">
        <h2 id="steps">{t('path.order')}</h2>
        <p className="meta">{t('path.free')}</p>
        <PathSteps steps={path.steps} />
      </section>
    </div>
  )
}
