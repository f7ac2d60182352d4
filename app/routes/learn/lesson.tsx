import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { LessonFinish } from '#app/components/lesson-finish.tsx'
import { LessonHead } from '#app/components/lesson-head.tsx'
import { OnThisPage } from '#app/components/on-this-page.tsx'
import { OtherLanguage } from '#app/components/other-language.tsx'
import { Question } from '#app/components/question.tsx'
import { StaticHtml, StaticHtmlProvider, useStaticHtml } from '#app/components/static-html.tsx'
import { useReader } from '#app/components/use-reader.ts'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { viewLesson } from '#app/domain/learning/view-lesson.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage, readLesson, readViewer } from '../read-params.server.ts'
import { metaOfLesson } from './course-meta.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { course, lesson } = readLesson(params, await readViewer(request, context))
  const user = await readVisitor(request, context)
  const forTrainer = user?.role === 'trainer' || user?.role === 'admin'
  const { html, ...view } = viewLesson(course, lesson, language, forTrainer)
  if (!context.isDataRequest) Object.assign(context.staticHtml, html)
  return {
    page: metaOfLesson(course, lesson, language, context.publicUrl),
    lesson: view,
    html: context.isDataRequest ? html : null,
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

/** The text of a lesson does not change with an answer; only another lesson brings another text. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.lesson !== nextParams.lesson || currentParams.course !== nextParams.course
}

export default function LessonPage() {
  const { lesson, html } = useLoaderData<typeof loader>()
  const reader = useReader()
  const inherited = useStaticHtml()
  return (
    <StaticHtmlProvider value={{ ...inherited, ...html }}>
      <article className="reading" key={lesson.id}>
        <OtherLanguage lesson={lesson} />
        <LessonHead lesson={lesson} />
        {lesson.segments.map(segment => {
          if (segment.kind !== 'question')
            return <StaticHtml key={segment.key} of={segment.key} className="prose" />
          const view = reader.questions.find(question => question.id === segment.id)
          return (
            view && <Question key={segment.id} view={view} number={segment.number} total={lesson.questions} />
          )
        })}
        <LessonFinish lesson={lesson} />
      </article>
      <OnThisPage headings={lesson.headings} />
    </StaticHtmlProvider>
  )
}
