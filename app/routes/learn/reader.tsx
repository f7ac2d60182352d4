import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Outlet, useActionData, useLoaderData } from '@remix-run/react'
import { AnswerFaultProvider } from '#app/components/answer-fault.ts'
import { LessonOutline } from '#app/components/lesson-outline.tsx'
import { StaticHtmlProvider, useStaticHtml } from '#app/components/static-html.tsx'
import { readVisitor, requireUser } from '#app/domain/accounts/guards.server.ts'
import { readRenewalStart } from '#app/domain/certificates/renewal-start.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { confirmReading } from '#app/domain/learning/confirm-reading.server.ts'
import { openLesson } from '#app/domain/learning/open-lesson.server.ts'
import { submitAnswer } from '#app/domain/learning/submit-answer.server.ts'
import { takeHint } from '#app/domain/learning/take-hint.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import { notFound, readLanguage, readLesson, readViewer } from '../read-params.server.ts'
import { readAnswerForm } from './answer-form.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { course, lesson } = readLesson(params, await readViewer(request, context))
  const user = await readVisitor(request, context)
  // A page fetched ahead of a click was not opened by anybody.
  const record = !/prefetch/.test(request.headers.get('sec-purpose') ?? request.headers.get('purpose') ?? '')
  const refreshSince = user === null ? null : await readRenewalStart(user.id, course)
  const { html, ...opened } = await openLesson({
    catalogue: catalogue(),
    course,
    lesson,
    language,
    userId: user?.id ?? null,
    record,
    refreshSince,
    ...(context.refused !== undefined && { refused: context.refused }),
  })
  if (!context.isDataRequest) Object.assign(context.staticHtml, html)
  return {
    ...opened,
    course: { id: course.id, title: course.title[language], demo: !countsAsOffer(course) },
    lessonId: lesson.id,
    refreshing: refreshSince !== null,
    html: context.isDataRequest ? html : null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const { course, lesson } = readLesson(params, await readViewer(request, context))
  const user = await requireUser(request, context)
  const here = paths.lesson(language, course.id, lesson.id)
  const form = readAnswerForm(await readForm(request))
  if (form.intent === 'confirm-reading') {
    await confirmReading(user.id, course, lesson)
    if (context.isDataRequest) return { fault: null }
    return redirect(`${here}#finish`, { headers: { 'Set-Cookie': toastCookie('readingConfirmed') } })
  }
  if (form.intent === 'foreign')
    return data({ fault: { question: '', reason: 'foreign' as const } }, { status: 400 })
  const question = lesson.questions.find(entry => entry.id === form.question)
  const answerKey = catalogue().answerKey(course.id, lesson.id, form.question)
  if (question === undefined || answerKey === null) throw notFound('lesson')
  const asked = { userId: user.id, course, lesson, question }
  if (form.intent === 'hint') await takeHint({ ...asked, number: form.number })
  else {
    const { values, attempt } = form
    const refreshSince = await readRenewalStart(user.id, course)
    const result = await submitAnswer({ ...asked, answerKey, language, values, attempt, refreshSince })
    if (!result.ok) {
      // For the loader, which runs after this when there are no scripts to keep what stands in the fields.
      context.refused = { question: question.id, values: values.map(value => value.slice(0, 500)) }
      return data({ fault: { question: question.id, reason: result.reason } }, { status: 400 })
    }
  }
  return context.isDataRequest ? { fault: null } : redirect(`${here}#${question.id}`)
}

export type ReaderData = typeof loader
export type ReaderAction = typeof action

export default function Reader() {
  const reader = useLoaderData<typeof loader>()
  const inherited = useStaticHtml()
  const posted = useActionData<typeof action>()
  return (
    <StaticHtmlProvider value={{ ...inherited, ...reader.html }}>
      <div className="page lesson">
        <LessonOutline
          course={reader.course}
          lessons={reader.outline}
          current={reader.lessonId}
          complete={reader.completeLessons}
          required={reader.requiredLessons}
          enrolled={reader.enrolled}
        />
        <AnswerFaultProvider value={posted?.fault ?? null}>
          <Outlet />
        </AnswerFaultProvider>
      </div>
    </StaticHtmlProvider>
  )
}
