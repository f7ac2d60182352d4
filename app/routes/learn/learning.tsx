import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CourseCover } from '#app/components/course-cover.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { listLearning } from '#app/domain/learning/my-learning.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage, readViewer } from '../read-params.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const user = await requireUser(request, context)
  return {
    page: { title: translatorFor(language)('learning.title'), hidden: true },
    rows: await listLearning(catalogue(), user.id, language, await readViewer(request, context)),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function Learning() {
  const { language, t } = useI18n()
  const { rows } = useLoaderData<typeof loader>()
  const current = rows.find(row => !row.complete && (row.toExam || row.next !== null))
  const rest = rows.filter(row => row !== current)
  if (rows.length === 0) {
    return (
      <div className="page section narrow-page">
        <h1>{t('learning.title')}</h1>
        <p className="lead">{t('learning.empty')}</p>
        <p className="actions">
          <PageLink className="button" to={paths.courses(language)}>
            {t('learning.choose')}
          </PageLink>
        </p>
      </div>
    )
  }
  return (
    <div className="page section">
      <h1>{t('learning.title')}</h1>
      {current && (
        <section className="today" aria-labelledby="today">
          <CourseCover cover={current.course.cover} />
          <div>
            <p className="tag" id="today">
              {t('learning.continue')}
            </p>
            <h2>{current.toExam ? t('course.exam') : current.next?.title}</h2>
            <p>{current.course.title}</p>
            <ProgressBar
              value={current.completeLessons}
              max={current.lessons}
              label={t('progress.ofCourse', { title: current.course.title })}
            />
            <PageLink
              className="button"
              to={
                current.toExam || current.next === null
                  ? paths.exam(language, current.course.id)
                  : paths.lesson(language, current.course.id, current.next.id)
              }
            >
              {current.toExam ? t('course.toExam') : t('course.continue')}
            </PageLink>
          </div>
        </section>
      )}
      {rest.length > 0 && (
        <section className="section" aria-labelledby="rest">
          <h2 id="rest">{current ? t('learning.others') : t('learning.yours')}</h2>
          <ul className="courses">
            {rest.map(row => (
              <li className="course" key={row.course.id}>
                <CourseCover cover={row.course.cover} />
                <div>
                  <h3>
                    <PageLink to={paths.course(language, row.course.id)}>{row.course.title}</PageLink>
                  </h3>
                  {row.completedAt !== null && (
                    <p className="meta">
                      {t('learning.completedOn', { date: formatDate(language, row.completedAt) })}
                    </p>
                  )}
                </div>
                <div className="standing">
                  {row.complete && row.course.demo ? (
                    <p className="tag">{t('course.completed')}</p>
                  ) : row.complete ? (
                    <PageLink className="button quiet" to={paths.courseCertificate(language, row.course.id)}>
                      {t('learning.certificate')}
                    </PageLink>
                  ) : row.toExam ? (
                    <PageLink className="button quiet" to={paths.exam(language, row.course.id)}>
                      {t('course.toExam')}
                    </PageLink>
                  ) : (
                    <ProgressBar
                      value={row.completeLessons}
                      max={row.lessons}
                      label={t('progress.ofCourse', { title: row.course.title })}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
