import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ExamResult } from '#app/components/exam-result.tsx'
import { ExamSitting } from '#app/components/exam-sitting.tsx'
import { StaticHtmlProvider, useStaticHtml } from '#app/components/static-html.tsx'
import { useFocusedHeading } from '#app/components/use-focused-heading.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { handIn } from '#app/domain/learning/exam/close-exam.server.ts'
import { openSitting, type SittingPage } from '#app/domain/learning/exam/open-sitting.server.ts'
import { saveExamAnswer } from '#app/domain/learning/exam/save-exam-answer.server.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import stylesheet from '#app/styles/exam.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage } from '../read-params.server.ts'
import { readExamForm } from './exam-form.ts'
import { readNumber, requireExamPlace } from './exam-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const place = await requireExamPlace(request, params, context)
  const number = readNumber(params)
  const page = readPage(request)
  const opened = await openSitting({
    ...place,
    language,
    number,
    page,
    ...(context.refused !== undefined && { refused: context.refused }),
  })
  if (opened === null) throw notFound('page')
  const { view, html } = opened
  // To an address of its own, so that a reload stays where it was.
  if (view.kind === 'sitting' && page === null)
    throw redirect(paths.examAttempt(language, place.course.id, number, view.place ?? 'hand-in'))
  if (!context.isDataRequest) Object.assign(context.staticHtml, html)
  const t = translatorFor(language)
  const title =
    view.kind === 'result'
      ? t(view.attempt.passed ? 'exam.result.passed' : 'exam.result.failed')
      : view.place === null
        ? t('exam.handIn.title')
        : t('question.position', { number: view.place, total: view.states.length })
  return {
    page: { title: `${title} · ${view.title}`, hidden: true },
    course: {
      id: place.course.id,
      title: place.course.title[language],
      certified: countsAsOffer(place.course),
    },
    view,
    html: context.isDataRequest ? html : null,
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const place = await requireExamPlace(request, params, context)
  const number = readNumber(params)
  const form = readExamForm(await readForm(request))
  const to = (page?: SittingPage) =>
    redirect(paths.examAttempt(language, place.course.id, number, page ?? undefined))
  if (form.intent === 'foreign')
    return data({ fault: { question: '', reason: 'foreign' as const } }, { status: 400 })
  if (form.intent === 'hand-in') {
    if (!(await handIn(place, number))) throw notFound('page')
    return to()
  }
  const { question, values, step } = form
  const flagged = step === 'flag' ? true : step === 'unflag' ? false : undefined
  const saved = await saveExamAnswer(place, {
    number,
    questionId: question,
    values,
    ...(flagged !== undefined && { flagged }),
  })
  if (!saved.ok) {
    if (saved.reason === 'missing-attempt') throw notFound('page')
    if (saved.reason === 'closed') return to()
    // For the loader, which runs after this when there are no scripts to keep what stands in the fields.
    context.refused = { question, values }
    return data({ fault: { question, reason: saved.reason } }, { status: 400 })
  }
  const page = readPage(request)
  if (typeof page !== 'number' || step === null || step === 'flag' || step === 'unflag') return to(page)
  if (step === 'back') return to(Math.max(1, page - 1))
  return to(page < saved.questions ? page + 1 : 'hand-in')
}

/** `?q=3` or `?q=hand-in`; anything else is where the learner stands. */
function readPage(request: Request): SittingPage {
  const page = new URL(request.url).searchParams.get('q') ?? ''
  if (page === 'hand-in') return page
  return /^[1-9]\d{0,2}$/.test(page) ? Number(page) : null
}

export default function ExamAttempt() {
  const { course, view, html } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const inherited = useStaticHtml()
  useFocusedHeading(view.kind === 'result' ? 'result' : (view.place ?? 'hand-in'))
  return (
    <StaticHtmlProvider value={{ ...inherited, ...html }}>
      {view.kind === 'result' ? (
        <ExamResult result={view} course={course} />
      ) : (
        <ExamSitting sitting={view} courseId={course.id} fault={posted?.fault ?? null} />
      )}
    </StaticHtmlProvider>
  )
}
