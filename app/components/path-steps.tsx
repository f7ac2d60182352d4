import type { PathStep } from '#app/domain/learning/view-path.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { CourseCover } from './course-cover.tsx'
import { CourseFacts } from './course-facts.tsx'
import { PageLink } from './page-link.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { RecommendedFirst } from './recommended-first.tsx'

/** The courses of a path as numbered, ruled rows. Every one is open; what is better taken first is said in words. */
export function PathSteps({ steps }: { steps: PathStep[] }) {
  const { language, t } = useI18n()
  return (
    <ol className="courses path-steps">
      {steps.map(({ course, progress, after }) => (
        <li className="course" key={course.id}>
          <CourseCover cover={course.cover} />
          <div>
            <p className="tag">{t(`track.${course.track}`)}</p>
            <h3>
              <PageLink to={paths.course(language, course.id)}>{course.title}</PageLink>
            </h3>
            <p>{course.summary}</p>
            <CourseFacts course={course} />
            {!progress?.complete && <RecommendedFirst courses={after.filter(({ complete }) => !complete)} />}
          </div>
          <div className="standing">
            {progress === null ? null : progress.complete ? (
              <p className="tag">{t('course.completed')}</p>
            ) : (
              <ProgressBar
                value={progress.completeLessons}
                max={progress.lessons}
                label={t('progress.ofCourse', { title: course.title })}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
