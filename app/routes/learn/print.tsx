import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageLink } from '#app/components/page-link.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { StaticHtml, StaticHtmlProvider, useStaticHtml } from '#app/components/static-html.tsx'
import { printHtml } from '#app/domain/courses/print-html.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { hub } from '#app/platform/hub.server.ts'
import stylesheet from '#app/styles/print-view.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage, readLesson, readViewer } from '../read-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { course, lesson } = readLesson(params, await readViewer(request, context))
  const { title, summary } = lesson.texts[language]
  const html = { print: printHtml(lesson, language) }
  if (!context.isDataRequest) Object.assign(context.staticHtml, html)
  const canonical = paths.lesson(language, course.id, lesson.id)
  return {
    page: { title, description: summary, hidden: true, canonical },
    title,
    summary,
    course: { id: course.id, title: course.title[language], licence: course.licence },
    lesson: { id: lesson.id, number: lesson.number, lessons: course.lessons.length },
    academy: hub().academy[language],
    address: context.publicUrl + canonical,
    html: context.isDataRequest ? html : null,
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export default function PrintLesson() {
  const { language, t } = useI18n()
  const { title, summary, course, lesson, academy, address, html } = useLoaderData<typeof loader>()
  const inherited = useStaticHtml()
  return (
    <StaticHtmlProvider value={{ ...inherited, ...html }}>
      <div className="page section">
        <article className="print-view">
          <p className="print-tools">
            <PrintButton />
            <span className="meta">{t('takeAlong.command')}</span>
            <PageLink to={paths.lesson(language, course.id, lesson.id)}>{t('takeAlong.back')}</PageLink>
          </p>
          <header className="lesson-head">
            <p className="meta">
              {course.title}
              <span aria-hidden="true"> · </span>
              {t('lesson.position', { number: lesson.number, lessons: lesson.lessons })}
            </p>
            <h1>{title}</h1>
            <p className="lead">{summary}</p>
          </header>
          <StaticHtml of="print" className="prose" />
          <p className="meta print-origin">
            {academy} · {address} · {course.licence}
          </p>
        </article>
      </div>
    </StaticHtmlProvider>
  )
}
