import type { CourseEntry } from '#app/domain/learning/list-courses.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { CourseCover } from './course-cover.tsx'
import { CourseFacts } from './course-facts.tsx'
import { PageLink } from './page-link.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** Courses as ruled rows: cover, what it is, and what the visitor has reached in it. */
export function CourseList({
  entries,
  heading: Heading = 'h3',
}: {
  entries: CourseEntry[]
  heading?: 'h2' | 'h3'
}) {
  const { language, t } = useI18n()
  return (
    <ul className="courses">
      {entries.map(({ course, progress }) => (
        <li className="course" key={course.id}>
          <CourseCover cover={course.cover} />
          <div>
            <p className="tag">{t(`track.${course.track}`)}</p>
            <Heading>
              <PageLink to={paths.course(language, course.id)}>{course.title}</PageLink>
            </Heading>
            <p>{course.summary}</p>
            <CourseFacts course={course} />
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
    </ul>
  )
}
