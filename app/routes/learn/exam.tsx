import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ExamAttempts } from '#app/components/exam-attempts.tsx'
import { ExamFacts } from '#app/components/exam-facts.tsx'
import { ExamTurnPanel } from '#app/components/exam-turn.tsx'
import { StaticHtml, StaticHtmlProvider, useStaticHtml } from '#app/components/static-html.tsx'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { readRenewalStart } from '#app/domain/certificates/renewal-start.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { beginExam } from '#app/domain/learning/exam/begin-exam.server.ts'
import { viewExam } from '#app/domain/learning/exam/view-exam.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import stylesheet from '#app/styles/exam.css?url'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'
import { readExamCourse, requireExamPlace } from './exam-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

const INTRODUCTION = 'exam/introduction'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const course = await readExamCourse(request, params, context)
  const userId = (await readVisitor(request, context))?.id ?? null
  const refreshSince = userId === null ? null : await readRenewalStart(userId, course)
  const place = { catalogue: catalogue(), course, userId, refreshSince }
  const { introHtml, ...exam } = await viewExam(place, language)
  const html = { [INTRODUCTION]: introHtml }
  if (!context.isDataRequest) Object.assign(context.staticHtml, html)
  return {
    page: { title: exam.title, description: exam.summary, hidden: true },
    course: { id: course.id, title: course.title[language] },
    exam,
    introduced: introHtml !== '',
    html: context.isDataRequest ? html : null,
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const place = await requireExamPlace(request, params, context)
  const fields = [...(await readForm(request))]
  const [name, number] = fields.length === 1 ? (fields[0] ?? []) : []
  if (name !== 'attempt' || typeof number !== 'string' || !/^[1-9]\d{0,4}$/.test(number))
    return data({ fault: 'foreign' as const }, { status: 400 })
  const begun = await beginExam(place, Number(number))
  if (begun.ok) return redirect(paths.examAttempt(language, place.course.id, begun.number))
  // The page itself says what keeps the learner from beginning; only a form that no page sends is a fault.
  if (begun.reason === 'foreign') return data({ fault: 'foreign' as const }, { status: 400 })
  return redirect(paths.exam(language, place.course.id))
}

export default function ExamPage() {
  const { language, t } = useI18n()
  const { course, exam, introduced, html } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const inherited = useStaticHtml()
  return (
    <StaticHtmlProvider value={{ ...inherited, ...html }}>
      <div className="page section exam">
        <Breadcrumbs
          trail={[
            { to: paths.courses(language), text: t('courses.title') },
            { to: paths.course(language, course.id), text: course.title },
          ]}
        />
        <p className="tag">{t('exam.kind')}</p>
        <h1>{exam.title}</h1>
        <p className="lead">{exam.summary}</p>
        <div className="exam-body">
          <div>
            {introduced && <StaticHtml of={INTRODUCTION} className="prose" />}
            <section aria-labelledby="facts">
              <h2 id="facts">{t('exam.facts')}</h2>
              <ExamFacts exam={exam} />
            </section>
            <section aria-labelledby="rules">
              <h2 id="rules">{t('exam.rules')}</h2>
              <ul className="rules">
                <li>{t(`exam.allowed.${exam.supervision}`)}</li>
                <li>{t('exam.rule.saved')}</li>
                <li>{t('exam.rule.back')}</li>
                <li>{t('exam.rule.clock')}</li>
                <li>{t('exam.rule.line')}</li>
              </ul>
            </section>
          </div>
          <aside className="panel" aria-label={t('exam.standing')}>
            {posted && (
              <p className="fault" role="alert">
                {t('exam.notBegun')}
              </p>
            )}
            <ExamTurnPanel exam={exam} courseId={course.id} />
          </aside>
        </div>
        {exam.rows.length > 0 && (
          <section aria-labelledby="attempts">
            <h2 id="attempts">{t('exam.yourAttempts')}</h2>
            <ExamAttempts rows={exam.rows} courseId={course.id} />
          </section>
        )}
      </div>
    </StaticHtmlProvider>
  )
}
