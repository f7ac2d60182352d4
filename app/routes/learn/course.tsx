import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CourseCover } from '#app/components/course-cover.tsx'
import { CourseFacts } from '#app/components/course-facts.tsx'
import { CourseProblems } from '#app/components/course-problems.tsx'
import { CourseStanding } from '#app/components/course-standing.tsx'
import { LessonList } from '#app/components/lesson-list.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { RecommendedFirst } from '#app/components/recommended-first.tsx'
import { readVisitor, requireUser } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { courseProblems } from '#app/domain/courses/course-problems.server.ts'
import { enrol } from '#app/domain/learning/enrol.server.ts'
import { placeInPaths } from '#app/domain/learning/place-in-paths.server.ts'
import { type CourseView, viewCourse } from '#app/domain/learning/view-course.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readCourse, readLanguage, readViewer } from '../read-params.server.ts'
import { metaOfCourse } from './course-meta.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const course = readCourse(params, viewer)
  const userId = (await readVisitor(request, context))?.id ?? null
  return {
    page: metaOfCourse(course, language, context.publicUrl),
    course: await viewCourse(course, userId, language),
    problems: courseProblems(course.id, viewer),
    place: await placeInPaths({ catalogue: catalogue(), course, userId, viewer, language }),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const course = readCourse(params, await readViewer(request, context))
  const user = await requireUser(request, context)
  await enrol(user.id, course)
  const first = course.lessons[0]
  const to = first ? paths.lesson(language, course.id, first.id) : paths.course(language, course.id)
  return redirect(to, { headers: { 'Set-Cookie': toastCookie('enrolled') } })
}

function examFacts({ questions, minutes, passPercent }: NonNullable<CourseView['exam']>) {
  return { count: questions, minutes, percent: passPercent }
}

export default function CoursePage() {
  const { language, t } = useI18n()
  const { course, place, problems } = useLoaderData<typeof loader>()
  const enrolling = useNavigation().formAction === paths.course(language, course.card.id)
  return (
    <div className="page section">
      <Breadcrumbs trail={[{ to: paths.courses(language), text: t('courses.title') }]} />
      <div className="course-head">
        <div>
          <p className="tag">{t(`track.${course.card.track}`)}</p>
          <h1>{course.card.title}</h1>
          <p className="lead">{course.card.summary}</p>
          <CourseFacts course={course.card} />
          {place.paths.length > 0 && (
            <p className="meta">
              {t('path.partOf')}{' '}
              {place.paths.map(({ id, title }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <PageLink to={paths.path(language, id)}>{title}</PageLink>
                </span>
              ))}
            </p>
          )}
          {!course.standing?.complete && <RecommendedFirst courses={place.first} />}
        </div>
        <CourseCover cover={course.card.cover} />
      </div>

      <CourseProblems problems={problems} />
      <div className="course-body">
        <div>
          <section aria-labelledby="outcomes">
            <h2 id="outcomes">{t('course.outcomes')}</h2>
            <ul className="ticks">
              {course.outcomes.map(outcome => (
                <li key={outcome.id}>{outcome.text}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="lessons">
            <h2 id="lessons">{t('course.contents')}</h2>
            <LessonList course={course} />
          </section>
          <section aria-labelledby="about">
            <h2 id="about">{t('course.about')}</h2>
            <dl className="record">
              <dt>{t('course.audience')}</dt>
              <dd>{course.audience}</dd>
              {course.prerequisites !== null && (
                <>
                  <dt>{t('course.prerequisites')}</dt>
                  <dd>{course.prerequisites}</dd>
                </>
              )}
              <dt>{t('course.time')}</dt>
              <dd>
                {t('course.timeSays', {
                  hours: course.card.academicHours,
                  read: course.minutes.read,
                  practice: course.minutes.practice,
                })}
              </dd>
              <dt>{t('course.assessment')}</dt>
              <dd>
                {t('course.assessmentSays')}
                {course.exam !== null && <> {t('course.examSays', examFacts(course.exam))}</>}
              </dd>
              <dt>{t('course.authors')}</dt>
              <dd>{course.authors.join(', ')}</dd>
              <dt>{t('course.licence')}</dt>
              <dd>{course.licence}</dd>
            </dl>
          </section>
        </div>
        <aside className="panel">
          <CourseStanding course={course} />
          {course.standing === null && (
            <Form method="post">
              <button className="button" type="submit" disabled={enrolling}>
                {t('course.enrol')}
              </button>
              <p className="meta">{t('course.enrolHint')}</p>
            </Form>
          )}
        </aside>
      </div>
    </div>
  )
}
